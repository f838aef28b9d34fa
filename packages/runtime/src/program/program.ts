import type { Artifacts } from '../function/artifacts.js';
import type { FunctionContext } from '../function/function-context.js';
import type { FunctionServices } from '../function/function-services.js';
import type { FunctionSpec } from '../function/function-spec.js';
import type { SourcePositions } from '../function/source-positions.js';

/** Bytes of one of the bound memories, by its number. */
export interface MemoryRange {
  readonly memory: number;
  readonly begin: number;
  readonly end: number;
}

/**
 * What one operator asks of its functions; the JVM calls it, once for each batch. Maps to Java's `ProgramHandle`.
 */
export interface Program {
  /** Sets the memory that is read and written; the last buffer is the progress: first the row that it is at. */
  bind(...memory: ArrayBuffer[]): void;
  /** Runs from one item on, up to `count`; returns the first one that is not done, or -1 after a failure. */
  run(from: number, count: number): number;
  /** What a run from one item to another has written; the JVM may have to be sent it. */
  written(from: number, next: number): MemoryRange[];
  /** Has a listener told when calls have settled that the next {@link run} gives the results of; once before it. */
  onSettled?(listener: () => void): void;
  /** The failure that {@link run} told of, as JSON. */
  failure(): string;
  /** The function that is running, or was when the call was ended from outside. */
  current(): FunctionSpec | undefined;
  /** What {@link current} was called with, for messages. */
  currentArguments(): string | undefined;
  /** Ends the functions. */
  close(): void;
}

/** A call back with its payload. */
export interface HostRequest {
  readonly operation: number;
  readonly number: number;
  readonly payload?: Uint8Array | undefined;
  /** What the caller waits for: nothing, a number, or bytes. */
  readonly awaits: 'nothing' | 'number' | 'bytes';
}

/** The answer to {@link HostRequest}: a number; bytes, which are there if it is not negative. */
export interface HostAnswer {
  readonly number: number;
  readonly bytes?: Uint8Array | undefined;
}

/** What a program may call back; the operations are the program's own. Maps to Java's `HostCallback`. */
export interface ProgramHost extends FunctionServices {
  /** Asks the operator; what goes to and fro lies in the memory that is bound. */
  call(operation: number, number: number): number;
  /** The same with payloads, where the memory is not shared: the answer's bytes, or its number. */
  exchange?(request: HostRequest): HostAnswer;
  /** What the operator sent ahead of a run, by the number of a view: all that it holds. Each run has another map. */
  prefetched?: ReadonlyMap<number, Uint8Array>;
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
