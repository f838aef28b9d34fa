import type { DataType } from '../types/data-type.js';
import type { ArgumentTypeStrategy } from './inference/argument-type-strategy.js';

/** A parameter that a call may leave out; made by {@link optional}. */
export class OptionalParameter<out D extends DataType = DataType> {
  declare readonly parameter: 'optional';
  constructor(readonly type: D) {}
}

/** A parameter that stands for any number of arguments; made by {@link varargs}. */
export class VariadicParameter<out D extends DataType | ArgumentTypeStrategy = DataType | ArgumentTypeStrategy> {
  declare readonly parameter: 'variadic';
  constructor(readonly type: D) {}
}

/**
 * A parameter that calls may leave out: at the end of a list, or by name. The function gets `null` then, also if it is
 * not called for NULLs (`onNull: 'return-null'`). Maps to Flink's `@ArgumentHint(isOptional = true)`.
 * @example
 * const lookUp = udf({ name: 'look_up', args: { ip: STRING(), fallback: optional(STRING()) }, returns: STRING() }, …);
 * lookUp({ ip: $.ip }); // in SQL: look_up(ip => ip), look_up(ip)
 */
export function optional<D extends DataType>(type: D): OptionalParameter<D> {
  return new OptionalParameter(type);
}

/**
 * The last parameter of a list: any number of arguments of a type, or of what a strategy takes, also none. Maps to Flink's
 * `InputTypeStrategies.varyingSequence`.
 * @example
 * const join = udf({ name: 'join', args: [STRING(), varargs(STRING())], returns: STRING() },
 *   (separator, ...parts) => parts.join(separator ?? ''));
 */
export function varargs<D extends DataType | ArgumentTypeStrategy>(type: D): VariadicParameter<D> {
  return new VariadicParameter(type);
}

/** A parameter: its type, a strategy for it, or one that is {@link optional}, or {@link varargs}. */
export type ParameterType = DataType | ArgumentTypeStrategy | OptionalParameter | VariadicParameter;

/** Types of parameters: by position, or by name. */
export type ParameterTypes = readonly ParameterType[] | { readonly [name: string]: DataType | OptionalParameter };

/** The data type of a parameter. */
export type TypeOfParameter<P> = P extends OptionalParameter<infer D> | VariadicParameter<infer D> ? D : P;
