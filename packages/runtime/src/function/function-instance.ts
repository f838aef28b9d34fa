import type { Artifacts } from './artifacts.js';
import { byName } from './by-name.js';
import type { FunctionContext } from './function-context.js';
import { FunctionError } from './function-error.js';
import type { FunctionSpec } from './function-spec.js';

/** A method of the user's code, bound to its object. */
export type Method = (...values: unknown[]) => unknown;

/**
 * A function of the user in one program: what a plain function is, an object with methods, or a class, of which there
 * is one instance in each program.
 */
export class FunctionInstance {
  /** The function that is being opened or closed, for what it prints meanwhile. */
  static active: string | undefined;

  readonly spec: FunctionSpec;
  readonly #target: object;

  /** Throws {@link FunctionError} FUNCTION_NOT_FOUND. */
  constructor(spec: FunctionSpec, artifacts: Artifacts) {
    this.spec = spec;
    const implementation = artifacts.implementation(spec);
    this.#target = isClass(implementation) ? this.#construct(implementation) : implementation;
  }

  #construct(implementation: Constructor): object {
    try {
      return new implementation();
    } catch (error) {
      const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
      throw new FunctionError('FUNCTION_FAILED', `its constructor failed: ${text}`, error, this.spec.name);
    }
  }

  /**
   * The function itself, or the method that stands for it, with arguments by position. Throws {@link FunctionError}
   * FUNCTION_NOT_FOUND.
   */
  main(method: string): Method {
    const main = typeof this.#target === 'function' ? (this.#target as Method) : this.method(method);
    if (!this.spec.namedArguments) return main;
    return byName(
      main,
      this.spec.parameters.map(({ name }) => name),
    );
  }

  /** A method that must be there. Throws {@link FunctionError} FUNCTION_NOT_FOUND. */
  method(name: string): Method {
    const found = this.optionalMethod(name);
    if (found) return found;
    throw new FunctionError('FUNCTION_NOT_FOUND', `function ${this.spec.name} has no method ${name}()`);
  }

  /** A method that may be missing. */
  optionalMethod(name: string): Method | undefined {
    const value: unknown = Reflect.get(this.#target, name);
    return typeof value === 'function' ? (value.bind(this.#target) as Method) : undefined;
  }

  /** Called once, before the first row. Throws {@link FunctionError} FUNCTION_FAILED. */
  open(context: FunctionContext): void {
    this.#lifecycle('open', context);
  }

  /** Called once, after the last row, also after a failure. Throws {@link FunctionError} FUNCTION_FAILED. */
  close(): void {
    this.#lifecycle('close');
  }

  /** Opens functions in order; those before one that fails are closed. Throws {@link FunctionError} FUNCTION_FAILED. */
  static openAll(functions: readonly FunctionInstance[], contextOf: (fn: FunctionSpec) => FunctionContext): void {
    functions.forEach((fn, i) => {
      try {
        fn.open(contextOf(fn.spec));
      } catch (error) {
        for (const opened of functions.slice(0, i)) opened.close();
        throw error;
      }
    });
  }

  /** Closes all functions, also if one fails. Throws the first failure, {@link FunctionError} FUNCTION_FAILED. */
  static closeAll(functions: readonly FunctionInstance[]): void {
    const failures: unknown[] = [];
    for (const fn of functions) {
      try {
        fn.close();
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0) throw failures[0];
  }

  #lifecycle(name: 'open' | 'close', ...values: unknown[]): void {
    if (typeof this.#target === 'function') return;
    const outer = FunctionInstance.active;
    FunctionInstance.active = this.spec.name;
    try {
      const result = this.optionalMethod(name)?.(...values) as { then?: unknown } | null | undefined;
      if (typeof result?.then === 'function') throw new TypeError('it must not be async: nobody waits for it');
    } catch (error) {
      const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
      throw new FunctionError('FUNCTION_FAILED', `${name}() failed: ${text}`, error, this.spec.name);
    } finally {
      FunctionInstance.active = outer;
    }
  }
}

type Constructor = new () => object;

function isClass(value: object): value is Constructor {
  return typeof value === 'function' && /^class\b/.test(Function.prototype.toString.call(value));
}
