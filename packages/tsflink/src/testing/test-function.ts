import type { ParameterTypes } from '../functions/parameter-types.js';
import type { ScalarUdf } from '../functions/scalar-udf.js';
import type { DataType } from '../types/data-type.js';
import type { HarnessOptions } from './harness-options.js';
import { ScalarFunctionHarness } from './scalar-harness.js';

/**
 * Runs a function in this process, without a cluster and without a JVM, by the code that runs it in Flink: the same
 * conversions of values, the same checks, the same errors. It has `open` and `close` called, and a context whose
 * metrics and logs the test can read.
 * @example
 * using upper = testFunction(udf({ name: 'upper', args: [STRING()], returns: STRING() }, (s) => s?.toUpperCase() ?? null));
 * upper.call('a'); // 'A'
 * upper.call(null); // null
 */
export function testFunction<A extends ParameterTypes, R extends DataType>(
  fn: ScalarUdf<A, R>,
  options: HarnessOptions = {},
): ScalarFunctionHarness<A, R> {
  return new ScalarFunctionHarness<A, R>(fn.udf, options);
}
