import type { STRING } from '../types/sql-types.js';
import type { BaseExpression } from './base-expression.js';
import type { IntOperand, Result } from './result.js';

/** Hashes of text, in hexadecimal digits. */
export interface HashExpression<in out C, in out L> extends BaseExpression<C, L> {
  /** The MD5 hash: 32 digits. */
  md5(): Result<STRING, C, L>;
  /** The SHA-1 hash: 40 digits. */
  sha1(): Result<STRING, C, L>;
  /** The SHA-224 hash: 56 digits. */
  sha224(): Result<STRING, C, L>;
  /** The SHA-256 hash: 64 digits. */
  sha256(): Result<STRING, C, L>;
  /** The SHA-384 hash: 96 digits. */
  sha384(): Result<STRING, C, L>;
  /** The SHA-512 hash: 128 digits. */
  sha512(): Result<STRING, C, L>;
  /** The hash of the SHA-2 family of so many bits: 224, 256, 384 or 512. */
  sha2<O extends IntOperand>(bits: O): Result<STRING, C, L, O>;
}
