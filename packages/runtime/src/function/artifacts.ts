import { isBuiltin } from 'node:module';
import process from 'node:process';
import { compileFunction } from 'node:vm';
import { FunctionError } from './function-error.js';
import type { FunctionSpec } from './function-spec.js';
import type { SourcePositions } from './source-positions.js';

/** Where packages that travel as folders are, below the directory with the files. */
const FOLDERS = './node_modules/';

interface Bundle {
  readonly exports: Record<string, unknown>;
  /** Evaluates it once more. */
  readonly evaluate: () => Record<string, unknown>;
}

/** The bundles of this isolate; each is evaluated once, whatever number of functions and operators uses it. */
export class Artifacts {
  readonly #bundles = new Map<string, Bundle>();
  /** Objects that are functions of a program already; another program needs one of its own. */
  readonly #taken = new WeakSet<object>();
  readonly #positions: SourcePositions;

  constructor(positions: SourcePositions) {
    this.#positions = positions;
  }

  /** How packages that travel as folders are required, from the directory with the files; where there is a process for them. */
  requireFolders: ((directory: string) => NodeJS.Require) | undefined;

  /** Whether a bundle is here already. */
  has(hash: string): boolean {
    return this.#bundles.has(hash);
  }

  /**
   * Evaluates a bundle, a CommonJS script; throws {@link FunctionError} FUNCTION_LOAD_FAILED.
   * @param directory where the files are that its modules read; empty for none
   */
  load(hash: string, name: string, code: string, sourceMap: string, directory = ''): void {
    const script = `tsflink-bundle:${name.replace(/[^\w./-]/g, '_')}-${hash.slice(0, 8)}.cjs`;
    try {
      if (sourceMap !== '') this.#positions.add(script, sourceMap);
      const parameters = ['exports', 'require', 'module', '__filename', '__dirname'];
      const compiled = compileFunction(code, parameters, { filename: script });
      const require = (id: string) => this.#require(id, directory);
      const evaluate = () => {
        const module = { exports: {} as Record<string, unknown> };
        compiled(module.exports, require, module, script, directory);
        return module.exports;
      };
      this.#bundles.set(hash, { exports: evaluate(), evaluate });
    } catch (error) {
      const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
      throw new FunctionError('FUNCTION_LOAD_FAILED', `the bundle ${name} could not be evaluated: ${text}`, error);
    }
  }

  #require(id: string, directory: string): unknown {
    if (isBuiltin(id)) return process.getBuiltinModule(id);
    if (!id.startsWith(FOLDERS)) {
      throw new FunctionError('FUNCTION_LOAD_FAILED', `module ${id} is not in the bundle and not one of Node's own`);
    }
    if (this.requireFolders !== undefined) return this.requireFolders(`${directory}/`)(id);
    const text = `${id.slice(FOLDERS.length)} has native code, which the embedded engine does not run: set 'tsflink.function.engine' to 'process'`;
    throw new FunctionError('FUNCTION_LOAD_FAILED', text);
  }

  /** Takes functions that are here already, where nothing has to be loaded. */
  add(hash: string, exports: Record<string, unknown>): void {
    this.#bundles.set(hash, { exports, evaluate: () => exports });
  }

  /** The code of a function: a function, a class or an object; throws {@link FunctionError} FUNCTION_NOT_FOUND. */
  implementation(spec: FunctionSpec): object {
    const { exports = {}, evaluate } = this.#bundles.get(spec.artifact) ?? {};
    const fn = implementationIn(exports, spec.exportName);
    if (typeof fn === 'function') return fn;
    if (typeof fn === 'object' && fn !== null) {
      // Private fields cannot be copied: another one comes of evaluating the bundle again.
      const own = this.#taken.has(fn) && evaluate ? (implementationIn(evaluate(), spec.exportName) as object) : fn;
      this.#taken.add(own);
      return own;
    }
    const what = spec.exportName in exports ? 'is not made by udf()' : 'does not exist';
    const known = Object.keys(exports).join(', ');
    throw new FunctionError('FUNCTION_NOT_FOUND', `export ${spec.exportName} ${what}; the bundle exports: ${known}`);
  }
}

function implementationIn(exports: Record<string, unknown>, name: string): unknown {
  return (exports[name] as { udf?: { fn?: unknown } } | undefined)?.udf?.fn;
}
