export { Column, type ColumnKind } from './column.js';
export type { ExplainDetail, ExplainFormat } from './explain-detail.js';
export {
  isGloballyTerminalState,
  isTerminalState,
  JobClient,
  type JobExecutionResult,
  type JobStatus,
  type SavepointFormatType,
} from './job-client.js';
export { LiveView, type LiveViewOptions } from './live-view.js';
export type { ArrowTable, DataFrame } from './optional-packages.js';
export { ResolvedSchema } from './resolved-schema.js';
export { getRowKind, type RowKind } from './row-kind.js';
export { type Change, type ResultKind, TableResult } from './table-result.js';
export type { CsvOptions, NdjsonOptions } from './text/write-rows.js';
export { UniqueConstraint } from './unique-constraint.js';
export { WatermarkSpec } from './watermark-spec.js';
