import { callOf, toNode } from '../expressions/build.js';
import type { Expression } from '../expressions/expression.js';
import type { Callee } from '../expressions/node.js';
import type { TableCall } from '../expressions/table-call.js';
import type { TIMESTAMP, TIMESTAMP_LTZ } from '../types/sql-types.js';
import type { Untyped } from '../types/untyped.js';

/**
 * The versions of a table: called with a time, the rows as they were then. Made by `createTemporalTableFunction`. Maps
 * to Flink's `TemporalTableFunction`.
 * @example orders.joinLateral(($) => rates($.order_time), (order, rate) => order.currency.isEqual(rate.currency))
 */
export interface TemporalTableFunction<in out S> {
  (time: Expression<TIMESTAMP | TIMESTAMP_LTZ | null, Untyped>): TableCall<S>;
  readonly schemaType: S;
  /** @internal What a plan calls. */
  readonly callee: Callee & { readonly case: 'temporal' };
}

/** Makes the function. */
export function temporalTableFunction<S>(callee: Callee & { readonly case: 'temporal' }): TemporalTableFunction<S> {
  const call = (time: Expression): TableCall<S> => callOf(callee, [toNode(time)]);
  return Object.assign(call, { callee }) as TemporalTableFunction<S>;
}
