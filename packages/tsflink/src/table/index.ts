export type { Columns, GroupColumns } from './columns.js';
export { type DefineTableOptions, defineTable, type TableOptions } from './define-table.js';
export { FormatDescriptor, FormatDescriptorBuilder } from './format-descriptor.js';
export { GroupedTable } from './grouped-table.js';
export type { Projection, SelectFn } from './projection-types.js';
export { Schema, SchemaBuilder } from './schema.js';
export { Table } from './table.js';
export { TableDef, type TableDefinition } from './table-def.js';
export { TableDescriptor, TableDescriptorBuilder } from './table-descriptor.js';
