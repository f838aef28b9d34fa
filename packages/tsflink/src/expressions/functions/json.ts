import type { STRING, VARIANT } from '../../types/sql-types.js';
import type { NullOf } from '../../types/values.js';
import type { Agg, Expr } from '../expr.js';
import type { ScopeOf, TypeOf } from '../expression.js';
import type { AnyOperand, TextOperand } from '../result.js';
import type { JsonOnNull } from '../symbols.js';
import { functionCall } from './function-call.js';

/**
 * A JSON object: keys, which are literals, and values take turns.
 * @example jsonObject('NULL', 'name', $.name, 'tags', jsonArray('ABSENT', $.a, $.b))
 */
export const jsonObject = <const A extends readonly AnyOperand[]>(
  onNull: JsonOnNull,
  ...keysAndValues: A
): Expr<STRING, ScopeOf<A[number]>> => functionCall('jsonObject', onNull, ...keysAndValues);
/** A JSON array. */
export const jsonArray = <const A extends readonly AnyOperand[]>(
  onNull: JsonOnNull,
  ...values: A
): Expr<STRING, ScopeOf<A[number]>> => functionCall('jsonArray', onNull, ...values);
/** A JSON object of the keys and values of all rows; keys must differ. */
export const jsonObjectAgg = (onNull: JsonOnNull, key: TextOperand, value: AnyOperand): Agg<STRING> =>
  functionCall('jsonObjectAgg', onNull, key, value);
/** A JSON array of the values of all rows. */
export const jsonArrayAgg = (onNull: JsonOnNull, item: AnyOperand): Agg<STRING> =>
  functionCall('jsonArrayAgg', onNull, item);
/** A value as JSON. */
export const jsonString = <O extends AnyOperand>(value: O): Expr<STRING | NullOf<TypeOf<O>>, ScopeOf<O>> =>
  functionCall('jsonString', value);
/** Text that is JSON already, to be put as it is into `jsonObject` and `jsonArray`. */
export const json = <O extends TextOperand>(value: O): Expr<STRING | NullOf<TypeOf<O>>, ScopeOf<O>> =>
  functionCall('json', value);

/** JSON as a VARIANT; fails at run time where it is not JSON, or has a key twice that may not be. */
export const parseJson = <O extends TextOperand>(
  text: O,
  allowDuplicateKeys?: boolean,
): Expr<VARIANT | NullOf<TypeOf<O>>, ScopeOf<O>> => functionCall('parseJson', text, allowDuplicateKeys);
/** JSON as a VARIANT; NULL where it is not JSON. */
export const tryParseJson = <O extends TextOperand>(
  text: O,
  allowDuplicateKeys?: boolean,
): Expr<VARIANT | null, ScopeOf<O>> => functionCall('tryParseJson', text, allowDuplicateKeys);
