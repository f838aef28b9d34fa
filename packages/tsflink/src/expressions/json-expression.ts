import type { DataType, TypeIn } from '../types/data-type.js';
import type { BOOLEAN, STRING } from '../types/sql-types.js';
import type { BaseExpression } from './base-expression.js';
import type { BooleanExpression } from './boolean-expression.js';
import type { Expr } from './expr.js';
import type { ScopeOf } from './expression.js';
import type { AnyOperand, Result } from './result.js';
import type {
  JsonExistsOnError,
  JsonQueryOnEmptyOrError,
  JsonQueryWrapper,
  JsonType,
  JsonValueOnEmptyOrError,
} from './symbols.js';

/** Text that holds JSON. Paths are those of SQL, in a literal: `'$.a[0].b'`, with `lax` or `strict` before it. */
export interface JsonExpression<in out C, in out L> extends BaseExpression<C, L> {
  /** Whether it is JSON, of some type. */
  isJson(type?: JsonType): BooleanExpression<BOOLEAN, L>;
  /** Whether there is something at a path; `onError` (FALSE) is the answer where that cannot be told. */
  jsonExists(path: string, onError?: JsonExistsOnError): BooleanExpression<BOOLEAN | null, L>;

  /** The scalar at a path as text; NULL where there is none. */
  jsonValue(path: string): Expr<STRING | null, L>;
  /** The scalar at a path in a type; NULL, or `defaultOnEmptyOrError`, where there is none that fits. */
  jsonValue<D extends DataType, O extends AnyOperand = never>(
    path: string,
    returning: D,
    defaultOnEmptyOrError?: O,
  ): Expr<TypeIn<D> | null, L | ScopeOf<O>>;
  /**
   * The scalar at a path in a type. The defaults count only for `DEFAULT`.
   * @example $.json.jsonValue('$.n', DataTypes.INT(), 'DEFAULT', -1, 'ERROR', null)
   */
  jsonValue<D extends DataType, A extends AnyOperand, B extends AnyOperand>(
    path: string,
    returning: D,
    onEmpty: JsonValueOnEmptyOrError,
    defaultOnEmpty: A,
    onError: JsonValueOnEmptyOrError,
    defaultOnError: B,
  ): Expr<TypeIn<D> | null, L | ScopeOf<A> | ScopeOf<B>>;

  /**
   * The objects and arrays at a path, as JSON; scalars only in a wrapper. `wrapper` says whether in an array, and the
   * rest what is returned where there is nothing, or an error; NULL, unless given.
   */
  jsonQuery(path: string, wrapper?: JsonQueryWrapper): Expr<STRING | null, L>;
  /** The same, and what there is instead of nothing, and of an error. */
  jsonQuery(
    path: string,
    wrapper: JsonQueryWrapper,
    onEmpty: JsonQueryOnEmptyOrError,
    onError: JsonQueryOnEmptyOrError,
  ): Expr<STRING | null, L>;
  /** The same, as an array of STRING. */
  jsonQuery<D extends DataType>(path: string, returning: D, wrapper?: JsonQueryWrapper): Expr<TypeIn<D> | null, L>;
  /** The same, and what there is instead of nothing, and of an error. */
  jsonQuery<D extends DataType>(
    path: string,
    returning: D,
    wrapper: JsonQueryWrapper,
    onEmpty: JsonQueryOnEmptyOrError,
    onError: JsonQueryOnEmptyOrError,
  ): Expr<TypeIn<D> | null, L>;

  /** As a string of JSON, with its quotes and escapes. */
  jsonQuote(): Result<STRING, C, L>;
  /** The text of a string of JSON; unchanged where it is none. */
  jsonUnquote(): Result<STRING, C, L>;
}
