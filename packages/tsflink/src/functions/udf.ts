import { callOf } from '../expressions/build.js';
import { CallSite } from '../source/call-site.js';
import type { DataType, ValueIn } from '../types/data-type.js';
import type { FunctionDefinition, NullHandling } from './definition.js';
import { functionName } from './function-name.js';
import { Parameters } from './parameters.js';
import type { ArgumentsOf, ParameterTypes, ScalarUdf } from './scalar-udf.js';

/** What {@link udf} is told of a function. */
export interface ScalarUdfOptions<A extends ParameterTypes, R extends DataType, N extends NullHandling> {
  /** Its name in plans, metrics and errors; that of the JavaScript function if absent. */
  readonly name?: string;
  /** The types of its parameters: `[STRING(), INT()]`, or by name: `{ ip: STRING(), port: INT() }`. */
  readonly args: A;
  /** The type of its result. */
  readonly returns: R;
  /** `false` where equal arguments may give other results, as of a random number or a clock. */
  readonly deterministic?: boolean;
  /** `'return-null'`: where any argument is NULL the function is not called, and its result is NULL. */
  readonly onNull?: N;
}

/**
 * A scalar function: one value of each row's arguments. It is shipped with the variables that it uses, as they are when
 * the job is submitted, and with all that it imports. Parameters of nullable types may be `null`. Maps to Flink's
 * `ScalarFunction`.
 *
 * Throws FUNCTION_NAME_MISSING for an anonymous function without `name`.
 * @example
 * const ipToProvince = udf(
 *   { name: 'ip_to_province', args: [STRING()], returns: STRING() },
 *   (ip) => (ip === null ? null : lookup(ip)),
 * );
 * table.select(($) => ({ province: ipToProvince($.client_ip) }));
 */
export function udf<const A extends ParameterTypes, R extends DataType, const N extends NullHandling = 'call'>(
  options: ScalarUdfOptions<A, R, N>,
  fn: (...args: ArgumentsOf<A, N>) => ValueIn<R>,
): ScalarUdf<A, R> {
  const parameters = new Parameters(options.args);
  const definition: FunctionDefinition = {
    kind: 'scalar',
    name: functionName(options.name ?? fn.name),
    parameters: parameters.fields,
    returns: options.returns.node,
    deterministic: options.deterministic ?? true,
    onNull: options.onNull ?? 'call',
    vectorised: false,
    methods: [],
    fn: parameters.implementation(fn),
    source: new CallSite(),
  };
  const call = (...args: unknown[]) =>
    callOf({ case: 'definition', definition }, parameters.operands(definition.name, args));
  return Object.assign(call, { udf: definition }) as ScalarUdf<A, R>;
}
