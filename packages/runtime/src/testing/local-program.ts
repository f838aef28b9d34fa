import { Artifacts } from '../function/artifacts.js';
import type { FunctionFailure } from '../function/function-error.js';
import type { FunctionSpec } from '../function/function-spec.js';
import type { ProgramContext, ProgramHost } from '../program/program.js';
import { LocalPositions } from './local-positions.js';
import type { LocalTask } from './local-task.js';

/** A function failed; what the task would tell. */
export class LocalFailure extends Error {
  constructor(readonly failure: FunctionFailure) {
    super(failure.detail);
    this.name = 'LocalFailure';
  }
}

/** What a program of one function needs where there is no cluster. */
export function localContext(
  spec: FunctionSpec,
  code: unknown,
  task: LocalTask,
  exchange?: ProgramHost['exchange'],
): ProgramContext {
  const positions = new LocalPositions();
  const artifacts = new Artifacts(positions);
  artifacts.add(spec.artifact, { [spec.exportName]: { udf: { fn: code } } });
  return {
    artifacts,
    positions,
    constants: new Uint8Array(8),
    host: { call: () => 0, ask: (...request) => task.ask(...request), ...(exchange && { exchange }) },
    contextOf: (fn) => task.functions.contextOf(fn),
  };
}
