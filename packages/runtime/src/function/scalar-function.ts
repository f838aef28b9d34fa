import type { Field, TypeNode } from '../codec/index.js';

/** A scalar function as its caller describes it; maps to Java's `FunctionDescriptor`. */
export interface FunctionSpec {
  readonly name: string;
  /** Hash of the artifact that holds it. */
  readonly artifact: string;
  readonly exportName: string;
  readonly parameters: readonly Field[];
  readonly returns: TypeNode;
  readonly onNull: 'call' | 'return-null';
  /** Where the user's program defines it: `src/functions.ts:12`. */
  readonly source?: string;
}

/** The user's code. */
export type ScalarFunction = (...values: unknown[]) => unknown;
