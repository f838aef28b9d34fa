import type { EncodeRelation, RelationBase } from '../relation.js';

/** `Table.as(names)` */
export interface Rename extends RelationBase {
  readonly kind: 'rename';
  readonly names: readonly string[];
}

/** Puts a renaming into the form in which it travels. */
export const encodeRename: EncodeRelation<Rename> = ({ names }, [input = 0]) => ({
  case: 'rename',
  value: { input, names: [...names] },
});
