import type { Code } from './code.js';
import type { TypeNode } from './type-node.js';

/** Where a value lies, as expressions of the generated code. */
export interface Place {
  /** Address of the row or array that holds it; offsets count from there. */
  readonly base: string;
  /** Address of its slot. */
  readonly slot: string;
}

/** How values of one SQL type are read and written. */
export interface TypeCodec {
  readonly node: TypeNode;
  /** Bytes of the slot in an array; in a row it is always eight. */
  readonly width: 1 | 2 | 4 | 8;
  /** An expression that reads a value, not NULL, of `input`. */
  read(code: Code, at: Place): string;
  /** Statements that check the value of a variable, not null, and write it to `out`. */
  write(code: Code, value: string, at: Place): string;
}
