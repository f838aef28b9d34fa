import type { STRING } from '../../types/sql-types.js';
import type { NullOf } from '../../types/values.js';
import type { Expr } from '../expr.js';
import type { ScopeOf, TypeOf } from '../expression.js';
import type { TextOperand } from '../result.js';
import { functionCall } from './function-call.js';

/** The texts, one after the other; NULL where one is. */
export const concat = <O extends TextOperand>(...texts: [O, ...O[]]): Expr<STRING | NullOf<TypeOf<O>>, ScopeOf<O>> =>
  functionCall('concat', ...texts);
/** The texts that are not NULL, with a separator between them; NULL where the separator is. */
export const concatWs = <S extends TextOperand, O extends TextOperand>(
  separator: S,
  ...texts: [O, ...O[]]
): Expr<STRING | NullOf<TypeOf<S>> | NullOf<TypeOf<O>>, ScopeOf<S | O>> =>
  functionCall('concatWs', separator, ...texts);
/** A random UUID, another one for each row. */
export const uuid = (): Expr<STRING, never> => functionCall('uuid');
