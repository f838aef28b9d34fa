export type { ExplainDetail, ExplainFormat } from './explain-detail.js';
export { JobClient, type JobExecutionResult, type JobStatus } from './job-client.js';
export { ResolvedSchema } from './resolved-schema.js';
export { getRowKind, type RowKind } from './row-kind.js';
export { type Change, type ResultKind, TableResult } from './table-result.js';
