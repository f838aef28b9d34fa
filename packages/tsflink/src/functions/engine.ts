import { FlinkError } from '../errors/flink-error.js';

const ENGINES = ['embedded', 'process', 'external'] as const;

/** Where a function runs: in V8 in the TaskManager, in a Node.js process beside it, or in a worker elsewhere. */
export type FunctionEngine = (typeof ENGINES)[number];

/** What functions of every kind are told of their engine. */
export interface EngineOptions {
  /** Where it runs, whatever the engine of the job: for one that needs another Node.js, or a wall around it. */
  readonly engine?: FunctionEngine;
}

/** The engine of a function's options, if they name one. Throws FUNCTION_INVALID for one that there is not. */
export function engineOf(name: string, { engine }: EngineOptions): EngineOptions {
  if (engine === undefined) return {};
  if (ENGINES.includes(engine)) return { engine };
  throw new FlinkError('FUNCTION_INVALID', `The function ${name} asks for the engine '${engine}'`, {
    hint: `Expected one of ${ENGINES.map((known) => `'${known}'`).join(', ')}.`,
  });
}
