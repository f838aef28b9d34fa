import type { ARRAY, Columns, GroupColumns, MAP, MULTISET, Projection, SchemaOf } from 'tsflink';
import type { AggScope, KeyScope, RowScope } from '../../packages/tsflink/src/expressions/scope.js';
import type { Projected } from '../../packages/tsflink/src/table/projection-types.js';
import type { COLUMNS } from './nasty.js';

type IsUntyped<T> = 0 extends 1 & T ? true : false;
type Spelled<C> =
  C extends ARRAY<infer E>
    ? `ARRAY<${Spelling<E>}>`
    : C extends MAP<infer K, infer V>
      ? `MAP<${Spelling<K>}, ${Spelling<V>}>`
      : C extends MULTISET<infer E>
        ? `MULTISET<${Spelling<E>}>`
        : C extends { readonly kind: infer K extends string }
          ? K
          : never;
/** The type that the compiler sees, as the planner would write it: `BIGINT NOT NULL`. */
export type Spelling<C> =
  IsUntyped<C> extends true ? 'untyped' : `${Spelled<NonNullable<C>>}${null extends C ? '' : ' NOT NULL'}`;

/** For each column: the same in SQL, and its type as the compiler sees it. */
export type Cases<S> = { readonly [K in keyof S]: readonly [sql: string, type: Spelling<S[K]>] };

type Nasty = SchemaOf<typeof COLUMNS>;
/** What SQL says, and of which type it is, by name. */
export type SqlByName = Readonly<Record<string, readonly [sql: string, type: string]>>;
/** Expressions over the table of nasty values, and for each what SQL says; it compiles only with the right types. */
export interface Family<R, L> {
  readonly expressions: (columns: R) => Projection<L>;
  readonly cases: SqlByName;
}

// (two calls, so that the type of the expressions is known before the cases are looked at)
/** Expressions of a row. */
export const family =
  <const P extends Projection<RowScope>>(expressions: (columns: Columns<Nasty>) => P) =>
  (cases: Cases<Projected<P>>): Family<Columns<Nasty>, RowScope> => ({ expressions, cases: cases as never });

/** Aggregates of all rows. */
export const aggregates =
  <const P extends Projection<KeyScope | AggScope>>(expressions: (columns: GroupColumns<Nasty, 'one'>) => P) =>
  (cases: Cases<Projected<P>>): Family<GroupColumns<Nasty, 'one'>, KeyScope | AggScope> => ({
    expressions,
    cases: cases as never,
  });
