// What the two threads of a worker tell each other: one runs functions, the other one serves the TaskManager.
import type { LogLevel } from '../function/log/log.js';
import type { HostRequest, MemoryRange } from '../program/program.js';

/** To the thread that runs functions. */
export type ToFunctions =
  | { readonly kind: 'load'; readonly id: number; readonly artifact: ArtifactCode }
  | { readonly kind: 'create'; readonly program: number; readonly spec: string; readonly constants: Uint8Array }
  | { readonly kind: 'bind'; readonly program: number; readonly memory: readonly SharedArrayBuffer[] }
  | {
      readonly kind: 'run';
      readonly program: number;
      readonly from: number;
      readonly count: number;
      /** What views of the state hold, by their numbers. */
      readonly views: ReadonlyMap<number, Uint8Array>;
    }
  | { readonly kind: 'close'; readonly program: number };

/** To the thread that serves. */
export type ToService =
  | { readonly kind: 'loaded'; readonly id: number; readonly failure: string | undefined }
  | { readonly kind: 'done'; readonly program: number; readonly result: Result }
  | { readonly kind: 'settled'; readonly program: number }
  | { readonly kind: 'call'; readonly program: number; readonly request: HostRequest }
  | { readonly kind: 'ask'; readonly program: number; readonly request: readonly string[] }
  | { readonly kind: 'log'; readonly line: LogLine }
  | { readonly kind: 'memory'; readonly heapUsed: number; readonly external: number };

/** The code of functions. */
export interface ArtifactCode {
  readonly hash: string;
  readonly name: string;
  readonly code: string;
  readonly sourceMap: string;
  /** Where the files are that its modules read; empty for none. */
  readonly directory: string;
}

/** What came of a request to a program. */
export interface Result {
  readonly next: number;
  readonly failure: string | undefined;
  readonly written: readonly MemoryRange[];
}

/** A line that a function printed. */
export interface LogLine {
  readonly level: LogLevel;
  readonly functionName: string;
  readonly text: string;
}

/** The answer to what a function waits for; it lies in {@link Threads.answers}. */
export interface Answer {
  readonly number: number;
  readonly bytes?: Uint8Array;
  readonly text?: string | undefined;
  readonly metric?: SharedArrayBuffer;
  /** Why there is no answer. */
  readonly failure?: string;
}

/** What the threads share. */
export interface Threads {
  /** How many answers were given; a function that waits for one waits for a change. */
  readonly answered: Int32Array<SharedArrayBuffer>;
  /** The program that is at work; 0 for none. */
  readonly running: Int32Array<SharedArrayBuffer>;
}
