import type { Plugin } from 'esbuild';
import { formatFile } from '../position.js';
import type { Entry } from './bundle.js';
import { TSFLINK } from './job-modules.js';
import { PREFIX, parseReference } from './reference.js';

/** Tells why a module that imports the program itself is refused. */
export const PROGRAM_IMPORTED = 'tsflink: the program is imported';

/** The optional packages of `tsflink`, for forms of results. */
const OPTIONAL = /^(?:apache-arrow|nodejs-polars)$/;

/** Resolves each import from the directory of the script that it comes from; keeps the program itself out. */
export function resolveReferences({ program }: Entry): Plugin {
  return {
    name: 'tsflink',
    setup(build) {
      build.onResolve({ filter: new RegExp(`^${PREFIX}`) }, async ({ path, kind }) => {
        const { dir, specifier } = parseReference(path);
        return build.resolve(specifier, { resolveDir: dir, kind });
      });
      // what only the job needs, and a program may not have installed: it is not looked for
      build.onResolve({ filter: OPTIONAL }, ({ path, importer }) =>
        TSFLINK.test(importer) ? { path, external: true } : undefined,
      );
      build.onLoad({ filter: /\.[cm]?[jt]sx?$/ }, ({ path }) =>
        path === program ? { errors: [{ text: PROGRAM_IMPORTED, detail: formatFile(path) }] } : undefined,
      );
    },
  };
}
