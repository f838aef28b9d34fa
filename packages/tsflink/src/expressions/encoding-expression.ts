import type { BIGINT, BYTES, STRING } from '../types/sql-types.js';
import type { BaseExpression } from './base-expression.js';
import type { Result, TextOperand } from './result.js';

/** A part of an address that `parseUrl` gives. */
export type UrlPart = 'HOST' | 'PATH' | 'QUERY' | 'REF' | 'PROTOCOL' | 'FILE' | 'AUTHORITY' | 'USERINFO';

/** Text in other notations. */
export interface EncodingExpression<in out C, in out L> extends BaseExpression<C, L> {
  /** Its bytes in a character set, such as `UTF-8`. */
  encode<O extends TextOperand>(charset: O): Result<BYTES, C, L, O>;
  /** What it stands for in Base64. */
  fromBase64(): Result<STRING, C, L>;
  /** In Base64. */
  toBase64(): Result<STRING, C, L>;
  /** Its bytes in hexadecimal digits. */
  hex(): Result<STRING, C, L>;
  /** The bytes that its hexadecimal digits stand for; NULL where it has others. */
  unhex(): Result<BYTES | null, C, L>;
  /** With `%xx` and `+` decoded; NULL where they are wrong. */
  urlDecode(): Result<STRING | null, C, L>;
  /** With what is not allowed in an address as `%xx`. */
  urlEncode(): Result<STRING | null, C, L>;
  /** A part of an address, or the value of a key of its query; NULL where there is none. */
  parseUrl(part: UrlPart): Result<STRING | null, C, L>;
  /** The same, of a part that an expression names. */
  parseUrl<A extends TextOperand, B extends TextOperand = never>(part: A, key?: B): Result<STRING | null, C, L, A | B>;
  /** The number of an IPv4 address; NULL where it is none. */
  inetAton(): Result<BIGINT | null, C, L>;
}
