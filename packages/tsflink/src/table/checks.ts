import type { Common, Fits } from '../types/casting.js';
import type { FlinkTypeError, Problem } from '../types/problem.js';
import type { IsUntyped } from '../types/untyped.js';
import type { NameOf } from '../types/values.js';

/** `Check` where both schemas are known. */
type Known<A, B, Check> = IsUntyped<A> extends true ? unknown : IsUntyped<B> extends true ? unknown : Check;

type InsertProblem<S, K, C extends string> = C extends keyof K
  ? C extends keyof S
    ? Fits<S[C], K[C]> extends true
      ? never
      : `column ${C}: the sink has ${NameOf<K[C]>}, the query yields ${NameOf<S[C]>}`
    : `column ${C} (${NameOf<K[C]>}) of the sink: the query does not yield it`
  : `column ${C} (${NameOf<S[C & keyof S]>}) of the query: the sink does not have it`;
/** Whether rows of `S` can be inserted into a table of columns `K`. */
export type CheckInsert<S, K> = Known<
  S,
  K,
  Problem<{ [C in (keyof S | keyof K) & string]: InsertProblem<S, K, C> }[(keyof S | keyof K) & string]>
>;

type Collision<C> = C extends string
  ? `both tables have a column '${C}': rename it first, as in right.renameColumns({ ${C}: 'new_name' })`
  : never;
/** Whether two tables have no column in common. */
export type CheckDisjoint<L, R> = Known<L, R, Problem<Collision<Extract<keyof L, keyof R>>>>;

type UnionProblem<S, R, C extends string> = C extends keyof S
  ? C extends keyof R
    ? [Common<S[C], R[C]>] extends [never]
      ? `column ${C}: ${NameOf<S[C]>} on the left, ${NameOf<R[C]>} on the right`
      : never
    : `column ${C} is only on the left`
  : `column ${C} is only on the right`;
/** Whether two tables have the same columns, of types that have a common one. */
export type CheckUnion<S, R> = Known<
  S,
  R,
  Problem<{ [C in (keyof S | keyof R) & string]: UnionProblem<S, R, C> }[(keyof S | keyof R) & string]>
>;

/** Whether columns are new to a table. */
export type CheckNew<S, P> =
  IsUntyped<S> extends true
    ? unknown
    : [Extract<keyof P, keyof S>] extends [never]
      ? unknown
      : FlinkTypeError<`column '${Extract<keyof P, keyof S> & string}' exists: use addOrReplaceColumns`>;

/** Whether the columns to be renamed exist. */
export type CheckRename<S, M> = {
  [K in Exclude<
    keyof M,
    IsUntyped<S> extends true ? string : keyof S
  >]: FlinkTypeError<`the table has no column '${K & string}'`>;
};
