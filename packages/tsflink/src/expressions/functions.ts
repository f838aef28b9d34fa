import type { Common, NUMERIC } from '../types/casting.js';
import type { JsLiteral } from '../types/literals.js';
import type { BIGINT, BOOLEAN, PROCTIME, TIMESTAMP_LTZ } from '../types/sql-types.js';
import type { Untyped } from '../types/untyped.js';
import { callOf, toNode } from './build.js';
import type { Agg, Expr } from './expr.js';
import type { Expression, ScopeOf, TypeOf } from './expression.js';
import { literal } from './literal.js';

type Numeric = Expression<NUMERIC | null, Untyped>;
const builtin = (name: string, ...args: unknown[]) => callOf({ case: 'builtin', name }, args.map(toNode));

/** How many values are not NULL. */
export const count = (x: Expression): Agg<BIGINT> => builtin('count', x);
/** The sum; NULL of no rows. */
export const sum = <X extends Numeric>(x: X): Agg<TypeOf<X>> => builtin('sum', x);
/** The mean, of the same type: an integer of integers, as in SQL. */
export const avg = <X extends Numeric>(x: X): Agg<TypeOf<X>> => builtin('avg', x);
/** The largest value. */
export const max = <X extends Expression>(x: X): Agg<TypeOf<X>> => builtin('max', x);
/** The smallest value. */
export const min = <X extends Expression>(x: X): Agg<TypeOf<X>> => builtin('min', x);

/** `then` where the condition is true, `otherwise` where it is false or NULL; the other one is not computed. */
export const ifThenElse = <
  C extends Expression<BOOLEAN | null, Untyped>,
  const A extends Expression | JsLiteral,
  const B extends Expression | JsLiteral,
>(
  condition: C,
  then: A,
  otherwise: B,
): Expr<Common<TypeOf<A>, TypeOf<B>>, ScopeOf<C> | ScopeOf<A> | ScopeOf<B>> =>
  builtin('ifThenElse', condition, then, otherwise);

/**
 * Calls a function by its path: one registered in the session, of a catalog, of a module, or built into SQL. Its result
 * is untyped unless the type is given: `call<STRING | null>('UPPER', $.name)`. Maps to Flink's `Expressions.call`.
 */
export const call = <C = Untyped>(path: string, ...args: unknown[]): Expr<C, Untyped> =>
  callOf({ case: 'path', path }, args.map(toNode));

/** An expression written in SQL. Maps to Flink's `Expressions.callSql`. */
export const callSql = <C = Untyped>(sql: string): Expr<C, Untyped> =>
  callOf({ case: 'builtin', name: 'callSql' }, [literal(sql)]);

/** The time at which the row is processed, as a time attribute; Flink's Table API writes it as SQL. */
export const proctime = (): Expr<PROCTIME, never> =>
  callOf({ case: 'builtin', name: 'callSql' }, [literal('PROCTIME()')]);
/** The time at which the row is processed. */
export const currentTimestamp = (): Expr<TIMESTAMP_LTZ, never> => builtin('currentTimestamp');
