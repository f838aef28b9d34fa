import type { Field, TypeNode } from '@tsflink/runtime/codec';
import type { CallSite } from '../source/call-site.js';

/** What a function is given for a NULL argument: the call with `null`, or no call at all, its result being NULL. */
export type NullHandling = 'call' | 'return-null';

/** A function of the user's program, as the plan and the runtime see it. Maps to Flink's `UserDefinedFunction`. */
export interface FunctionDefinition {
  readonly kind: 'scalar';
  readonly name: string;
  readonly parameters: readonly Field[];
  readonly returns: TypeNode;
  /** Whether equal arguments always give equal results. */
  readonly deterministic: boolean;
  readonly onNull: NullHandling;
  /** The code; arguments by position. */
  readonly fn: (...args: never[]) => unknown;
  /** Where it is defined. */
  readonly source: CallSite;
}
