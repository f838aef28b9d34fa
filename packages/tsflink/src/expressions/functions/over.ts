import type { BIGINT, INTERVAL } from '../../types/sql-types.js';
import { wrap } from '../build.js';
import type { Expr, OverFunction } from '../expr.js';
import type { Expression, TypeOf } from '../expression.js';
import type { AnyOperand, IntOperand } from '../result.js';
import { functionCall } from './function-call.js';

const bound = (value: string) => wrap({ kind: 'symbol', family: 'OverWindowRange', value });

/** From the first row of a partition on; a bound of an over window. */
export const UNBOUNDED_ROW: Expression<BIGINT, never> = bound('UNBOUNDED_ROW');
/** From the first row of a partition on; a bound of an over window of a time interval. */
export const UNBOUNDED_RANGE: Expression<INTERVAL, never> = bound('UNBOUNDED_RANGE');
/** To the current row; a bound of an over window. */
export const CURRENT_ROW: Expression<BIGINT, never> = bound('CURRENT_ROW');
/** To the rows of the same sort key as the current one; a bound of an over window of a time interval. */
export const CURRENT_RANGE: Expression<INTERVAL, never> = bound('CURRENT_RANGE');

/** So many rows; the bound of an over window, the size or the slide of a group window. */
export const rowInterval = (rows: number | bigint): Expr<BIGINT, never> => functionCall('rowInterval', rows);

/**
 * The value `offset` (1, unless given) rows later in an over window; `defaultValue` where there is no such row. Flink 2.3
 * runs it in SQL in batch only.
 */
export const lead = <X extends Expression, D extends AnyOperand = never>(
  value: X,
  offset?: IntOperand,
  defaultValue?: D,
): OverFunction<Shifted<X, D>> => functionCall('lead', value, offset, defaultValue);
/** The value `offset` (1, unless given) rows earlier in an over window; `defaultValue` where there is no such row. */
export const lag = <X extends Expression, D extends AnyOperand = never>(
  value: X,
  offset?: IntOperand,
  defaultValue?: D,
): OverFunction<Shifted<X, D>> => functionCall('lag', value, offset, defaultValue);

type Shifted<X, D> = [D] extends [never]
  ? TypeOf<X> | null
  : null extends TypeOf<D>
    ? TypeOf<X> | null
    : NonNullable<TypeOf<X>>;
