import type { Runtime } from 'node:inspector';
import type { Inspector } from './inspector.js';

/** Any function or class. */
// biome-ignore lint/complexity/noBannedTypes: what is captured is any function, classes included
export type AnyFunction = Function;

/** Where a function begins: V8 counts lines and columns from 0. */
export interface Location {
  readonly scriptId: string;
  readonly lineNumber: number;
  readonly columnNumber: number;
}

/** A scope around a function, with its live variables; reading one that has no value yet throws. */
export interface Scope {
  /** As V8 names it: `Module`, `Closure (outer)`, `Block` … */
  readonly kind: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Whether a variable that reads as undefined has not been declared yet. Node 20 cannot tell, and says no. */
  isUninitialised?(name: string): boolean;
}

/** What `bind` made a function of. */
export interface Bound {
  readonly target: AnyFunction;
  readonly self: unknown;
  readonly args: readonly unknown[];
}

/** What V8 knows about functions. Locations are kept: they are asked for often, and never change. */
export class Functions {
  readonly #locations = new WeakMap<AnyFunction, Location | 'native'>();

  constructor(readonly inspector: Inspector) {}

  /** Undefined for native and bound functions. */
  location(fn: AnyFunction): Location | undefined {
    let location = this.#locations.get(fn);
    if (!location) {
      const remote = this.inspector.mirror(fn).internal['[[FunctionLocation]]'];
      location = (remote?.value as Location | undefined) ?? 'native';
      this.#locations.set(fn, location);
    }
    return location === 'native' ? undefined : location;
  }

  bound(fn: AnyFunction): Bound | undefined {
    const { objectId, internal } = this.inspector.mirror(fn);
    if (!internal['[[TargetFunction]]']) return undefined;
    const live = (slot: string) => this.inspector.live(internal[slot], objectId);
    return {
      target: live('[[TargetFunction]]') as AnyFunction,
      self: live('[[BoundThis]]'),
      args: Array.from(live('[[BoundArgs]]') as ArrayLike<unknown>),
    };
  }

  /** The scopes around a function, innermost first, without the global ones. */
  scopes(fn: AnyFunction): Scope[] {
    const { objectId, internal } = this.inspector.mirror(fn);
    const list = internal['[[Scopes]]'];
    return list ? this.inspector.elements(list).flatMap((scope) => this.#scope(scope, objectId)) : [];
  }

  #scope(remote: Runtime.RemoteObject, via: string): Scope[] {
    const kind = remote.description ?? '';
    if (kind === 'Global' || (remote.subtype as string | undefined) === 'internal#scopeList') return [];
    const wrapper = this.inspector.live(remote, via) as { object?: Record<string, unknown> } | undefined;
    if (!wrapper?.object) return [];
    const isUninitialised = (name: string) => this.inspector.hasNoValue(remote, name);
    return [{ kind, variables: wrapper.object, isUninitialised }];
  }
}

/** The value of a variable in the scopes around a function. */
export type Lookup<S extends Scope = Scope> =
  | { readonly state: 'value'; readonly value: unknown; readonly scope: S }
  | { readonly state: 'uninitialised'; readonly scope: S }
  | { readonly state: 'invisible' };

/** Looks a variable up, innermost scope first. */
export function lookup<S extends Scope>(scopes: readonly S[], name: string): Lookup<S> {
  for (const scope of scopes) {
    if (!(name in scope.variables)) continue;
    try {
      const value = scope.variables[name];
      if (value === undefined && scope.isUninitialised?.(name)) return { state: 'uninitialised', scope };
      return { state: 'value', value, scope };
    } catch {
      return { state: 'uninitialised', scope };
    }
  }
  return { state: 'invisible' };
}
