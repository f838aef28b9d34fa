import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { FlinkError } from '../errors/flink-error.js';
import { CallSite } from '../source/call-site.js';
import type { FunctionDefinition } from './definition.js';
import { type AnyUdf, isUdf } from './scalar-udf.js';

/**
 * The function that a module exports: `functions.ts#ip_to_province`; its default export where there is no `#`. The
 * module is a file, from the working directory, a URL of one, or a module of a package. Throws FUNCTION_NOT_FOUND,
 * FUNCTION_LOAD_FAILED, FUNCTION_INVALID.
 */
export async function loadFunction(reference: string, site: CallSite): Promise<FunctionDefinition> {
  const at = reference.lastIndexOf('#');
  const [module, name] = at < 0 ? [reference, 'default'] : [reference.slice(0, at), reference.slice(at + 1)];
  const exports = await load(module, reference, site);
  if (!(name in exports)) {
    const known = Object.keys(exports).filter((key) => isUdf(exports[key]));
    throw new FlinkError('FUNCTION_NOT_FOUND', `The module ${module} exports no '${name}'`, {
      hint: `Write it as 'module.ts#export'. Its functions are: ${known.join(', ') || 'none'}.`,
      callSite: site,
    });
  }
  const exported = exports[name];
  if (isUdf(exported)) return exported.udf;
  throw new FlinkError('FUNCTION_INVALID', `'${name}' of ${module} is no function of Flink: its types are not known`, {
    hint: `Export what udf, udtf, udaf, udtaf, ptf or asyncUdf gives: export const ${name} = udf({ args: […], returns: … }, …).`,
    callSite: site,
  });
}

/**
 * The functions that a module exports, by the names of the exports: what `udf` and its kin gave. The module is a file,
 * from the working directory, a URL of one, or a module of a package. Throws FUNCTION_NOT_FOUND, FUNCTION_LOAD_FAILED.
 * @example await tEnv.buildFunctionJar(await loadFunctions('functions.ts'));
 */
export async function loadFunctions(module: string): Promise<Record<string, AnyUdf>> {
  const exports = Object.entries(await load(module, module, new CallSite()));
  return Object.fromEntries(
    exports.filter((entry): entry is [string, AnyUdf] => entry[0] !== 'default' && isUdf(entry[1])),
  );
}

async function load(module: string, reference: string, callSite: CallSite): Promise<Record<string, unknown>> {
  const url = locate(module);
  if (url === undefined) {
    throw new FlinkError('FUNCTION_NOT_FOUND', `There is no module '${module}' to take the function ${reference} of`, {
      hint: `Files are looked for from ${process.cwd()}, other names in its node_modules.`,
      callSite,
    });
  }
  try {
    return await import(url);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    const untyped = (cause as { code?: unknown } | null)?.code === 'ERR_UNKNOWN_FILE_EXTENSION';
    throw new FlinkError('FUNCTION_LOAD_FAILED', `The module ${module} cannot be loaded: ${reason}`, {
      hint: untyped ? 'Run the program with tsx, or name the JavaScript that tsc made of the module.' : undefined,
      callSite,
      cause,
    });
  }
}

/** The URL of a module; undefined where there is none. */
function locate(module: string): string | undefined {
  if (module.startsWith('file:')) return module;
  const path = resolve(module);
  if (existsSync(path)) return pathToFileURL(path).href;
  try {
    return pathToFileURL(createRequire(resolve('package.json')).resolve(module)).href;
  } catch {
    return undefined;
  }
}
