import path from 'node:path';
import type { Message } from 'esbuild';
import { BundleError } from '../errors.js';
import { META, META_HINT } from '../files/marks.js';
import { packageNameOf } from '../script/script.js';

/** Refuses modules of the program that ask `import.meta` for something that is not there inside Flink. */
export function refuseMeta(warnings: readonly Message[], inputs: ReadonlyMap<string, number>, root: string): void {
  for (const { id, location } of warnings) {
    if (id !== 'empty-import-meta' || !location || !inputs.get(location.file)) continue;
    const at = { file: path.resolve(root, location.file), line: location.line, column: location.column + 1 };
    if (packageNameOf(at.file) === undefined) throw new BundleError('FUNCTION_NOT_SHIPPABLE', META, META_HINT, at);
  }
}
