import path from 'node:path';
import type { Metafile } from 'esbuild';
import { BundleError } from '../errors.js';
import { formatFile } from '../position.js';

/** The heart of the job API of tsflink; functions need nothing of it. */
const JOB_API = /[\\/]tsflink[\\/](?:src|dist)[\\/]environment[\\/]table-environment\.[jt]s$/;
/** The modules of the client. */
export const TSFLINK = /[\\/]tsflink[\\/](?:src|dist)[\\/]/;

/** Refuses modules that make jobs: they would do so again inside Flink. `bytes`: of each module, in the bundle. */
export function refuseJobModules(inputs: Metafile['inputs'], bytes: ReadonlyMap<string, number>, root: string): void {
  const absolute = (file: string) => path.resolve(root, file);
  if (![...bytes].some(([file, count]) => count > 0 && JOB_API.test(absolute(file)))) return;
  const importing = Object.entries(inputs).find(
    ([file, { imports }]) =>
      !TSFLINK.test(absolute(file)) && bytes.get(file) && imports.some((used) => TSFLINK.test(absolute(used.path))),
  )?.[0];
  throw new BundleError(
    'FUNCTION_NOT_SHIPPABLE',
    `${importing ? `Module ${formatFile(absolute(importing))}` : 'A module'}, which a function imports, makes a TableEnvironment, and would do so again inside Flink`,
    'Move what the function imports to a module of its own, apart from the job.',
  );
}
