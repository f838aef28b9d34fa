import { types } from 'node:util';
import { Journal } from '../graph/journal.js';
import { built, type Code, type GraphNode, type Import, literal, quote } from '../graph/nodes.js';
import type { AnyFunction, Functions } from '../inspector/functions.js';
import type { Inspector } from '../inspector/inspector.js';
import { captureObject } from '../objects/object.js';
import { Refusal, type Trail } from '../refusal.js';
import type { AstNode } from '../script/ast.js';
import type { Script, Scripts } from '../script/script.js';
import { Contexts } from './contexts.js';
import { captureFunction } from './function.js';
import { intrinsic, symbolExpression } from './intrinsics.js';
import { jobOnly, substitute } from './marks.js';
import type { Captured } from './variable.js';

/** How many objects of the inside of a package are copied for one variable. */
const LIBRARY_BUDGET = 500;

/** Builds the graph of all that some functions need, from live values. */
export class Capture {
  readonly #journal = new Journal();
  /** Nodes of objects, functions, classes, unique symbols. */
  readonly values = this.#journal.map<unknown, GraphNode>();
  readonly variables = this.#journal.map<string, Captured>();
  /** Declarations that are evaluated again. */
  readonly replays = this.#journal.map<string, GraphNode>();
  /** The captured classes by their node in the syntax tree. */
  readonly classes = this.#journal.map<AstNode, Code>();
  /** The modules whose functions travel by value. */
  readonly own = this.#journal.map<Script, true>();
  /** Values that are an import of a captured module: they travel by reference. */
  readonly imported = new Map<unknown, GraphNode>();
  readonly imports = new Map<string, Import>();
  /** The scripts whose imports are in `imported`. */
  readonly withImports = new Set<Script>();
  /** Objects whose property is a function: the likely `this` of an arrow function in it. */
  readonly receivers = new WeakMap<AnyFunction, object>();
  /** Objects that are part of a large one, which travels as a whole. */
  readonly inBlobs = new WeakSet<object>();
  /** The modules that are asked where they are. */
  readonly places: string[] = [];
  readonly contexts: Contexts;
  warnings: readonly string[] = [];
  #failures = new Map<unknown, { readonly refusal: Refusal; readonly intoLibraries: boolean }>();
  #intoLibraries = false;
  #budget = 0;

  constructor(
    readonly inspector: Inspector,
    readonly functions: Functions,
    readonly scripts: Scripts,
    /** The file that Node.js was started with: never run again in a task. */
    readonly program: string,
  ) {
    this.contexts = new Contexts(this);
  }

  /** Whether functions inside packages are copied, the last resort. */
  get intoLibraries(): boolean {
    return this.#intoLibraries;
  }

  /** The node of a value. Throws {@link Refusal}. */
  visit(value: unknown, hint: string, trail: Trail | undefined): GraphNode {
    switch (typeof value) {
      case 'undefined':
        return literal('undefined');
      case 'number':
        return literal(Object.is(value, -0) ? '-0' : String(value));
      case 'bigint':
        return literal(`${value}n`);
      case 'string':
        return literal(quote(value));
      case 'boolean':
        return literal(String(value));
      case 'symbol':
        return this.#symbol(value);
    }
    if (value === null) return literal('null');
    return this.#object(value as object, hint, trail);
  }

  warn(warning: string): void {
    if (!this.warnings.includes(warning)) this.warnings = [...this.warnings, warning];
  }

  /** Undoes what `work` has added to the graph if it ends in a refusal, which is returned. */
  attempt<T>(work: () => T): T | Refusal {
    const mark = this.#journal.mark();
    const warnings = this.warnings;
    try {
      return work();
    } catch (error) {
      this.#journal.rollBack(mark);
      this.warnings = warnings;
      if (error instanceof Refusal) return error;
      if (error instanceof RangeError) return new Refusal('its objects are nested too deeply', undefined);
      throw error;
    }
  }

  /** Like `attempt`, but copies the inside of packages too, within a budget. */
  attemptIntoLibraries<T>(work: () => T): T | Refusal {
    this.#intoLibraries = true;
    this.#budget = LIBRARY_BUDGET;
    try {
      return this.attempt(work);
    } finally {
      this.#intoLibraries = false;
    }
  }

  #symbol(symbol: symbol): GraphNode {
    const expression = symbolExpression(symbol);
    if (expression) return literal(expression);
    const { description } = symbol;
    const open = [`Symbol(${description === undefined ? '' : quote(description)})`];
    return this.values.get(symbol) ?? this.values.set(symbol, built('symbol', open));
  }

  #object(value: object, hint: string, trail: Trail | undefined): GraphNode {
    const known = this.values.get(value) ?? this.imported.get(value);
    if (known) return known;
    const global = intrinsic(value);
    if (global) return literal(global);
    const failure = this.#failures.get(value);
    if (failure?.intoLibraries === this.#intoLibraries) throw failure.refusal;
    if (this.#intoLibraries && --this.#budget < 0) {
      throw new Refusal('it reaches too far into the inside of a package', trail);
    }
    try {
      if (!types.isProxy(value)) {
        if (jobOnly(value)) throw refuseJobOnly(value, trail);
        const other = substitute(value);
        if (other !== undefined) return this.values.set(value, this.visit(other, hint, trail));
      }
      return typeof value === 'function' && !types.isProxy(value)
        ? captureFunction(this, value, hint, trail)
        : captureObject(this, value, hint, trail);
    } catch (refusal) {
      if (refusal instanceof Refusal) this.#failures.set(value, { refusal, intoLibraries: this.#intoLibraries });
      throw refusal;
    }
  }
}

function refuseJobOnly(value: object, trail: Trail | undefined): Refusal {
  const what = value.constructor?.name || 'object';
  const reason = `a ${what} lives only in the job program`;
  return new Refusal(reason, trail, 'Do not use it inside a function: functions see only their arguments.', {
    final: 'everywhere',
  });
}
