import type { NUMERIC } from '../../types/casting.js';
import type { BIGINT } from '../../types/sql-types.js';
import type { Untyped } from '../../types/untyped.js';
import { callOf, toNode } from '../build.js';
import type { Agg, AggOrNull } from '../expr.js';
import type { Expression, ScopeOf, TypeOf } from '../expression.js';

type Numeric = Expression<NUMERIC | null, Untyped>;
const method = (name: string, x: Expression) => callOf({ case: 'builtin', name }, [toNode(x)]);

/** How many values are not NULL. */
export const count = (x: Expression): Agg<BIGINT> => method('count', x);
/** The sum; NULL of no rows. */
export const sum = <X extends Numeric>(x: X): AggOrNull<TypeOf<X>, ScopeOf<X>> => method('sum', x);
/** The mean, of the same type: an integer of integers, as in SQL. */
export const avg = <X extends Numeric>(x: X): AggOrNull<TypeOf<X>, ScopeOf<X>> => method('avg', x);
/** The largest value. */
export const max = <X extends Expression>(x: X): AggOrNull<TypeOf<X>, ScopeOf<X>> => method('max', x);
/** The smallest value. */
export const min = <X extends Expression>(x: X): AggOrNull<TypeOf<X>, ScopeOf<X>> => method('min', x);
