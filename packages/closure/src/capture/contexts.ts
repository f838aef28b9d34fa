import { types } from 'node:util';
import type { Variable } from 'eslint-scope';
import { type AnyFunction, lookup, type Scope } from '../inspector/functions.js';
import { Heap } from '../inspector/heap.js';
import { Refusal, type Trail } from '../refusal.js';
import type { AstNode } from '../script/ast.js';
import type { Script } from '../script/script.js';
import type { Capture } from './capture.js';

/** A scope of a captured function, numbered so that the same activation has the same number. */
export interface Context extends Scope {
  readonly id: number;
  /** It has the number of another scope only because all their variables are equal. */
  readonly guessed: boolean;
}

/** Above this size of the heap (bytes) no snapshot is taken: it would take too long. */
const HEAP_LIMIT = 400e6;

/** Tells activations of functions apart: V8 shows their variables, but not their identity. */
export class Contexts {
  readonly #known: { readonly script: Script; readonly scope: Scope; readonly id: number }[] = [];
  #heap: Heap | null | undefined;

  constructor(readonly capture: Capture) {}

  number(script: Script, scopes: readonly Scope[]): Context[] {
    return scopes.map((scope) => {
      const isModule = scope.kind === 'Module';
      const same = this.#known.find(
        (known) =>
          known.script === script &&
          (isModule ? known.scope.kind === 'Module' : sameVariables(known.scope.variables, scope.variables)),
      );
      const id = same?.id ?? this.#known.length + 1;
      if (!same) this.#known.push({ script, scope, id });
      return { ...scope, id, guessed: same !== undefined && !isModule };
    });
  }

  /** Whether two closures with equal variables share the one that functions assign to. */
  sharesVariable(
    a: AnyFunction,
    b: AnyFunction,
    variable: Variable,
    context: Context,
    script: Script,
    trail: Trail,
  ): boolean {
    if (this.#holdsFunctionOf(variable, context, script)) return true;
    const heap = this.heap();
    if (heap) return heap.sharesVariable(a, b, variable.name);
    throw new Refusal(
      'it is assigned to by several closures, and whether they share it cannot be told',
      trail,
      'Keep the changing state in an object, or in an instance of a class.',
    );
  }

  /** A heap snapshot of now; null if the heap is too large. */
  heap(): Heap | null {
    if (this.#heap === undefined) {
      this.#heap = process.memoryUsage().heapUsed < HEAP_LIMIT ? new Heap(this.capture.inspector) : null;
    }
    return this.#heap;
  }

  /** A variable that holds a function made in the scope: equal functions mean the same activation. */
  #holdsFunctionOf(variable: Variable, context: Context, script: Script): boolean {
    const block = variable.scope.block as unknown as AstNode;
    return Object.keys(context.variables).some((name) => {
      const found = lookup([context], name);
      if (found.state !== 'value' || typeof found.value !== 'function' || types.isProxy(found.value)) return false;
      const location = this.capture.functions.location(found.value);
      if (location?.scriptId !== script.id) return false;
      const offset = script.offset(location);
      return offset >= block.start && offset < block.end;
    });
  }
}

type Variables = Scope['variables'];

function sameVariables(a: Variables, b: Variables): boolean {
  const names = Object.keys(a);
  const others = Object.keys(b);
  return names.length === others.length && names.every((name, i) => name === others[i] && sameValue(a, b, name));
}

function sameValue(a: Variables, b: Variables, name: string): boolean {
  const [x, y] = [a, b].map((variables) => lookup([{ kind: '', variables }], name));
  if (x?.state !== 'value' || y?.state !== 'value') return x?.state === y?.state;
  return Object.is(x.value, y.value);
}
