import type { TypeNode } from '../codec/index.js';
import type { FunctionSpec } from '../function/function-spec.js';

/** What an operator asks of the runtime: calls over the fields of an input row, one for each field of the result. */
export interface CalcSpec {
  readonly program: 'calc';
  /** The fields of input rows, as they lie in memory. */
  readonly input: readonly TypeNode[];
  /** The fields of the constants row. */
  readonly constants: readonly TypeNode[];
  /** The fields of result rows. */
  readonly results: readonly TypeNode[];
  readonly functions: readonly FunctionSpec[];
  readonly calls: readonly CallSpec[];
}

/** A call of a function; maps to Java's `CallTree`. */
export interface CallSpec {
  /** Index in the spec's functions. */
  readonly function: number;
  readonly arguments: readonly ArgumentSpec[];
}

/** Where a call takes an argument from; maps to Java's `Argument`. */
export type ArgumentSpec = { readonly field: number } | { readonly constant: number } | { readonly call: CallSpec };
