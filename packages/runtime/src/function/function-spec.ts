import type { Field, TypeNode } from '../codec/index.js';

/** A function as its caller describes it; maps to Java's `FunctionDescriptor`. */
export interface FunctionSpec {
  readonly name: string;
  /** Hash of the artifact that holds it. */
  readonly artifact: string;
  readonly exportName: string;
  readonly parameters: readonly Field[];
  /** The type of a result, or of a row of results. */
  readonly returns: TypeNode;
  readonly onNull: 'call' | 'return-null';
  /** Whether the code takes its arguments as one object. */
  readonly namedArguments?: boolean;
  /** Whether it is called for many rows at once, with a column for each parameter. */
  readonly vectorised?: boolean;
  /** The type of accumulators, of an aggregate. */
  readonly accumulator?: TypeNode;
  /** The methods that the function's object has. */
  readonly methods?: readonly string[];
  /** Where the user's program defines it: `src/functions.ts:12`. */
  readonly source?: string;
}
