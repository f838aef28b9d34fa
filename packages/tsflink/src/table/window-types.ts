import type { Expr } from '../expressions/expr.js';
import type { Named } from '../expressions/expression.js';
import type { BareScope, KeyScope, RowScope } from '../expressions/scope.js';
import type { OverWindowRef, WindowExpression } from '../expressions/window-expression.js';
import type { FlinkTypeError } from '../types/problem.js';
import type { TimeAttribute } from '../types/sql-types.js';
import type { IsUntyped, Untyped } from '../types/untyped.js';
import type { NameOf } from '../types/values.js';
import type { GroupWindow } from './group-window.js';
import type { OverWindow } from './over-window.js';

/** What the callback of a windowed select is given: keys, the window, and the rest to be aggregated. */
export type WindowRow<S, K extends string, W extends string, A> =
  IsUntyped<S> extends true
    ? Untyped
    : {
        readonly [C in (keyof S & string) | W]: C extends W
          ? WindowExpression<A, KeyScope>
          : C extends keyof S
            ? Expr<S[C], C extends K ? KeyScope : BareScope> & Named<C>
            : never;
      };

/** What the callback of a select over a window is given. */
export type OverRow<S, W extends string> =
  IsUntyped<S> extends true
    ? Untyped
    : {
        readonly [C in (keyof S & string) | W]: C extends W
          ? OverWindowRef
          : C extends keyof S
            ? Expr<S[C], RowScope> & Named<C>
            : never;
      };

/** Whether a column is a time attribute. */
export type CheckTime<S, T extends string> =
  IsUntyped<S> extends true
    ? unknown
    : T extends keyof S
      ? IsUntyped<S[T]> extends true
        ? unknown
        : NonNullable<S[T]> extends TimeAttribute
          ? unknown
          : FlinkTypeError<`column '${T}' (${NameOf<S[T]>}) is not a time attribute: give the table a watermark on it, or use a PROCTIME column`>
      : FlinkTypeError<`the table has no column '${T}'`>;

type CheckAlias<S, W extends string> = W extends keyof S
  ? FlinkTypeError<`the window's alias '${W}' is also a column of the table`>
  : unknown;

type Missing<S, P extends string> = Exclude<P, keyof S>;
type CheckPartition<S, P extends string> = [Missing<S, P>] extends [never]
  ? unknown
  : FlinkTypeError<`the table has no column '${Missing<S, P>}'`>;

/** Whether a window is on a time attribute of the table, an over window of columns of it. */
export type CheckWindow<S, X> =
  IsUntyped<S> extends true
    ? unknown
    : X extends GroupWindow<infer W, infer T>
      ? CheckTime<S, T> & CheckAlias<S, W>
      : X extends OverWindow<infer W, infer P, infer T>
        ? CheckPartition<S, P> & CheckTime<S, T> & CheckAlias<S, W>
        : unknown;

/** Whether the window is among the keys. */
export type CheckGrouped<W extends string, N> = W extends N
  ? unknown
  : FlinkTypeError<`group by the window too: groupBy('${W}', …)`>;
