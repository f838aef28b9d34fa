import type { ARRAY, INT, MAP, STRING } from '../types/sql-types.js';
import type { EncodingExpression } from './encoding-expression.js';
import type { Agg } from './expr.js';
import type { HashExpression } from './hash-expression.js';
import type { JsonExpression } from './json-expression.js';
import type { PatternExpression } from './pattern-expression.js';
import type { AnyOperand, IntegerOperand, IntOperand, Result, TextOperand, Truth } from './result.js';
import type { StringTemporalExpression } from './string-temporal-expression.js';

/** An expression of text. */
export interface StringExpression<in out C, in out L>
  extends PatternExpression<C, L>,
    EncodingExpression<C, L>,
    HashExpression<C, L>,
    JsonExpression<C, L>,
    StringTemporalExpression<C, L> {
  /** In capitals. */
  upperCase(): Result<STRING, C, L>;
  /** In small letters. */
  lowerCase(): Result<STRING, C, L>;
  /** With a capital at the beginning of each word. */
  initCap(): Result<STRING, C, L>;
  /** The number of characters. */
  charLength(): Result<INT, C, L>;
  /** Followed by `other`. */
  concat<O extends TextOperand>(other: O): Result<STRING, C, L, O>;
  /** The characters in the opposite order. */
  reverse(): Result<STRING, C, L>;
  /** So many times, one after the other. */
  repeat<O extends IntOperand>(n: O): Result<STRING, C, L, O>;

  /** The part from `begin` (1 is the first character; negative counts from the end), of at most `length` characters. */
  substring<A extends IntOperand, B extends IntOperand = never>(begin: A, length?: B): Result<STRING, C, L, A | B>;
  /** The same as {@link substring}, as in Flink. */
  substr<A extends IntOperand, B extends IntOperand = never>(begin: A, length?: B): Result<STRING, C, L, A | B>;
  /** The first `length` characters. */
  left<O extends IntegerOperand>(length: O): Result<STRING, C, L, O>;
  /** The last `length` characters. */
  right<O extends IntegerOperand>(length: O): Result<STRING, C, L, O>;
  /** With `text` in place of `length` characters (as many as `text` has, by default) from `starting` on. */
  overlay<A extends TextOperand, B extends IntOperand, D extends IntOperand = never>(
    text: A,
    starting: B,
    length?: D,
  ): Result<STRING, C, L, A | B | D>;
  /** With `replacement` for every occurrence of `search`. */
  replace<A extends TextOperand, B extends TextOperand>(search: A, replacement: B): Result<STRING, C, L, A | B>;
  /** With each character of `from` replaced by the one at its place in `to`, or dropped where `to` is shorter. */
  translate<A extends TextOperand, B extends TextOperand>(from: A, to: B): Result<STRING, C, L, A | B>;

  /** Without the spaces, or the occurrences of `character`, at both ends. */
  trim<O extends TextOperand = never>(character?: O): Result<STRING, C, L, O>;
  /** Without the spaces, or the occurrences of `character`, at the beginning. */
  trimLeading<O extends TextOperand = never>(character?: O): Result<STRING, C, L, O>;
  /** Without the spaces, or the occurrences of `character`, at the end. */
  trimTrailing<O extends TextOperand = never>(character?: O): Result<STRING, C, L, O>;
  /** Without the spaces, or any of the characters of `characters`, at the beginning. */
  ltrim<O extends TextOperand = never>(characters?: O): Result<STRING, C, L, O>;
  /** Without the spaces, or any of the characters of `characters`, at the end. */
  rtrim<O extends TextOperand = never>(characters?: O): Result<STRING, C, L, O>;
  /** Without the spaces, or any of the characters of `characters`, at both ends. */
  btrim<O extends TextOperand = never>(characters?: O): Result<STRING, C, L, O>;
  /** Filled up on the left with `pad`, or cut, to `length` characters; NULL for a negative length or an empty pad. */
  lpad<A extends IntOperand, B extends TextOperand>(length: A, pad: B): Result<STRING, C, L, A | B>;
  /** Filled up on the right with `pad`, or cut, to `length` characters; NULL for a negative length or an empty pad. */
  rpad<A extends IntOperand, B extends TextOperand>(length: A, pad: B): Result<STRING, C, L, A | B>;

  /** Whether it begins with `prefix`. */
  startsWith<O extends TextOperand>(prefix: O): Truth<C, L, O>;
  /** Whether it ends with `suffix`. */
  endsWith<O extends TextOperand>(suffix: O): Truth<C, L, O>;
  /** Where in `haystack` it first occurs; 1 is the first character, 0 stands for nowhere. */
  position<O extends TextOperand>(haystack: O): Result<INT, C, L, O>;
  /** Where `text` first occurs in it; 1 is the first character, 0 stands for nowhere. */
  instr<O extends TextOperand>(text: O): Result<INT, C, L, O>;
  /** Where in `text` it first occurs, from `position` on; 0 stands for nowhere. */
  locate<A extends TextOperand, B extends IntegerOperand = never>(text: A, position?: B): Result<INT, C, L, A | B>;
  /** The code of the first character, as a signed byte. */
  ascii(): Result<INT, C, L>;
  /** With the values in place of its `%d`, `%s` …, as Java formats them; NULL where the format is wrong. */
  printf<const A extends readonly AnyOperand[]>(...values: A): Result<STRING | null, C, L, A[number]>;

  /** The part at an index (from 0) between separators; NULL where there is none. */
  splitIndex<A extends TextOperand, B extends IntOperand>(separator: A, index: B): Result<STRING | null, C, L, A | B>;
  /** The parts between delimiters; each character for an empty one. */
  split<O extends TextOperand>(delimiter: O): Result<ARRAY<STRING | null>, C, L, O>;
  /** The entries of `k1=v1,k2=v2`, or of a text with other delimiters, which are regular expressions. */
  strToMap(): Result<MAP<STRING | null, STRING | null>, C, L>;
  /** The same, with delimiters between entries and within them. */
  strToMap<A extends TextOperand, B extends TextOperand>(
    listDelimiter: A,
    keyValueDelimiter: B,
  ): Result<MAP<STRING | null, STRING | null>, C, L, A | B>;

  /** The values of all rows, joined by `separator` (a comma, unless given); NULL where there is none. */
  listAgg(separator?: string): Agg<STRING | null>;
}
