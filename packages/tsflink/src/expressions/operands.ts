import type { BigNumber } from 'bignumber.js';
import type { NUMERIC } from '../types/casting.js';
import type { LiteralsFor } from '../types/literals.js';
import type { FlinkTypeError } from '../types/problem.js';
import type * as T from '../types/sql-types.js';
import type { IsUntyped, Untyped } from '../types/untyped.js';
import type { KindOf, NameOf, NullOf, UnionToIntersection } from '../types/values.js';
import type { Expression } from './expression.js';

interface Accepted {
  TINYINT: T.TINYINT;
  SMALLINT: T.TINYINT | T.SMALLINT;
  INT: T.TINYINT | T.SMALLINT | T.INT;
  BIGINT: T.TINYINT | T.SMALLINT | T.INT | T.BIGINT;
  DECIMAL: T.TINYINT | T.SMALLINT | T.INT | T.BIGINT | T.DECIMAL;
  FLOAT: T.FLOAT;
  DOUBLE: T.FLOAT | T.DOUBLE;
}
type AcceptedFor<C> = KindOf<C> extends keyof Accepted ? Accepted[KindOf<C>] | NullOf<C> : C;
type LiteralFor<C> = LiteralsFor[KindOf<C> & keyof LiteralsFor];

/** What a parameter of column type `C` takes: an expression, or a JavaScript value where one is unambiguous. */
export type Operand<C> =
  IsUntyped<C> extends true ? Untyped : Expression<AcceptedFor<C>, Untyped> | LiteralFor<C> | NullOf<C>;

interface Peers {
  TIMESTAMP: T.TIMESTAMP;
  TIMESTAMP_LTZ: T.TIMESTAMP_LTZ;
  TINYINT: NUMERIC;
  SMALLINT: NUMERIC;
  INT: NUMERIC;
  BIGINT: NUMERIC;
  DECIMAL: NUMERIC;
  FLOAT: NUMERIC;
  DOUBLE: NUMERIC;
}
/** What a value of column type `C` may be compared with. */
export type Peer<C> =
  IsUntyped<C> extends true
    ? Untyped
    : Expression<(KindOf<C> extends keyof Peers ? Peers[KindOf<C>] : NonNullable<C>) | null, Untyped> | LiteralFor<C>;

/** What arithmetic takes. */
export type NumericOperand = Expression<NUMERIC | null, Untyped> | number | bigint | BigNumber;
/** What takes no floating-point numbers. */
export type ExactOperand =
  | Expression<T.TINYINT | T.SMALLINT | T.INT | T.BIGINT | T.DECIMAL | null, Untyped>
  | number
  | bigint
  | BigNumber;

type Single<K> = [K] extends [never] ? false : [K] extends [UnionToIntersection<K>] ? true : false;
/** Whether a table has one column, of a type that values of column type `C` may be compared with. */
export type CheckInTable<S, C> =
  IsUntyped<S> extends true
    ? unknown
    : Single<keyof S> extends true
      ? IsUntyped<C> extends true
        ? unknown
        : Expression<NonNullable<S[keyof S]> | null, Untyped> extends Peer<C>
          ? unknown
          : FlinkTypeError<`the column of the table is ${NameOf<S[keyof S]>}, compared with ${NameOf<C>}`>
      : FlinkTypeError<'IN takes a table of one column: select() it first'>;
