import type { TypeNode } from '../codec/index.js';
import type { FunctionSpec } from '../function/function-spec.js';

/** Calls over the fields of an input row. */
export interface CallsSpec {
  /** The fields of input rows, as they lie in memory. */
  readonly input: readonly TypeNode[];
  /** The fields of the constants row. */
  readonly constants: readonly TypeNode[];
  /** The fields of result rows. */
  readonly results: readonly TypeNode[];
  readonly functions: readonly FunctionSpec[];
  readonly calls: readonly CallSpec[];
}

/** What an operator asks of the runtime: one call for each field of the result. */
export interface CalcSpec extends CallsSpec {
  readonly program: 'calc';
}

/** A call of a function; maps to Java's `CallTree`. */
export interface CallSpec {
  /** Index in the spec's functions. */
  readonly function: number;
  readonly arguments: readonly ArgumentSpec[];
}

/** Where a call takes an argument from; maps to Java's `Argument`. */
export type ArgumentSpec = { readonly field: number } | { readonly constant: number } | { readonly call: CallSpec };
