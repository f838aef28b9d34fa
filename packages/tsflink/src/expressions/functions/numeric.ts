import type { NUMERIC } from '../../types/casting.js';
import type { DOUBLE, INT, INTERVAL } from '../../types/sql-types.js';
import type { Untyped } from '../../types/untyped.js';
import type { NullOf } from '../../types/values.js';
import type { Expr } from '../expr.js';
import type { Expression, ScopeOf, TypeOf } from '../expression.js';
import type { NumericOperand } from '../operands.js';
import type { IntOperand } from '../result.js';
import { functionCall } from './function-call.js';

type Double<O> = Expr<DOUBLE | NullOf<TypeOf<O>>, ScopeOf<O>>;

/** The number with the other sign; or the interval. */
export const negative = <const X extends NumericOperand | Expression<NUMERIC | INTERVAL | null, Untyped>>(
  value: X,
): Expr<TypeOf<X>, ScopeOf<X>> => functionCall('negative', value);
/** The logarithm of a value: `log(value)`, the natural one, or `log(base, value)`. */
export function log<const X extends NumericOperand>(value: X): Double<X>;
export function log<const B extends NumericOperand, const X extends NumericOperand>(base: B, value: X): Double<B | X>;
export function log(...args: unknown[]): unknown {
  return functionCall('log', ...args);
}
/** The angle of the point (x, y), in radians. */
export const atan2 = <const Y extends NumericOperand, const X extends NumericOperand>(y: Y, x: X): Double<Y | X> =>
  functionCall('atan2', y, x);
/** π */
export const pi = (): Expr<DOUBLE, never> => functionCall('pi');
/** Euler's number. */
export const e = (): Expr<DOUBLE, never> => functionCall('e');
/** A random number from 0 to 1, 1 excluded; of a seed, the same sequence each time. */
export const rand = <S extends IntOperand = never>(seed?: S): Double<S> => functionCall('rand', seed);
/** A random integer from 0 to the bound, excluded: `randInteger(bound)` or `randInteger(seed, bound)`. */
export function randInteger<B extends IntOperand>(bound: B): Expr<INT | NullOf<TypeOf<B>>, ScopeOf<B>>;
export function randInteger<S extends IntOperand, B extends IntOperand>(
  seed: S,
  bound: B,
): Expr<INT | NullOf<TypeOf<S | B>>, ScopeOf<S | B>>;
export function randInteger(...args: unknown[]): unknown {
  return functionCall('randInteger', ...args);
}
