import { BY_VALUE } from '@tsflink/closure/marks';
import type { Field } from '@tsflink/runtime/codec';
import { FlinkError } from '../errors/flink-error.js';
import { callOf, isExpression, toNode } from '../expressions/build.js';
import { typedLiteral } from '../expressions/literal.js';
import { CallSite } from '../source/call-site.js';
import type { DataType, ValueIn } from '../types/data-type.js';
import { type ColumnTypes, fieldsOf } from '../types/data-types.js';
import type { FunctionDefinition, NullHandling } from './definition.js';
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
  const name = options.name ?? fn.name;
  if (name === '') {
    throw new FlinkError('FUNCTION_NAME_MISSING', 'The function has no name', {
      hint: "Give it one: udf({ name: 'my_function', args: …, returns: … }, …).",
    });
  }
  const positional = Array.isArray(options.args);
  const parameters: readonly Field[] = positional
    ? (options.args as readonly DataType[]).map((type, i) => ({ name: `arg${i}`, type: type.node }))
    : fieldsOf(options.args as ColumnTypes);
  const names = parameters.map((parameter) => parameter.name);

  const definition: FunctionDefinition = {
    kind: 'scalar',
    name,
    parameters,
    returns: options.returns.node,
    deterministic: options.deterministic ?? true,
    onNull: options.onNull ?? 'call',
    fn: positional ? fn : byName(fn as (args: object) => unknown, names),
    source: new CallSite(),
  };
  const call = (...args: unknown[]) => {
    const given = positional ? args : names.map((parameter) => (args[0] as Record<string, unknown>)?.[parameter]);
    checkArguments(definition, given);
    return callOf(
      { case: 'definition', definition },
      given.map((arg, i) => (isExpression(arg) ? toNode(arg) : typedLiteral(arg, (parameters[i] as Field).type))),
    );
  };
  return Object.assign(call, { udf: definition }) as ScalarUdf<A, R>;
}

/** Calls with one object what wants its arguments by name; shipped with the function, though it is code of this package. */
function byName(fn: (args: object) => unknown, names: readonly string[]): (...args: never[]) => unknown {
  const call = (...values: never[]) => {
    const args: Record<string, unknown> = {};
    for (let i = 0; i < names.length; i++) args[names[i] as string] = values[i];
    return fn(args);
  };
  return Object.assign(call, { [BY_VALUE]: true });
}

function checkArguments({ name, parameters }: FunctionDefinition, given: readonly unknown[]): void {
  const missing = parameters.find((_, i) => given[i] === undefined);
  if (missing === undefined && given.length === parameters.length) return;
  const signature = `${name}(${parameters.map((parameter) => parameter.name).join(', ')})`;
  const got = missing ? `argument ${missing.name} is missing` : `${given.length} arguments were given`;
  throw new FlinkError('ARGUMENT_INVALID', `${signature} takes ${parameters.length} arguments: ${got}`);
}
