import type { TypeNode } from '../codec/index.js';
import type { FunctionSpec } from '../function/function-spec.js';

/** What an operator asks of aggregate functions: to keep accumulators as its instructions say. */
export interface AggregateSpec {
  readonly program: 'aggregate';
  /** The fields of input rows, as they lie in memory. */
  readonly input: readonly TypeNode[];
  readonly calls: readonly AggregateCallSpec[];
}

/** A call of an aggregate function; maps to Java's `AggregateCall`. */
export interface AggregateCallSpec {
  readonly function: FunctionSpec;
  /** The field of the input row for each parameter. */
  readonly arguments: readonly number[];
}
