// Evaluated once in each isolate; the JVM calls what it exports (org.tsflink.runtime.v8.Isolate).
import './intl.js';
import process from 'node:process';
import { Temporal } from 'temporal-polyfill';
import { Artifacts } from '../function/artifacts.js';
import { FunctionError, type FunctionFailure } from '../function/function-error.js';
import { SourcePositions } from '../function/source-positions.js';
import { createProgram as makeProgram, type ProgramSpec } from '../program/create-program.js';
import type { Program, ProgramHost } from '../program/program.js';
import { redirectConsole } from './console.js';
import { raiseFences } from './fences.js';

/** What the JVM gives. */
interface Host {
  log(level: string, functionName: string, text: string): void;
}

const positions = new SourcePositions();
const artifacts = new Artifacts(positions);
let running: Program | undefined;

/** Prepares the isolate; once, before all else. */
export function start(host: Host): void {
  // The polyfill that a bundle brings along takes it from here: one Temporal for the runtime and its functions.
  Object.defineProperty(globalThis, 'Temporal', { value: Temporal, configurable: true, writable: true });
  // A user's own frame may lie deep below those of a library.
  Error.stackTraceLimit = 50;
  const name = () => running?.current()?.name ?? '';
  redirectConsole((level, text) => host.log(level, name(), text));
  raiseFences((text) => host.log('ERROR', name(), text));
}

/** Bytes held outside of the heap, by Buffers above all. */
export function externalMemory(): number {
  return process.memoryUsage().external;
}

/** Whether an artifact is loaded. */
export function hasArtifact(hash: string): boolean {
  return artifacts.has(hash);
}

/** Evaluates an artifact; returns the failure as JSON, or nothing. */
export function loadArtifact(hash: string, name: string, code: string, sourceMap: string): string | undefined {
  return failureOf(() => artifacts.load(hash, name, code, sourceMap));
}

/** Makes the program of an operator, given as JSON; returns it, or the failure as JSON. */
export function createProgram(
  specJson: string,
  constants: ArrayBuffer,
  host: ProgramHost,
): object | string | undefined {
  const spec = JSON.parse(specJson) as ProgramSpec;
  let program: Program | undefined;
  const failure = failureOf(() => {
    program = makeProgram(spec, { artifacts, positions, constants: new Uint8Array(constants.slice(0)), host });
  });
  if (program === undefined) return failure;
  const created = program;
  return {
    bind: (...memory: ArrayBuffer[]) => created.bind(...memory),
    run: (from: number, count: number) => {
      running = created;
      return created.run(from, count);
    },
    failure: () => created.failure(),
    currentName: () => created.current()?.name,
    currentArguments: () => created.currentArguments(),
    close: () => failureOf(() => created.close()),
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
      detail: error instanceof Error ? error.message : String(error),
      ...mapped,
    };
    return JSON.stringify(failure);
  }
}
