import { methodFields } from '@tsflink/closure';
import type { FunctionContext } from '@tsflink/runtime';
import { FlinkError } from '../errors/flink-error.js';

/** What any function written as object or class may have besides its own methods. */
export interface Lifecycle {
  /** Called once in each subtask, before the first row; not async. */
  open?(context: FunctionContext): void;
  /** Called once in each subtask, after the last row, also if the job failed; not async. */
  close?(): void;
}

// A mapped type, whose members the compiler infers one by one: those with parameters of unknown types do not hinder.
/**
 * An object with the methods of `M` and members `O` of its own, which methods see in `this`. (Methods of its own that use
 * `this` are seen as unknown: classes have them.)
 */
export type ObjectOf<M, O> = { [K in keyof O]: O[K] } & M & ThisType<O & M>;

/** A class without parameters; there is one instance in each subtask. */
export type ClassOf<T> = new () => T;

/**
 * The methods of those names that an object, or the instances of a class, have, also as fields (`eval = (x) => …`). A
 * plain function has none.
 */
export function methodsOf(code: unknown, names: readonly string[]): string[] {
  const target = isClass(code) ? code.prototype : code;
  if (typeof target !== 'object' || target === null) return [];
  const fields = isClass(code) ? methodFields(code) : undefined;
  return names.filter((name) => typeof Reflect.get(target, name) === 'function' || fields?.has(name));
}

/** The name that code has of itself: that of a function, of a class, or of an object's class; else empty. */
export function nameOfCode(code: unknown): string {
  if (typeof code === 'function') return code.name;
  const type = (code as object | null | undefined)?.constructor;
  return type === Object ? '' : (type?.name ?? '');
}

/** Checks the form of a function. Throws FUNCTION_INVALID where a method is missing, or it is no code at all. */
export function checkCode(functionName: string, code: unknown, required: readonly string[]): void {
  if (typeof code === 'function' && !isClass(code)) return;
  const form = isClass(code) ? `the class ${code.name}` : 'the object';
  const object = isClass(code) || (typeof code === 'object' && code !== null);
  const missing = required.filter((name) => !methodsOf(code, [name]).includes(name));
  if (object && missing.length === 0) return;
  const problem = object ? `${form} has no method ${missing.map((name) => `${name}()`).join(', ')}` : `it is ${code}`;
  throw new FlinkError('FUNCTION_INVALID', `The function ${functionName} cannot be called: ${problem}`, {
    hint: `Give a function, an object with ${required.map((name) => `${name}(…)`).join(', ')}, or a class of such objects.`,
  });
}

function isClass(code: unknown): code is { readonly name: string; readonly prototype: object } {
  return typeof code === 'function' && /^class\b/.test(Function.prototype.toString.call(code));
}
