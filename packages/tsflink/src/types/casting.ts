import type { BIGINT, DECIMAL, DOUBLE, FLOAT, INT, SMALLINT, TINYINT } from './sql-types.js';
import type { IsUntyped, Untyped } from './untyped.js';
import type { KindOf, NullOf } from './values.js';

/**
 * The kinds that a place of a kind takes without a cast: lossless widening only. (Flink also lets integers into FLOAT
 * and DOUBLE in silence; here that takes a cast, since it hides integer division.)
 */
interface Accepts {
  BOOLEAN: 'BOOLEAN';
  STRING: 'STRING';
  BYTES: 'BYTES';
  TINYINT: 'TINYINT';
  SMALLINT: 'TINYINT' | 'SMALLINT';
  INT: 'TINYINT' | 'SMALLINT' | 'INT';
  BIGINT: 'TINYINT' | 'SMALLINT' | 'INT' | 'BIGINT';
  DECIMAL: 'TINYINT' | 'SMALLINT' | 'INT' | 'BIGINT' | 'DECIMAL';
  FLOAT: 'FLOAT';
  DOUBLE: 'FLOAT' | 'DOUBLE';
  DATE: 'DATE';
  TIME: 'TIME';
  TIMESTAMP: 'TIMESTAMP';
  TIMESTAMP_LTZ: 'TIMESTAMP_LTZ';
  INTERVAL: 'INTERVAL';
  ARRAY: 'ARRAY';
  MAP: 'MAP';
  MULTISET: 'MULTISET';
  ROW: 'ROW';
  VARIANT: 'VARIANT';
  BITMAP: 'BITMAP';
}
type Nested = 'ARRAY' | 'MAP' | 'MULTISET' | 'ROW';

/** `true` where a value of column type `A` may be stored in a place of column type `B`. */
export type Fits<A, B> =
  IsUntyped<A> extends true
    ? true
    : IsUntyped<B> extends true
      ? true
      : [NullOf<A>] extends [NullOf<B>]
        ? [A] extends [B]
          ? true
          : KindOf<B> extends keyof Accepts
            ? [KindOf<A>] extends [Accepts[KindOf<B>]]
              ? KindOf<B> extends Nested
                ? [NonNullable<A>] extends [NonNullable<B>]
                  ? true
                  : false
                : true
              : false
            : false
        : false;

/** The kinds that can be computed with. */
export type NumericKind = 'TINYINT' | 'SMALLINT' | 'INT' | 'BIGINT' | 'DECIMAL' | 'FLOAT' | 'DOUBLE';
/** Any numeric SQL type. */
export type NUMERIC = TINYINT | SMALLINT | INT | BIGINT | DECIMAL | FLOAT | DOUBLE;

/** The results of arithmetic: first the left kind, then the right one. */
interface Widen {
  TINYINT: Numbers<TINYINT, SMALLINT, INT, BIGINT, DECIMAL, FLOAT>;
  SMALLINT: Numbers<SMALLINT, SMALLINT, INT, BIGINT, DECIMAL, FLOAT>;
  INT: Numbers<INT, INT, INT, BIGINT, DECIMAL, FLOAT>;
  BIGINT: Numbers<BIGINT, BIGINT, BIGINT, BIGINT, DECIMAL, FLOAT>;
  DECIMAL: Numbers<DECIMAL, DECIMAL, DECIMAL, DECIMAL, DECIMAL, DOUBLE>;
  FLOAT: Numbers<FLOAT, FLOAT, FLOAT, FLOAT, DOUBLE, FLOAT>;
  DOUBLE: Numbers<DOUBLE, DOUBLE, DOUBLE, DOUBLE, DOUBLE, DOUBLE>;
}
interface Numbers<T, S, I, B, D, F> {
  TINYINT: T;
  SMALLINT: S;
  INT: I;
  BIGINT: B;
  DECIMAL: D;
  FLOAT: F;
  DOUBLE: DOUBLE;
}
type WidenKinds<A, B> = A extends keyof Widen ? (B extends keyof Widen[A] ? Widen[A][B] : never) : never;

/** The result type of an arithmetic operator. */
export type Arith<A, B> =
  IsUntyped<A> extends true
    ? Untyped
    : IsUntyped<B> extends true
      ? Untyped
      : WidenKinds<KindOf<A>, KindOf<B>> | NullOf<A> | NullOf<B>;

/** The result type of MOD: of two integers, that of the second. */
export type Remainder<A, B> =
  IsUntyped<A> extends true
    ? Untyped
    : IsUntyped<B> extends true
      ? Untyped
      : 'DECIMAL' extends KindOf<A> | KindOf<B>
        ? Arith<A, B>
        : B | NullOf<A>;

/** The common type of two branches (`ifThenElse`, `ifNull`, `union`); `never` where there is none. */
export type Common<A, B> =
  IsUntyped<A> extends true
    ? Untyped
    : IsUntyped<B> extends true
      ? Untyped
      : [NonNullable<B>] extends [NonNullable<A>]
        ? A | NullOf<B>
        : KindOf<A> extends NumericKind
          ? KindOf<B> extends NumericKind
            ? Arith<A, B>
            : never
          : KindOf<A> extends KindOf<B>
            ? A | NullOf<B>
            : [A] extends [null]
              ? B | null
              : [B] extends [null]
                ? A | null
                : never;
