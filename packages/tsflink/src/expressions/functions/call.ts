import type { STRING } from '../../types/sql-types.js';
import type { Untyped } from '../../types/untyped.js';
import type { BaseExpression } from '../base-expression.js';
import { callOf, toNode } from '../build.js';
import type { Expr } from '../expr.js';
import { functionCall } from './function-call.js';

/**
 * Calls a function by its path: one registered in the session, of a catalog, of a module, or built into SQL. Its result
 * is untyped unless the type is given: `call<STRING | null>('UPPER', $.name)`. Maps to Flink's `Expressions.call`.
 */
export const call = <C = Untyped>(path: string, ...args: unknown[]): Expr<C, Untyped> =>
  callOf(
    { case: 'path', path },
    args.map((arg) => toNode(arg)),
  );
/** An expression written in SQL. Maps to Flink's `Expressions.callSql`. */
export const callSql = <C = Untyped>(sql: string): Expr<C, Untyped> => functionCall('callSql', sql);
/** Names of columns, as an argument of a function that takes a descriptor. */
export const descriptor = (...columns: string[]): BaseExpression<Untyped, never> =>
  functionCall('descriptor', ...columns);
/** The name of the current database. */
export const currentDatabase = (): Expr<STRING, never> => functionCall('currentDatabase');
