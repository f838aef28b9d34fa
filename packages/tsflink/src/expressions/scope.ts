/** The expression draws on columns of the row. (The compiler prints these strings.) */
export type RowScope = 'row';
/** The expression draws on keys of a grouped table. */
export type KeyScope = 'group key';
/** The expression is an aggregate. */
export type AggScope = 'aggregate';
/** A column of a grouped table that is not a key: only an aggregate of it can be selected. */
export type BareScope = 'neither grouped nor aggregated';
