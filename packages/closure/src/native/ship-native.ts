import fs from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'esbuild';
import { packageRoot, projectRoot } from '../files/module.js';
import { packageNameOf } from '../script/script.js';
import { OWN_PLATFORM } from './machine-code.js';
import { NpmPackage } from './npm-package.js';
import type { PackageFolders } from './package-folders.js';

/** Modules of the bundle that stand for packages that travel as folders. */
export const NATIVE = 'tsflink-native';
const RESOLVED = Symbol('resolved');
/** Tells why a package is refused whose native code only `import` loads. */
export const NO_COMMONJS = 'tsflink: no CommonJS';

/** Leaves packages with native code out of the bundle: it requires them from the folders that go with it. */
export function shipNative(folders: PackageFolders): Plugin {
  return {
    name: NATIVE,
    setup(build) {
      build.onResolve({ filter: /^[^.]/ }, async ({ path: specifier, kind, pluginData, ...from }) => {
        if (pluginData === RESOLVED || kind === 'entry-point' || kind === 'require-resolve') return undefined;
        const options = { resolveDir: from.resolveDir, importer: from.importer, pluginData: RESOLVED };
        const imported = await build.resolve(specifier, { ...options, kind });
        if (imported.namespace === NATIVE) return imported;
        const name = packageNameOf(imported.path);
        if (name === undefined || imported.external || imported.namespace !== 'file') return undefined;
        const root = packageRoot(imported.path, name);
        if (!NpmPackage.at(root).hasNativeCode) return undefined;
        const required = await build.resolve(specifier, { ...options, kind: 'require-call' });
        if (required.errors.length > 0 || isModule(required.path))
          return { errors: [{ text: NO_COMMONJS, detail: name }] };
        const folder = folders.add(name, root);
        const file = path.relative(root, required.path).split(path.sep).join('/');
        return { path: `./${folder}/${file}`, namespace: NATIVE, pluginData: name };
      });
      build.onResolve({ filter: /^\./, namespace: NATIVE }, ({ path: file }) => ({ path: file, external: true }));
      build.onLoad({ filter: /./, namespace: NATIVE }, ({ path: file, pluginData: name }) => ({
        contents: source(file, name as string),
        loader: 'js',
      }));
    },
  };
}

function isModule(file: string): boolean {
  const manifest = path.join(projectRoot(path.dirname(file)), 'package.json');
  if (/\.[cm]js$/.test(file) || !fs.existsSync(manifest)) return file.endsWith('.mjs');
  return (JSON.parse(fs.readFileSync(manifest, 'utf8')) as { type?: string }).type === 'module';
}

/** The module that stands for a file of a package: it tells what else the system's loader would, or would not. */
function source(file: string, name: string): string {
  const problem = JSON.stringify(
    `the native code of package ${name} is for ${OWN_PLATFORM}, on which the program ran, and functions run on `,
  );
  return `const here = process.platform + "-" + process.arch;
if (here !== ${JSON.stringify(OWN_PLATFORM)}) throw new Error(${problem} + here);
module.exports = require(${JSON.stringify(file)});`;
}
