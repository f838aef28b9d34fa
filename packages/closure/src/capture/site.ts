import type { AnyFunction } from '../inspector/functions.js';
import type { Trail } from '../refusal.js';
import type { Script } from '../script/script.js';
import type { Context } from './contexts.js';

/** From where variables are looked at: a piece of a script, with the live scopes around it. */
export interface Site {
  readonly script: Script;
  readonly contexts: readonly Context[];
  readonly trail: Trail | undefined;
  /** The function whose scopes these are. */
  readonly owner: AnyFunction;
}
