import { createHash } from 'node:crypto';
import { build } from './build.js';
import { findExports } from './find-exports.js';

/** A function to ship: its name, and the module that defines and exports it. */
export interface FunctionEntry {
  readonly name: string;
  /** Absolute path of the module. */
  readonly file: string;
}

/** A function of a bundle, and the export of the bundle that is it. */
export interface BundledFunction {
  readonly name: string;
  readonly export: string;
}

/** One CommonJS script with all that its functions need. */
export interface FunctionBundle {
  /** Lower-case hexadecimal SHA-256 of `code`. */
  readonly hash: string;
  readonly code: Uint8Array;
  /** Source map (version 3, JSON); sources are relative to the working directory. */
  readonly sourceMap: Uint8Array;
  readonly functions: readonly BundledFunction[];
  /** The files that went in, relative to the working directory, with their bytes in the bundle. */
  readonly inputs: readonly { readonly file: string; readonly bytes: number }[];
}

/**
 * Bundles functions with everything they import, npm packages included, into one script.
 *
 * The module of each function is loaded once, in a thread of its own, to find which export is the function; then only
 * what that export needs is bundled. Throws {@link BundleError}.
 */
export async function bundleFunctions(entries: readonly FunctionEntry[]): Promise<FunctionBundle> {
  const files = [...new Set(entries.map((entry) => entry.file))];
  const all = files.map((file, i) => `export * as m${i} from ${JSON.stringify(file)};`).join('\n');
  // what is only loaded to look at its exports may ask where it is
  const modules = await build(all, { 'import.meta.url': '"file:///module.js"' });
  const found = await findExports(modules.code, entries, files);

  const functions = entries.map(({ name }, i) => ({ name, export: `f${i}` }));
  const reexports = entries.map(
    ({ file }, i) => `export { ${JSON.stringify(found[i])} as f${i} } from ${JSON.stringify(file)};`,
  );
  const { code, sourceMap, inputs, refused } = await build(reexports.join('\n'));
  if (refused) throw refused;
  return { hash: createHash('sha256').update(code).digest('hex'), code, sourceMap, functions, inputs };
}
