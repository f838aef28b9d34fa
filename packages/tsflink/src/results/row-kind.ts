/**
 * What a row of a result does, in Flink's short form: `+I` inserts, `-U` takes back the old state of a row, `+U` gives
 * its new state, `-D` deletes. Maps to Flink's `RowKind`.
 */
export type RowKind = '+I' | '-U' | '+U' | '-D';

const KINDS: readonly RowKind[] = ['+I', '-U', '+U', '-D'];
const KIND = Symbol('tsflink.rowKind');

/** The kind of a row's first byte. */
export const rowKindOf = (byte: number | undefined): RowKind => KINDS[byte ?? 0] ?? '+I';

/** Notes the kind of a row on the row, where nobody sees it; inserts, the usual ones, need no note. */
export function setRowKind(row: object, kind: RowKind): void {
  if (kind !== '+I') Object.defineProperty(row, KIND, { value: kind });
}

/**
 * The kind of a row that `collect()` gave. A copy of a row is an insert. Maps to Flink's `Row.getKind()`.
 * @example for await (const row of result.collect()) if (getRowKind(row) === '+I') …
 */
export function getRowKind(row: object): RowKind {
  return (row as { readonly [KIND]?: RowKind })[KIND] ?? '+I';
}
