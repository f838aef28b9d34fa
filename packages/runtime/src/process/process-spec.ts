import type { Field, TypeNode } from '../codec/index.js';
import type { FunctionSpec } from '../function/function-spec.js';
import type { ViewSpec } from '../state/view-spec.js';

/** What an operator asks of the runtime: a process table function, called for rows and timers, a batch of them at a time. */
export interface ProcessSpec {
  readonly program: 'process';
  /** How long a call may take for all of its rows; without limit if absent. */
  readonly timeoutMillis?: number;
  readonly functions: readonly [FunctionSpec];
  readonly constants: readonly TypeNode[];
  /** The arguments of a call, by name; a table argument is a nullable ROW, there for the table that a row comes from. */
  readonly arguments: readonly Field[];
  /** The names of the arguments that are tables. */
  readonly tables: readonly string[];
  /** The entries of the state whose values cross, once for each partition of a batch: nullable ROWs. */
  readonly values: readonly Field[];
  /** The entries that are read and written by calls back. */
  readonly views: readonly ViewSpec[];
}
