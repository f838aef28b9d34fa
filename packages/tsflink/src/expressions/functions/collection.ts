import type { FlinkTypeError } from '../../types/problem.js';
import type { ARRAY, MAP, ROW, STRING } from '../../types/sql-types.js';
import type { Untyped } from '../../types/untyped.js';
import type { NullOf } from '../../types/values.js';
import type { Element } from '../collection-types.js';
import type { Expr } from '../expr.js';
import type { Expression, ScopeOf, TypeOf } from '../expression.js';
import type { AnyOperand, CommonOf, TextOperand } from '../result.js';
import { functionCall } from './function-call.js';

type Values = readonly [AnyOperand, ...AnyOperand[]];
type AnyArray = Expression<ARRAY<unknown> | null, Untyped>;

/** An array of the values. */
export const array = <const A extends Values>(
  ...elements: A
): [CommonOf<A>] extends [never]
  ? FlinkTypeError<'the elements have no type in common: cast them'>
  : Expr<ARRAY<CommonOf<A>>, ScopeOf<A[number]>> => functionCall('array', ...elements);

/** A row of the values, whose fields are `f0`, `f1` … */
export const row = <const A extends Values>(
  ...fields: A
): Expr<ROW<{ [K in keyof A & `${number}` as `f${K}`]: TypeOf<A[K]> }>, ScopeOf<A[number]>> =>
  functionCall('row', ...fields);

type KeysOf<A extends readonly unknown[]> = A extends readonly [infer K, unknown, ...infer Rest]
  ? [K, ...KeysOf<Rest>]
  : [];
type ValuesOf<A extends readonly unknown[]> = A extends readonly [unknown, infer V, ...infer Rest]
  ? [V, ...ValuesOf<Rest>]
  : [];
type MapOf<K, V> = [K] extends [never]
  ? FlinkTypeError<'the keys have no type in common: cast them'>
  : [V] extends [never]
    ? FlinkTypeError<'the values have no type in common: cast them'>
    : MAP<K, V>;
/**
 * A map: keys and values take turns.
 * @example map('a', 1, 'b', 2)
 */
export const map = <const A extends readonly [AnyOperand, AnyOperand, ...AnyOperand[]]>(
  ...keysAndValues: A
): MapOf<CommonOf<KeysOf<A>>, CommonOf<ValuesOf<A>>> extends infer M
  ? M extends FlinkTypeError<unknown>
    ? M
    : Expr<M, ScopeOf<A[number]>>
  : never => functionCall('map', ...keysAndValues);

/** The map of an array of keys and one of values, of equal length. */
export const mapFromArrays = <K extends AnyArray, V extends AnyArray>(
  keys: K,
  values: V,
): Expr<MAP<Element<TypeOf<K>>, Element<TypeOf<V>>> | NullOf<TypeOf<K | V>>, ScopeOf<K | V>> =>
  functionCall('mapFromArrays', keys, values);

/** The elements in ascending order, NULLs first; or in descending order, NULLs last, unless said otherwise. */
export const arraySort = <X extends AnyArray>(
  values: X,
  ascending?: boolean | Expression,
  nullsFirst?: boolean | Expression,
): Expr<TypeOf<X>, ScopeOf<X>> => functionCall('arraySort', values, ascending, nullsFirst);
/** The elements of an array of text, with a delimiter between them; NULLs are left out, unless there is a text for them. */
export const arrayJoin = <
  X extends Expression<ARRAY<STRING | null> | null, Untyped>,
  A extends TextOperand,
  B extends TextOperand = never,
>(
  texts: X,
  delimiter: A,
  nullReplacement?: B,
): Expr<STRING | NullOf<TypeOf<X>> | NullOf<TypeOf<A | B>>, ScopeOf<X | A | B>> =>
  functionCall('arrayJoin', texts, delimiter, nullReplacement);

/**
 * A structured object of a Java class: names and values of its attributes take turns. Untyped, unless the type is given.
 * @example objectOf('com.example.User', 'name', $.name, 'age', 5)
 */
export const objectOf = <C = Untyped>(className: string, ...namesAndValues: AnyOperand[]): Expr<C, Untyped> =>
  functionCall('objectOf', className, ...namesAndValues);
