import type { TableDefinition } from '../../table/table-def.js';
import { encodeTable } from '../encode-table.js';
import type { EncodeRelation, RelationBase } from '../relation.js';

/** `TableEnvironment.from(descriptor)` */
export interface DescriptorScan extends RelationBase {
  readonly kind: 'descriptorScan';
  readonly definition: TableDefinition;
}

/** Puts it into the form in which it travels. */
export const encodeDescriptorScan: EncodeRelation<DescriptorScan> = ({ definition }, _, expression) => ({
  case: 'descriptorScan',
  value: { table: encodeTable(definition, expression) },
});
