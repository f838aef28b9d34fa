/** The kinds of changes, in the order of Flink's `RowKind`. */
export const ROW_KINDS = ['+I', '-U', '+U', '-D'] as const;

/** The kind of a change: insertion, update before and after, deletion. Maps to Flink's `RowKind`. */
export type ChangeKind = (typeof ROW_KINDS)[number];

const kinds = new WeakMap<object, ChangeKind>();

/** The kind of a row; one that was not given any is an insertion. */
export function kindOf(row: object): ChangeKind {
  return kinds.get(row) ?? '+I';
}

/** Gives a row its kind; returns the row. */
export function withKind<R extends object>(kind: ChangeKind, row: R): R {
  kinds.set(row, kind);
  return row;
}
