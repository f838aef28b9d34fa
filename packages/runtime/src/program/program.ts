import type { Artifacts } from '../function/artifacts.js';
import type { FunctionContext } from '../function/function-context.js';
import type { FunctionServices } from '../function/function-services.js';
import type { FunctionSpec } from '../function/function-spec.js';
import type { SourcePositions } from '../function/source-positions.js';

/**
 * What one operator asks of its functions; the JVM calls it, once for each batch. Maps to Java's `ProgramHandle`.
 */
export interface Program {
  /** Sets the memory that is read and written; the last buffer is the progress: first the row that it is at. */
  bind(...memory: ArrayBuffer[]): void;
  /** Runs from one item on, up to `count`; returns the first one that is not done, or -1 after a failure. */
  run(from: number, count: number): number;
  /** The failure that {@link run} told of, as JSON. */
  failure(): string;
  /** The function that is running, or was when the call was ended from outside. */
  current(): FunctionSpec | undefined;
  /** What {@link current} was called with, for messages. */
  currentArguments(): string | undefined;
  /** Ends the functions. */
  close(): void;
}

/** What a program may call back; the operations are the program's own. Maps to Java's `HostCallback`. */
export interface ProgramHost extends FunctionServices {
  /** Asks the operator; what goes to and fro lies in the memory that is bound. */
  call(operation: number, number: number): number;
}

/** What all programs need of their isolate. */
export interface ProgramContext {
  readonly artifacts: Artifacts;
  readonly positions: SourcePositions;
  readonly constants: Uint8Array;
  readonly host: ProgramHost;
  /** What a function is given when it is opened. */
  readonly contextOf: (fn: FunctionSpec) => FunctionContext;
}
