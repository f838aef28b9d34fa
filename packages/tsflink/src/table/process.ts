import type { Session } from '../environment/session.js';
import { callOf, toNode } from '../expressions/build.js';
import type { Expression } from '../expressions/expression.js';
import { literal } from '../expressions/literal.js';
import type { ExpressionNode } from '../expressions/node.js';
import type { FunctionDefinition } from '../functions/definition.js';
import { used } from '../functions/first-use.js';
import { CallSite } from '../source/call-site.js';
import type { Untyped } from '../types/untyped.js';
import type { PartitionedTable } from './partitioned-table.js';
import { Table } from './table.js';

/** A process table function: of the program, or the path of one that Flink knows. */
export type ProcessFunction = string | { readonly udf: FunctionDefinition };

/** The columns that a process table function gives; unknown of one that is known by its path only. */
export type ProcessColumns<F> = F extends { readonly schemaType: infer S } ? S : Untyped;

/** A table of columns `S` as a named argument of a process table function. */
export interface ArgumentOf<out S> extends Expression<Untyped, Untyped> {
  readonly schemaType: S;
}

/** A table as an argument by name. */
export function argument<S>(table: Table<S> | PartitionedTable<S>, name: string): ArgumentOf<S> {
  return callOf({ case: 'builtin', name: 'asArgument' }, [toNode(table), literal(name)]);
}

/** The table of a call. */
export function process<S>(session: Session, fn: ProcessFunction, args: readonly unknown[]): Table<S> {
  const site = new CallSite();
  if (typeof fn !== 'string') used(fn.udf, site);
  const callee =
    typeof fn === 'string'
      ? ({ case: 'path', path: fn } as const)
      : ({ case: 'definition', definition: fn.udf } as const);
  const call: ExpressionNode = { kind: 'call', callee, args: args.map((arg) => toNode(arg)), site };
  return new Table<S>(session, { kind: 'functionScan', call, inputs: [], site }, undefined);
}
