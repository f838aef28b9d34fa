import { FlinkError } from '../errors/flink-error.js';
import type { ParameterTypes } from '../functions/parameter-types.js';
import type { AnyUdf, ScalarUdf } from '../functions/scalar-udf.js';
import type { RowsType, TableUdf, YieldOf } from '../functions/table/table-udf.js';
import type { DataType, ValueIn } from '../types/data-type.js';
import { AsyncFunctionHarness, type AsyncHarnessOptions } from './async-harness.js';

/**
 * The same as `testFunction` for an asynchronous function: its calls are promises, and many of them run at once. Throws
 * ARGUMENT_INVALID for a function of another kind.
 * @example
 * using harness = testAsyncFunction(ipToProvince, { timeout: 1_000 });
 * await harness.call('1.2.3.4');
 */
export function testAsyncFunction<A extends ParameterTypes, R extends DataType>(
  fn: ScalarUdf<A, R>,
  options?: AsyncHarnessOptions,
): AsyncFunctionHarness<A, ValueIn<R>>;
/** The same of one that gives rows. */
export function testAsyncFunction<A extends ParameterTypes, R extends RowsType>(
  fn: TableUdf<A, R>,
  options?: AsyncHarnessOptions,
): AsyncFunctionHarness<A, YieldOf<R>[]>;
export function testAsyncFunction(fn: AnyUdf, options: AsyncHarnessOptions = {}): unknown {
  const { kind, name, signatures } = fn.udf;
  if ((kind === 'asyncScalar' || kind === 'asyncTable') && signatures === undefined) {
    return new AsyncFunctionHarness(fn.udf, options);
  }
  throw new FlinkError('ARGUMENT_INVALID', `testAsyncFunction cannot run ${name}, which is of the kind ${kind}`, {
    hint: 'It takes what asyncUdf or asyncUdtf gave, with types that are declared; testFunction takes the others.',
  });
}
