import { isBuiltin } from 'node:module';
import process from 'node:process';
import { compileFunction } from 'node:vm';
import { FunctionError } from './function-error.js';
import type { FunctionSpec } from './function-spec.js';
import type { SourcePositions } from './source-positions.js';

/** The bundles of this isolate; each is evaluated once, whatever number of functions and operators uses it. */
export class Artifacts {
  readonly #modules = new Map<string, Record<string, unknown>>();
  readonly #positions: SourcePositions;

  constructor(positions: SourcePositions) {
    this.#positions = positions;
  }

  /** Whether a bundle is here already. */
  has(hash: string): boolean {
    return this.#modules.has(hash);
  }

  /** Evaluates a bundle, a CommonJS script; throws {@link FunctionError} FUNCTION_LOAD_FAILED. */
  load(hash: string, name: string, code: string, sourceMap: string): void {
    const script = `tsflink-bundle:${name.replace(/[^\w./-]/g, '_')}-${hash.slice(0, 8)}.cjs`;
    try {
      if (sourceMap !== '') this.#positions.add(script, sourceMap);
      const module = { exports: {} as Record<string, unknown> };
      const parameters = ['exports', 'require', 'module', '__filename', '__dirname'];
      compileFunction(code, parameters, { filename: script })(module.exports, requireBuiltin, module, script, '.');
      this.#modules.set(hash, module.exports);
    } catch (error) {
      const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
      throw new FunctionError('FUNCTION_LOAD_FAILED', `the bundle ${name} could not be evaluated: ${text}`, error);
    }
  }

  /** The code of a function: a function, a class or an object; throws {@link FunctionError} FUNCTION_NOT_FOUND. */
  implementation(spec: FunctionSpec): object {
    const exports = this.#modules.get(spec.artifact) ?? {};
    const definition = (exports[spec.exportName] as { udf?: { fn?: unknown } } | undefined)?.udf;
    const fn = definition?.fn;
    if (typeof fn === 'function' || (typeof fn === 'object' && fn !== null)) return fn;
    const what = spec.exportName in exports ? 'is not made by udf()' : 'does not exist';
    const known = Object.keys(exports).join(', ');
    throw new FunctionError('FUNCTION_NOT_FOUND', `export ${spec.exportName} ${what}; the bundle exports: ${known}`);
  }
}

function requireBuiltin(id: string): unknown {
  if (isBuiltin(id)) return process.getBuiltinModule(id);
  throw new FunctionError('FUNCTION_LOAD_FAILED', `module ${id} is not in the bundle and not one of Node's own`);
}
