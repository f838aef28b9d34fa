// Evaluated once in each isolate; the JVM calls what it exports (org.tsflink.runtime.v8.Isolate).
import './intl.js';
import process from 'node:process';
import { Temporal } from 'temporal-polyfill';
import { Artifacts } from '../function/artifacts.js';
import { FunctionError, type FunctionFailure } from '../function/function-error.js';
import { FunctionInstance } from '../function/function-instance.js';
import { limitLog } from '../function/log/limit-log.js';
import type { Log } from '../function/log/log.js';
import { SourcePositions } from '../function/source-positions.js';
import { TaskFunctions } from '../function/task-functions.js';
import { createProgram as makeProgram, type ProgramSpec } from '../program/create-program.js';
import type { Program, ProgramHost } from '../program/program.js';
import { redirectConsole } from './console.js';
import { raiseFences } from './fences.js';

/** What the JVM gives. */
interface Host {
  log: Log;
  /** {@link Artifacts.requireFolders} */
  requireFolders?: (directory: string) => NodeJS.Require;
}

const positions = new SourcePositions();
const artifacts = new Artifacts(positions);
let running: Program | undefined;
let log: Log = () => undefined;

/** A program as its engine calls it. */
export interface CreatedProgram
  extends Pick<Program, 'bind' | 'run' | 'written' | 'onSettled' | 'failure' | 'currentArguments'> {
  currentName(): string | undefined;
  /** Returns how that failed, as JSON, or nothing. */
  close(): string | undefined;
}

/** Prepares the isolate; once, before all else. */
export function start(host: Host): void {
  // The polyfill that a bundle brings along takes it from here: one Temporal for the runtime and its functions.
  Object.defineProperty(globalThis, 'Temporal', { value: Temporal, configurable: true, writable: true });
  artifacts.requireFolders = host.requireFolders;
  // A user's own frame may lie deep below those of a library.
  Error.stackTraceLimit = 50;
  log = limitLog((level, name, text) => host.log(level, name, text));
  const name = () => FunctionInstance.active ?? running?.current()?.name ?? '';
  redirectConsole((level, text) => log(level, name(), text));
  raiseFences((text) => log('ERROR', name(), text));
}

/** Bytes held outside of the heap, by Buffers above all. */
export function externalMemory(): number {
  return process.memoryUsage().external;
}

/** Bytes of the heap that are in use. */
export function heapUsed(): number {
  return process.memoryUsage().heapUsed;
}

/** Whether an artifact is loaded. */
export function hasArtifact(hash: string): boolean {
  return artifacts.has(hash);
}

/** Evaluates an artifact; returns the failure as JSON, or nothing. */
export function loadArtifact(
  hash: string,
  name: string,
  code: string,
  sourceMap: string,
  directory: string,
): string | undefined {
  return failureOf(() => artifacts.load(hash, name, code, sourceMap, directory));
}

/** Makes the program of an operator, given as JSON; returns it, or the failure as JSON. */
export function createProgram(
  specJson: string,
  constants: ArrayBuffer,
  host: ProgramHost,
): CreatedProgram | string | undefined {
  const spec = JSON.parse(specJson) as ProgramSpec;
  const functions = new TaskFunctions(host, log);
  let program: Program | undefined;
  const failure = failureOf(() => {
    program = makeProgram(spec, {
      artifacts,
      positions,
      constants: new Uint8Array(constants.slice(0)),
      host,
      contextOf: (fn) => functions.contextOf(fn),
    });
  });
  if (program === undefined) return failure;
  const created = program;
  return {
    bind: (...memory: ArrayBuffer[]) => created.bind(...memory),
    run: (from: number, count: number) => {
      running = created;
      const next = created.run(from, count);
      functions.refresh();
      return next;
    },
    written: (from: number, next: number) => created.written(from, next),
    onSettled: (listener) => created.onSettled?.(listener),
    failure: () => created.failure(),
    currentName: () => created.current()?.name,
    currentArguments: () => created.currentArguments(),
    close: () => {
      const failed = failureOf(() => created.close());
      functions.close();
      return failed;
    },
  };
}

function failureOf(action: () => void): string | undefined {
  try {
    action();
    return undefined;
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    const mapped = cause instanceof Error && cause.stack ? positions.map(cause.stack) : undefined;
    const failure: FunctionFailure = {
      code: error instanceof FunctionError ? error.code : 'FUNCTION_LOAD_FAILED',
      ...(error instanceof FunctionError && error.functionName !== undefined && { functionName: error.functionName }),
      detail: error instanceof Error ? error.message : String(error),
      ...mapped,
    };
    return JSON.stringify(failure);
  }
}
