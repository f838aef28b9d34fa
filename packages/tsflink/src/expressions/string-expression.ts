import type { BOOLEAN, INT, STRING, TIMESTAMP } from '../types/sql-types.js';
import type { NullOf } from '../types/values.js';
import type { BooleanExpression } from './boolean-expression.js';
import type { ComparableExpression } from './comparable-expression.js';
import type { Expr } from './expr.js';
import type { ScopeOf, TypeOf } from './expression.js';
import type { Operand } from './operands.js';

/** An expression of text. */
export interface StringExpression<in out C, in out L> extends ComparableExpression<C, L> {
  /** In capitals. */
  upperCase(): Expr<C, L>;
  /** In small letters. */
  lowerCase(): Expr<C, L>;
  /** Without spaces at both ends. */
  trim(): Expr<C, L>;
  /** The part from `begin` (1 is the first character) on, of at most `length` characters. */
  substring(begin: number, length?: number): Expr<C, L>;
  /** The number of characters. */
  charLength(): Expr<INT | NullOf<C>, L>;
  /** Whether it matches a pattern with `%` and `_`. */
  like(pattern: Operand<STRING>): BooleanExpression<BOOLEAN | NullOf<C>, L>;
  /** Whether it matches a regular expression of SQL (`SIMILAR TO`). */
  similar(pattern: Operand<STRING>): BooleanExpression<BOOLEAN | NullOf<C>, L>;
  /** Followed by `other`. */
  concat<O extends Operand<STRING | null>>(other: O): Expr<C | NullOf<TypeOf<O>>, L | ScopeOf<O>>;
  /** What a group of a Java regular expression matched; NULL where it did not match. */
  regexpExtract(regex: string, group?: number): Expr<STRING | null, L>;
  /** Parsed as a timestamp of SQL. */
  toTimestamp(): Expr<TIMESTAMP | null, L>;
}
