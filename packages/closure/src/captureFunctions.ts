import { createHash } from 'node:crypto';
import fs from 'node:fs';

import type { Entry } from './bundle/bundle.js';
import { bundleOnce } from './bundle/cache.js';
import { Capture } from './capture/capture.js';
import { Emitter } from './emit/emitter.js';
import { composeSourceMap } from './emit/source-map.js';
import { BundleError } from './errors.js';
import { explain, type FunctionExplanation } from './explain.js';
import type { BundledFile } from './files/layout.js';
import { projectRoot } from './files/module.js';
import type { GraphNode } from './graph/nodes.js';
import { type AnyFunction, Functions } from './inspector/functions.js';
import { Inspector } from './inspector/inspector.js';
import { type CaptureLimits, refuseTooLarge } from './limits.js';
import type { Position } from './position.js';
import { Refusal } from './refusal.js';
import { Scripts } from './script/script.js';

/** A function to ship: a function, a class, or an object with methods. */
export interface FunctionToCapture {
  /** The name by which SQL and messages call it. */
  readonly name: string;
  readonly fn: unknown;
}

/** A captured function, and the export of the script that is it. */
export interface CapturedFunction {
  readonly name: string;
  readonly export: string;
}

/** One CommonJS script with functions and all that they need. */
export interface CapturedFunctions {
  /** Lower-case hexadecimal SHA-256 of `code`, which names the hashes of the files. */
  readonly hash: string;
  readonly code: Uint8Array;
  /** Source map (version 3, JSON) to the files that people wrote; sources are relative to the working directory. */
  readonly sourceMap: Uint8Array;
  readonly functions: readonly CapturedFunction[];
  /** The modules that went in, relative to the working directory, with their bytes in the script. */
  readonly inputs: readonly { readonly file: string; readonly bytes: number }[];
  /** The files that modules read beside them: they expect them below the directory `__dirname` that the script is given. */
  readonly files: readonly BundledFile[];
  /** Packages with native code: the script requires them from `./node_modules/` of that directory. */
  readonly nativePackages: readonly string[];
  /** What each function takes along, and why. */
  readonly explain: readonly FunctionExplanation[];
  /** What may surprise: for example a value that is shared here, and copied in the task. */
  readonly warnings: readonly string[];
}

/**
 * Ships live functions: with the variables, functions and classes that they capture, as they are now, and with what
 * they import. `module.exports[export].udf.fn` of the script is the function again.
 *
 * Functions that are captured together share what they share here. Throws {@link BundleError}, which names the
 * variable, the line and what to do.
 *
 * @example
 * const factor = 3;
 * const { code, functions } = await captureFunctions([{ name: 'scale', fn: (x: number) => x * factor }]);
 */
export async function captureFunctions(
  functions: readonly FunctionToCapture[],
  limits: CaptureLimits = {},
): Promise<CapturedFunctions> {
  const { entry, explanations, captured, warnings } = capture(functions);
  const exported = functions.map(({ name }, i) => ({ name, export: exportName(i) }));
  const { code, sourceMap, inputs, files, nativePackages } = await bundleOnce(entry, exported);
  const result = {
    hash: createHash('sha256').update(code).digest('hex'),
    code,
    sourceMap,
    functions: exported,
    inputs,
    files,
    nativePackages,
    explain: explanations,
    warnings,
  };
  refuseTooLarge(result, captured, limits);
  return result;
}

/**
 * Refuses at once a function that captures what cannot travel: throws the {@link BundleError} with which
 * {@link captureFunctions} would reject. Returns false where it cannot be told yet, as a variable has no value yet.
 */
export function checkCaptured(fn: FunctionToCapture): boolean {
  try {
    capture([fn]);
    return true;
  } catch (error) {
    if (error instanceof BundleError && error.passing) return false;
    throw error;
  }
}

const exportName = (i: number): string => `f${i}`;

interface Captured {
  readonly entry: Entry;
  readonly explanations: readonly FunctionExplanation[];
  /** Characters of all that is captured. */
  readonly captured: number;
  readonly warnings: readonly string[];
}

/** The synchronous part: nothing can change while values are read. */
function capture(given: readonly FunctionToCapture[]): Captured {
  const inspector = Inspector.shared;
  return inspector.run(() => {
    const functions = new Functions(inspector);
    const scripts = new Scripts(inspector, functions);
    const program = programFile();
    const graph = new Capture(inspector, functions, scripts, program);
    const script = given.map(({ fn }) => ownScript(fn, scripts)).find((found) => found !== undefined);
    for (const { fn } of given) {
      const own = ownScript(fn, scripts);
      if (own) graph.own.set(own, true);
    }
    const roots = given.map(({ name, fn }, i) => ({
      name: exportName(i),
      node: refusing([{ name, fn }], scripts, () => graph.visit(fn, name, undefined)),
    }));
    return refusing(given, scripts, () => {
      const emitter = new Emitter(roots.map(({ node }) => node));
      const module = emitter.emit(roots);
      const dir = script?.dir ?? process.cwd();
      const entry: Entry = {
        text: module.toString(),
        sourceMap: composeSourceMap(module, scripts),
        isModule: script?.isModule ?? true,
        root: projectRoot(dir),
        program,
        places: graph.places,
      };
      const explanations = roots.map(({ node }, i) => ({
        name: given[i]?.name ?? '',
        captured: explain(node as GraphNode, emitter.sizes),
      }));
      const captured = [...emitter.sizes.values()].reduce((sum, size) => sum + size, 0);
      return { entry, explanations, captured, warnings: graph.warnings };
    });
  });
}

/** The script of the user that a function, or the class of an object, is in. */
function ownScript(fn: unknown, scripts: Scripts) {
  const script = typeof fn === 'function' ? scripts.of(fn) : undefined;
  return script && !script.isNode && !script.packageName ? script : undefined;
}

/** Runs a part of the work; a refusal becomes the error that the user sees. */
function refusing<T>(functions: readonly FunctionToCapture[], scripts: Scripts, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const refusal = error instanceof RangeError ? new Refusal('its objects are nested too deeply', undefined) : error;
    if (!(refusal instanceof Refusal)) throw error;
    const { fn } = functions[0] as FunctionToCapture;
    throw refusal.toBundleError(functions.map(({ name }) => name).join(', '), positionOf(fn, scripts));
  }
}

function positionOf(fn: unknown, scripts: Scripts): Position | undefined {
  const target: unknown = typeof fn === 'function' ? fn : (fn as object | null)?.constructor;
  return typeof target === 'function' ? scripts.positionOf(target as AnyFunction) : undefined;
}

function programFile(): string {
  try {
    return fs.realpathSync(process.argv[1] ?? '');
  } catch {
    return '';
  }
}
