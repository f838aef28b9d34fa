export type { ExplainDetail, ExplainFormat } from './explain-detail.js';
export { JobClient, type JobExecutionResult, type JobStatus } from './job-client.js';
export { LiveView, type LiveViewOptions } from './live-view.js';
export type { ArrowTable, DataFrame } from './optional-packages.js';
export { ResolvedSchema } from './resolved-schema.js';
export { getRowKind, type RowKind } from './row-kind.js';
export { type Change, type ResultKind, TableResult } from './table-result.js';
export type { CsvOptions, NdjsonOptions } from './text/write-rows.js';
