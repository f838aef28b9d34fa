import fs from 'node:fs';
import path from 'node:path';
import { originalPositionFor, type TraceMap } from '@jridgewell/trace-mapping';
import type { Message } from 'esbuild';
import { META, META_HINT } from '../capture/free.js';
import { BundleError } from '../errors.js';
import { formatPosition, type Position } from '../position.js';
import { packageNameOf } from '../script/script.js';

/** Stands for where a module is, so that its uses are found again in the bundle. */
const MARK = '__tsflink_place_';

/** What a module may ask for where it is, and the marks that replace it. */
export const DEFINES: Record<string, string> = {
  'import.meta.url': `${MARK}url`,
  'import.meta.filename': `${MARK}filename`,
  'import.meta.dirname': `${MARK}dirname`,
  __filename: `${MARK}filename`,
  __dirname: `${MARK}dirname`,
};

/** Inside Flink there are no files: packages that only name their place get this one. */
export const PLACES = `const ${MARK}url = "file:///tsflink/functions.cjs", ${MARK}filename = "/tsflink/functions.cjs", ${MARK}dirname = "/tsflink";`;

const READS_FILES = /readFile|readdir|opendir|createReadStream|openSync|\.wasm\b|node-gyp-build|\bbindings\b/;

/** Refuses modules that read files beside them: the bundle is the only file that goes to Flink. */
export function refuseOwnFiles(
  code: string,
  map: TraceMap,
  root: string,
  { warnings, inputs }: { readonly warnings: readonly Message[]; readonly inputs: ReadonlyMap<string, number> },
): void {
  for (const at of placesUsed(code, map, root)) {
    const name = packageNameOf(at.file);
    if (name === undefined) throw new BundleError('FUNCTION_NOT_SHIPPABLE', META, META_HINT, at);
    if (!READS_FILES.test(fs.readFileSync(at.file, 'utf8'))) continue;
    throw new BundleError(
      'FUNCTION_NOT_SHIPPABLE',
      `Package ${name} reads files of its own folder (${formatPosition(at)}), which are not there inside Flink`,
      'Use a package that imports its data, or read what you need in the job and capture it.',
      at,
    );
  }
  for (const { id, location } of warnings) {
    if (id !== 'empty-import-meta' || !location || !inputs.get(location.file)) continue;
    const at = { file: path.resolve(root, location.file), line: location.line, column: location.column + 1 };
    if (packageNameOf(at.file) === undefined) throw new BundleError('FUNCTION_NOT_SHIPPABLE', META, META_HINT, at);
  }
}

/** Where modules ask for their place, but for the banner in the first line. */
function* placesUsed(code: string, map: TraceMap, root: string): Generator<Position> {
  for (const [i, text] of code.split('\n').entries()) {
    if (i === 0) continue;
    for (let column = text.indexOf(MARK); column >= 0; column = text.indexOf(MARK, column + 1)) {
      const { source, line, column: at } = originalPositionFor(map, { line: i + 1, column });
      if (source) yield { file: path.resolve(root, source), line, column: at + 1 };
    }
  }
}
