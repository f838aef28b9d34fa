import type { FunctionSpec } from '@tsflink/runtime';
import { CalcRunner } from '@tsflink/runtime/testing';
import { FlinkError } from '../errors/flink-error.js';
import type { FunctionDefinition } from '../functions/definition.js';
import type { ParameterTypes } from '../functions/parameter-types.js';
import type { ArgumentsOf } from '../functions/scalar-udf.js';
import { formatPosition } from '../source/call-site.js';
import type { DataType, ValueIn } from '../types/data-type.js';
import { FunctionHarness } from './function-harness.js';
import type { HarnessOptions } from './harness-options.js';

/** The arguments of a call under test: NULL is given to any function, as `null`. */
type Arguments<A extends ParameterTypes> = ArgumentsOf<A, 'call'>;

/** A scalar function under test. */
export class ScalarFunctionHarness<A extends ParameterTypes, R extends DataType> extends FunctionHarness<CalcRunner> {
  /** @internal Made by {@link testFunction}. */
  constructor(definition: FunctionDefinition, options: HarnessOptions) {
    super(definition, options, (task) => new CalcRunner(specOf(definition), definition.fn, task));
  }

  /**
   * Calls the function for one row: arguments and result are converted and checked as in Flink. Throws
   * ARGUMENT_INVALID for arguments that their types cannot hold, FUNCTION_FAILED, FUNCTION_RESULT_TYPE.
   */
  call(...args: Arguments<A>): ValueIn<R> {
    return this.callAll([args])[0] as ValueIn<R>;
  }

  /** Calls the function for many rows, in one batch; the results in their order. Throws as {@link call} does. */
  callAll(rows: Iterable<Arguments<A>>): ValueIn<R>[] {
    const values = Array.from(rows, (args) => this.#positional(args));
    return this.run((runner) => runner.run(values)) as ValueIn<R>[];
  }

  #positional(args: readonly unknown[]): unknown[] {
    const { name, namedArguments, parameters } = this.definition;
    const given = namedArguments
      ? parameters.map((parameter) => (args[0] as Record<string, unknown> | undefined)?.[parameter.name])
      : [...args];
    if (given.length === parameters.length && !given.includes(undefined)) return given;
    const signature = `${name}(${parameters.map((parameter) => parameter.name).join(', ')})`;
    throw new FlinkError('ARGUMENT_INVALID', `${signature} takes ${parameters.length} arguments`, {
      hint: 'NULL is given as null.',
    });
  }
}

function specOf(definition: FunctionDefinition): FunctionSpec {
  const { kind, deterministic, fn, source, ...spec } = definition;
  const { position } = source;
  const bundle = { artifact: 'test', exportName: 'test' };
  return { ...spec, ...bundle, ...(position && { source: formatPosition(position) }) };
}
