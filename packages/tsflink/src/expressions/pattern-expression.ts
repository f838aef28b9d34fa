import type { ARRAY, INT, STRING } from '../types/sql-types.js';
import type { ComparableExpression } from './comparable-expression.js';
import type { IntegerOperand, IntOperand, Result, TextOperand, Truth } from './result.js';

/** How text is matched against patterns. The regular expressions are Java's. */
export interface PatternExpression<in out C, in out L> extends ComparableExpression<C, L> {
  /** Whether it matches a pattern with `%` and `_`; `escapeCharacter` is the one that takes them literally. */
  like<A extends TextOperand, B extends TextOperand = never>(pattern: A, escapeCharacter?: B): Truth<C, L, A | B>;
  /** Whether it matches a regular expression of SQL (`SIMILAR TO`). */
  similar<O extends TextOperand>(pattern: O): Truth<C, L, O>;
  /** Whether a regular expression is found in it. */
  regexp<O extends TextOperand>(regex: O): Truth<C, L, O>;
  /** How often a regular expression is found in it; NULL where the expression is wrong. */
  regexpCount<O extends TextOperand>(regex: O): Result<INT | null, C, L, O>;
  /** With `replacement` for all that a regular expression matches. */
  regexpReplace<A extends TextOperand, B extends TextOperand>(regex: A, replacement: B): Result<STRING, C, L, A | B>;
  /** What a group (0, the whole match, unless given) of a regular expression matched; NULL where it did not. */
  regexpExtract<A extends TextOperand, B extends IntOperand = never>(
    regex: A,
    group?: B,
  ): Result<STRING | null, C, L, A | B>;
  /** What a group (1, unless given) matched, of each place where a regular expression is found. */
  regexpExtractAll<A extends TextOperand, B extends IntegerOperand = never>(
    regex: A,
    group?: B,
  ): Result<ARRAY<STRING | null> | null, C, L, A | B>;
  /** Where a regular expression is first found; 1 is the first character, 0 stands for nowhere. */
  regexpInstr<O extends TextOperand>(regex: O): Result<INT | null, C, L, O>;
  /** The first part that a regular expression matches; NULL where there is none. */
  regexpSubstr<O extends TextOperand>(regex: O): Result<STRING | null, C, L, O>;
}
