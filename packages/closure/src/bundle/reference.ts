import fs from 'node:fs';
import { isBuiltin } from 'node:module';
import path from 'node:path';

/** Specifiers with this prefix are resolved by our plugin for esbuild: `tsflink:DIRECTORY|SPECIFIER`. */
export const PREFIX = 'tsflink:';

/** A specifier as the entry of the bundle has it: to be resolved from the directory of the script that it comes from. */
export function importReference(dir: string, specifier: string): string {
  if (isBuiltin(specifier)) return specifier;
  if (/^\.{0,2}\//.test(specifier)) return existing(path.resolve(dir, specifier));
  return `${PREFIX}${dir}|${specifier}`;
}

/** `./x.js` may mean `./x.ts`. */
function existing(file: string): string {
  if (!/\.[cm]?js$/.test(file) || fs.existsSync(file)) return file;
  return [file.replace(/js$/, 'ts'), file.replace(/js$/, 'tsx')].find((name) => fs.existsSync(name)) ?? file;
}

/** The directory and the specifier of a reference. */
export function parseReference(reference: string): { readonly dir: string; readonly specifier: string } {
  const bar = reference.indexOf('|');
  return { dir: reference.slice(PREFIX.length, bar), specifier: reference.slice(bar + 1) };
}
