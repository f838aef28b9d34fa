import type { EncodeRelation, RelationBase } from '../relation.js';

/** `TableEnvironment.from(path)` */
export interface TableScan extends RelationBase {
  readonly kind: 'tableScan';
  readonly path: string;
}

/** Puts a scan into the form in which it travels. */
export const encodeTableScan: EncodeRelation<TableScan> = ({ path }) => ({ case: 'tableScan', value: { path } });
