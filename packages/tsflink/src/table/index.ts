export { AggregatedTable, FlatAggregateTable } from './aggregated-table.js';
export type { Columns, GroupColumns } from './columns.js';
export { CompiledPlan } from './compiled-plan.js';
export { type DefineTableOptions, defineTable, type TableOptions } from './define-table.js';
export { FormatDescriptor, FormatDescriptorBuilder } from './format-descriptor.js';
export {
  GroupWindow,
  Session,
  Slide,
  SlideWithSize,
  Tumble,
  type WindowLength,
  WindowOnTime,
  WindowWithSize,
} from './group-window.js';
export { GroupWindowedTable } from './group-windowed-table.js';
export { GroupedTable } from './grouped-table.js';
export type { Sink } from './insert.js';
export {
  Over,
  type OverBound,
  OverWindow,
  OverWindowPartitioned,
  OverWindowPartitionedOrdered,
  OverWindowPartitionedOrderedPreceding,
} from './over-window.js';
export { OverWindowedTable } from './over-windowed-table.js';
export { PartitionedTable } from './partitioned-table.js';
export { PlanReference } from './plan-reference.js';
export type { ArgumentOf, ProcessColumns, ProcessFunction } from './process.js';
export type { Projection, SelectFn } from './projection-types.js';
export { Schema, SchemaBuilder } from './schema.js';
export { StatementSet } from './statement-set.js';
export { CachedTable, Table } from './table.js';
export {
  type ColumnDefinition,
  type DistributionDefinition,
  type NamedColumns,
  TableDef,
  type TableDefinition,
} from './table-def.js';
export { TableDescriptor, TableDescriptorBuilder } from './table-descriptor.js';
export { TablePipeline } from './table-pipeline.js';
export type { TemporalTableFunction } from './temporal-table-function.js';
export { WindowGroupedTable } from './window-grouped-table.js';
