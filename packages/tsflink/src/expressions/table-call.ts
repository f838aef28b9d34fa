import type { IsUntyped, Untyped } from '../types/untyped.js';
import type { Expression, Named } from './expression.js';
import type { RowScope } from './scope.js';

declare const ROWS: unique symbol;

/** A call that gives rows of columns `F`, as of a table function; made to be joined with, or mapped to. */
export interface TableCall<in out F = Untyped> extends Expression<Untyped, RowScope> {
  readonly [ROWS]: F;
  /** Names the columns, by position; of more than one their types are not followed. */
  as<const N extends string>(...names: [N, ...N[]]): TableCall<{ [K in N]: Only<F> }>;
}

type IsUnion<K, All = K> = K extends unknown ? ([All] extends [K] ? false : true) : never;
/** The type of the only column; untyped where there are more. */
type Only<F> = IsUntyped<F> extends true ? Untyped : true extends IsUnion<keyof F> ? Untyped : F[keyof F];

/** The type of a column that is named: of a ROW of one field that of the field, of more they are not followed. */
type NamedColumn<C> =
  IsUntyped<C> extends true ? Untyped : NonNullable<C> extends { readonly fields: infer F } ? Only<F> : C;

/**
 * The columns of a call: of a table function those of its rows, of a function that gives a ROW its fields, of another
 * one its value; under the names given to them.
 */
export type CallColumns<X> =
  X extends TableCall<infer F>
    ? F
    : X extends Named<infer N> & Expression<infer C, unknown>
      ? { [K in N]: NamedColumn<C> }
      : X extends Expression<infer C, unknown>
        ? IsUntyped<C> extends true
          ? Untyped
          : NonNullable<C> extends { readonly fields: infer F }
            ? F
            : { f0: C }
        : never;
