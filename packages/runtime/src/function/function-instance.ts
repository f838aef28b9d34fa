import type { Artifacts } from './artifacts.js';
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
  readonly spec: FunctionSpec;
  readonly #target: object;

  /** Throws {@link FunctionError} FUNCTION_NOT_FOUND. */
  constructor(spec: FunctionSpec, artifacts: Artifacts) {
    this.spec = spec;
    const implementation = artifacts.implementation(spec);
    this.#target = isClass(implementation) ? new implementation() : implementation;
  }

  /** The function itself, or the method that stands for it. Throws {@link FunctionError} FUNCTION_NOT_FOUND. */
  main(method: string): Method {
    return typeof this.#target === 'function' ? (this.#target as Method) : this.method(method);
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

  /** Called once, before the first row. */
  open(context: FunctionContext): void {
    if (typeof this.#target !== 'function') this.optionalMethod('open')?.(context);
  }

  /** Called once, after the last row, also after a failure. */
  close(): void {
    if (typeof this.#target !== 'function') this.optionalMethod('close')?.();
  }
}

type Constructor = new () => object;

function isClass(value: object): value is Constructor {
  return typeof value === 'function' && /^class\b/.test(Function.prototype.toString.call(value));
}
