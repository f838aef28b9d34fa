import type { ParameterSpec } from '@tsflink/runtime';
import { FlinkError } from '../errors/flink-error.js';
import { isExpression, toNode } from '../expressions/build.js';
import { typedLiteral } from '../expressions/literal.js';
import type { ExpressionNode } from '../expressions/node.js';
import { ArgumentTypeStrategy } from './inference/argument-type-strategy.js';
import { OptionalParameter, type ParameterType, type ParameterTypes, VariadicParameter } from './parameter-types.js';

/** The parameters of a function, which are given by position or by name. */
export class Parameters {
  readonly fields: readonly ParameterSpec[];
  /** Whether the code takes them as one object. */
  readonly named: boolean;

  /**
   * Throws FUNCTION_INVALID where they cannot be.
   * @param names by which SQL may call those of a list
   */
  constructor(types: ParameterTypes, names: readonly string[] = []) {
    this.named = !Array.isArray(types);
    const entries: [string, ParameterType][] = this.named
      ? Object.entries(types)
      : (types as readonly ParameterType[]).map((type, i) => [names[i] ?? `arg${i}`, type]);
    this.fields = entries.map(([name, type]) => parameter(name, type));
    const variadic = this.fields.find((field, i) => field.variadic && (this.named || i < this.fields.length - 1));
    if (variadic) {
      throw new FlinkError('FUNCTION_INVALID', `The parameter ${variadic.name} takes any number of arguments`, {
        hint: 'Only the last parameter of a list can be varargs(…), and none that is given by name.',
      });
    }
  }

  /** The arguments of a call in an expression. Throws ARGUMENT_INVALID. */
  operands(functionName: string, args: readonly unknown[]): ExpressionNode[] {
    const given = this.named
      ? this.fields.map(({ name }) => (args[0] as Record<string, unknown> | undefined)?.[name])
      : args;
    this.#check(functionName, given);
    const count = Math.max(given.length, this.fields.length - (this.#last?.variadic ? 1 : 0));
    return Array.from({ length: count }, (_, i) => {
      const field = (this.fields[i] ?? this.#last) as ParameterSpec;
      const arg = given[i] === undefined && field.optional ? null : given[i];
      return isExpression(arg) ? toNode(arg) : typedLiteral(arg, field.type);
    });
  }

  get #last(): ParameterSpec | undefined {
    return this.fields.at(-1);
  }

  #check(functionName: string, given: readonly unknown[]): void {
    const required = this.fields.filter((field) => !field.optional && !field.variadic);
    const missing = this.fields.find((field, i) => required.includes(field) && given[i] === undefined);
    if (missing === undefined && (given.length <= this.fields.length || this.#last?.variadic)) return;
    const names = this.fields.map(
      ({ name, optional, variadic }) => `${variadic ? '…' : ''}${name}${optional ? '?' : ''}`,
    );
    const got = missing ? `argument ${missing.name} is missing` : `${given.length} arguments were given`;
    const open = this.#last?.variadic ? ' or more' : '';
    const most = open === '' && this.fields.length > required.length ? ` to ${this.fields.length}` : '';
    throw new FlinkError(
      'ARGUMENT_INVALID',
      `${functionName}(${names.join(', ')}) takes ${required.length}${most}${open} arguments: ${got}`,
    );
  }
}

/** What the plan knows of a parameter. Throws FUNCTION_INVALID for one that cannot be. */
export function parameter(name: string, type: ParameterType): ParameterSpec {
  if (type instanceof VariadicParameter) return { ...parameter(name, type.type), variadic: true };
  if (type instanceof ArgumentTypeStrategy) {
    throw new FlinkError('FUNCTION_INVALID', `The parameter ${name} has a strategy in place of a type`, {
      hint: 'Calls tell the types of scalar and table functions only: declare a type.',
    });
  }
  if (!(type instanceof OptionalParameter)) return { name, type: type.node };
  if (type.type.node.nullable) return { name, type: type.type.node, optional: true };
  throw new FlinkError('FUNCTION_INVALID', `The optional parameter ${name} is of the type ${type.type}`, {
    hint: 'What is left out is NULL: declare a nullable type.',
  });
}
