import { FlinkError } from '../errors/flink-error.js';
import type { FunctionDefinition } from '../functions/definition.js';
import type { ParameterTypes } from '../functions/parameter-types.js';
import type { ArgumentsOf } from '../functions/scalar-udf.js';

/** The arguments of a call under test: NULL is given to any function, as `null`. */
export type Arguments<A extends ParameterTypes> = ArgumentsOf<A, 'call'>;

/** The arguments in the order of the parameters; those that may be left out are NULL. Throws ARGUMENT_INVALID. */
export function positional(definition: FunctionDefinition, args: readonly unknown[]): unknown[] {
  const { name, namedArguments, parameters } = definition;
  const given = namedArguments
    ? parameters.map((parameter) => (args[0] as Record<string, unknown> | undefined)?.[parameter.name])
    : [...args];
  const all = parameters.map(({ optional }, i) => (given[i] === undefined && optional ? null : given[i]));
  if (given.length <= parameters.length && !all.includes(undefined)) return all;
  const signature = `${name}(${parameters.map((parameter) => parameter.name).join(', ')})`;
  throw new FlinkError('ARGUMENT_INVALID', `${signature} takes ${parameters.length} arguments`, {
    hint: 'NULL is given as null.',
  });
}
