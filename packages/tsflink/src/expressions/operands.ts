import type { BigNumber } from 'bignumber.js';
import type { NUMERIC } from '../types/casting.js';
import type { LiteralsFor } from '../types/literals.js';
import type * as T from '../types/sql-types.js';
import type { IsUntyped, Untyped } from '../types/untyped.js';
import type { KindOf, NullOf } from '../types/values.js';
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
