import type { ParameterSpec } from '@tsflink/runtime';
import type { TypeNode } from '@tsflink/runtime/codec';
import type { CallSite } from '../source/call-site.js';
import type { EngineOptions } from './engine.js';
import type { AccumulatorStrategyNode, SignatureNode } from './inference/nodes.js';
import type { ProcessDefinition, StateEntryDefinition } from './process/process-definition.js';

/** What a function is given for a NULL argument: the call with `null`, or no call at all, its result being NULL. */
export type NullHandling = 'call' | 'return-null';

/** What a function makes of its rows; the kinds of Flink's user-defined functions. */
export type FunctionKind =
  | 'scalar'
  | 'table'
  | 'aggregate'
  | 'tableAggregate'
  | 'processTable'
  | 'asyncScalar'
  | 'asyncTable';

/** A function of the user's program, as the plan and the runtime see it. Maps to Flink's `UserDefinedFunction`. */
export interface FunctionDefinition extends EngineOptions {
  readonly kind: FunctionKind;
  readonly name: string;
  readonly parameters: readonly ParameterSpec[];
  /** The type of a result, or of a row of results; absent where calls tell it. */
  readonly returns?: TypeNode;
  /** What calls may look like, where they tell the types; in place of parameters and `returns`. */
  readonly signatures?: readonly SignatureNode[];
  /** Whether equal arguments always give equal results. */
  readonly deterministic: boolean;
  readonly onNull: NullHandling;
  /** Whether the code takes its arguments as one object, by name. */
  readonly namedArguments: boolean;
  /** Whether it is called for many rows at once, with a column for each parameter. */
  readonly vectorised: boolean;
  /** The type of accumulators, of an aggregate. */
  readonly accumulator?: TypeNode;
  /** The views of accumulators, fields that {@link accumulator} does not have. */
  readonly views?: readonly StateEntryDefinition[];
  /** Both of an aggregate with signatures. */
  readonly accumulatorStrategy?: AccumulatorStrategyNode;
  /** The arguments and the state of a process table function. */
  readonly process?: ProcessDefinition;
  /** The methods that the function's object has; none for a plain function. */
  readonly methods: readonly string[];
  /** The code: a function, an object with methods, or a class. */
  readonly fn: unknown;
  /** Where it is defined. */
  readonly source: CallSite;
}
