import { FlinkError } from '../errors/flink-error.js';
import type { AggregateUdf } from '../functions/aggregate/udaf.js';
import type { TableAggregateUdf } from '../functions/aggregate/udtaf.js';
import type { FunctionDefinition } from '../functions/definition.js';
import type { ResultType } from '../functions/inference/result-types.js';
import type { ParameterTypes } from '../functions/parameter-types.js';
import type { ProcessArguments, ProcessUdf } from '../functions/process/process-udf.js';
import type { AnyUdf, ScalarUdf } from '../functions/scalar-udf.js';
import type { RowsType, TableUdf } from '../functions/table/table-udf.js';
import type { DataType } from '../types/data-type.js';
import { AggregateFunctionHarness, TableAggregateFunctionHarness } from './aggregate-harness.js';
import { type CallTypes, ofCall } from './call-types.js';
import type { HarnessOptions } from './harness-options.js';
import { ProcessTableFunctionHarness } from './process-harness.js';
import type { ProcessHarnessOptions } from './process-options.js';
import { ScalarFunctionHarness } from './scalar-harness.js';
import { TableFunctionHarness } from './table-harness.js';

/**
 * Runs a function in this process, without a cluster and without a JVM, by the code that runs it in Flink: the same
 * conversions of values, the same checks, the same errors. It has `open` and `close` called, and a context whose
 * metrics and logs the test can read. Accumulators are stored and read again between two calls. Throws ARGUMENT_INVALID
 * for a function of another kind.
 * @example
 * using upper = testFunction(udf({ name: 'upper', args: [STRING()], returns: STRING() }, (s) => s?.toUpperCase() ?? null));
 * upper.call('a'); // 'A'
 * upper.call(null); // null
 */
export function testFunction<A extends ParameterTypes, R extends DataType>(
  fn: ScalarUdf<A, R>,
  options?: HarnessOptions,
): ScalarFunctionHarness<A, R>;
/** The same of a table function. */
export function testFunction<A extends ParameterTypes, R extends RowsType>(
  fn: TableUdf<A, R>,
  options?: HarnessOptions,
): TableFunctionHarness<A, R>;
/** The same of an aggregate function. */
export function testFunction<A extends ParameterTypes, R extends DataType>(
  fn: AggregateUdf<A, R>,
  options?: HarnessOptions,
): AggregateFunctionHarness<A, R>;
/** The same of a table aggregate function. */
export function testFunction<A extends ParameterTypes, R extends DataType>(
  fn: TableAggregateUdf<A, R>,
  options?: HarnessOptions,
): TableAggregateFunctionHarness<A, R>;
/** The same of a process table function, whose tables are given as its options say. */
export function testFunction<A extends ProcessArguments, R extends RowsType>(
  fn: ProcessUdf<A, R>,
  options?: ProcessHarnessOptions<A>,
): ProcessTableFunctionHarness<A, R>;
/** The same of an aggregate function whose types calls tell, for calls of the given types. */
export function testFunction<const A extends readonly DataType[], R extends DataType>(
  fn: AggregateUdf<ParameterTypes, ResultType>,
  options: HarnessOptions & { readonly types: CallTypes<A, R> },
): AggregateFunctionHarness<A, R>;
/** The same of a scalar function whose types calls tell, for calls of the given types. */
export function testFunction<const A extends readonly DataType[], R extends DataType>(
  fn: AnyUdf,
  options: HarnessOptions & { readonly types: CallTypes<A, R> },
): ScalarFunctionHarness<A, R>;
export function testFunction(
  fn: AnyUdf,
  options: HarnessOptions & { readonly types?: CallTypes<readonly DataType[], DataType> } = {},
): unknown {
  const { kind, name } = fn.udf;
  if (kind in HARNESSES) return HARNESSES[kind as keyof typeof HARNESSES](ofCall(fn.udf, options.types), options);
  throw new FlinkError('ARGUMENT_INVALID', `testFunction cannot run ${name}, which is of the kind ${kind}`, {
    hint: 'Asynchronous functions are run by testAsyncFunction.',
  });
}

const HARNESSES = {
  scalar: (definition: FunctionDefinition, options: HarnessOptions) => new ScalarFunctionHarness(definition, options),
  table: (definition: FunctionDefinition, options: HarnessOptions) => new TableFunctionHarness(definition, options),
  aggregate: (definition: FunctionDefinition, options: HarnessOptions) =>
    new AggregateFunctionHarness(definition, options),
  tableAggregate: (definition: FunctionDefinition, options: HarnessOptions) =>
    new TableAggregateFunctionHarness(definition, options),
  processTable: (definition: FunctionDefinition, options: HarnessOptions) =>
    new ProcessTableFunctionHarness(definition, options),
};
