import type { STRING } from '../../types/sql-types.js';
import type { NullOf } from '../../types/values.js';
import type { Expr } from '../expr.js';
import type { ScopeOf, TypeOf } from '../expression.js';
import type { TextOperand } from '../result.js';
import { functionCall } from './function-call.js';

type Texts = readonly [TextOperand, ...TextOperand[]];

/** The texts, one after the other; NULL where one is. */
export const concat = <const A extends Texts>(
  ...texts: A
): Expr<STRING | NullOf<TypeOf<A[number]>>, ScopeOf<A[number]>> => functionCall('concat', ...texts);
/** The texts that are not NULL, with a separator between them; NULL where the separator is. */
export const concatWs = <S extends TextOperand, const A extends Texts>(
  separator: S,
  ...texts: A
): Expr<STRING | NullOf<TypeOf<S | A[number]>>, ScopeOf<S> | ScopeOf<A[number]>> =>
  functionCall('concatWs', separator, ...texts);
/** A random UUID, another one for each row. */
export const uuid = (): Expr<STRING, never> => functionCall('uuid');
