import { asyncBuffers } from '../async/async-buffers.js';
import { type CallBuffers, calcBuffers } from '../calc/calc-buffers.js';
import type { CallsSpec } from '../calc/calc-spec.js';
import { callInProgress } from '../calc/call-in-progress.js';
import { correlateBuffers, Progress } from '../correlate/correlate-buffers.js';
import type { FunctionSpec } from '../function/function-spec.js';
import type { ProgramSpec } from '../program/create-program.js';

/** What a program is at, seen from another thread. */
export interface Running {
  /** A number that changes as rows are done. */
  readonly tick: number;
  readonly functionName?: string | undefined;
  readonly row?: string | undefined;
}

/** Tells from the memory of a program what it is at: the function, where there is one or the memory says which. */
export function describeRunning(
  specJson: string,
  constants: Uint8Array,
  shared: readonly SharedArrayBuffer[],
): Running {
  const memory = shared as unknown as readonly ArrayBuffer[];
  const progress = memory.at(-1);
  const spec = JSON.parse(specJson) as ProgramSpec;
  if (progress === undefined) return { tick: 0, functionName: onlyFunction(spec)?.name };
  const tick = new Int32Array(progress)[0] as number;
  if (spec.program === 'calc') {
    const buffers = calcBuffers(...(memory as Parameters<typeof calcBuffers>));
    return { tick, ...inProgress(spec, constants, buffers, tick) };
  }
  if (spec.program === 'async') {
    const buffers = asyncBuffers(...(memory as Parameters<typeof asyncBuffers>));
    return { tick, functionName: onlyFunction(spec)?.name, ...inProgress(spec, constants, buffers, tick) };
  }
  if (spec.program === 'correlate') {
    const buffers = correlateBuffers(...(memory as Parameters<typeof correlateBuffers>));
    return { tick, ...inProgress(spec, constants, buffers, buffers.progress[Progress.ROW] as number) };
  }
  return { tick, functionName: onlyFunction(spec)?.name };
}

function inProgress(spec: CallsSpec, constants: Uint8Array, buffers: CallBuffers, row: number) {
  const call = callInProgress(spec, constants, buffers, row);
  return call && { functionName: call.function.name, row: call.arguments };
}

function onlyFunction(spec: ProgramSpec): FunctionSpec | undefined {
  const functions = spec.program === 'aggregate' ? spec.calls.map((call) => call.function) : spec.functions;
  return functions.length === 1 ? functions[0] : undefined;
}
