import type { OptionalParameter } from '../functions/parameter-types.js';
import type { ProcessArguments } from '../functions/process/process-udf.js';
import type { TableArg } from '../functions/process/table-arg.js';
import type { DataType, ValueIn } from '../types/data-type.js';
import type { ColumnTypes } from '../types/data-types.js';
import type { HarnessOptions } from './harness-options.js';

/** How a table is given to a process table function under test. */
export interface TestedTable {
  /** The columns of PARTITION BY, of a table with set semantics. */
  readonly partitionBy?: readonly string[];
  /** The column of `on_time`. */
  readonly onTime?: string;
  /** The columns of a table that is declared without. */
  readonly columns?: ColumnTypes;
}

/** The names of the tables of a process table function. */
export type TableNames<A extends ProcessArguments> = {
  [K in keyof A]: A[K] extends TableArg ? K & string : never;
}[keyof A];

/** The rows of a table of a process table function. */
export type TableRow<A extends ProcessArguments, K extends TableNames<A>> =
  A[K] extends TableArg<infer Row> ? Row : never;

/** What a process table function under test is called with. */
export interface ProcessHarnessOptions<A extends ProcessArguments> extends HarnessOptions {
  /** How its tables are given, by name. */
  readonly tables?: { readonly [K in TableNames<A>]?: TestedTable };
  /** Its scalar arguments, by name; NULL if absent. */
  readonly scalars?: {
    readonly [K in keyof A]?: A[K] extends OptionalParameter<infer D> | (infer D extends DataType) ? ValueIn<D> : never;
  };
}
