import type { ArrowColumns } from '../../results/optional-packages.js';
import type * as T from '../../types/sql-types.js';
import type { IsUntyped, Untyped } from '../../types/untyped.js';

/** The column types of types of Arrow, by the number of these. */
interface Scalars {
  '1': null;
  '-2': T.TINYINT;
  '-3': T.SMALLINT;
  '-4': T.INT;
  '-5': T.BIGINT;
  '-6': T.SMALLINT;
  '-7': T.INT;
  '-8': T.BIGINT;
  '-9': T.DECIMAL;
  '-10': T.FLOAT;
  '-11': T.FLOAT;
  '-12': T.DOUBLE;
  '4': T.BYTES;
  '5': T.STRING;
  '6': T.BOOLEAN;
  '7': T.DECIMAL;
  '8': T.DATE;
  '-13': T.DATE;
  '-14': T.DATE;
  '9': T.TIME;
  '-19': T.TIME;
  '-20': T.TIME;
  '-21': T.TIME;
  '-22': T.TIME;
  '11': T.INTERVAL;
  '-25': T.INTERVAL;
  '-26': T.INTERVAL;
  '15': T.BYTES;
  '18': T.INTERVAL;
  '-27': T.INTERVAL;
  '-28': T.INTERVAL;
  '-29': T.INTERVAL;
  '-30': T.INTERVAL;
  '19': T.BYTES;
  '20': T.STRING;
  '23': T.BYTES;
  '24': T.STRING;
}

/** What the types of Arrow show to the compiler. */
interface Shown {
  readonly TType: number;
}

/** The column type of a type of Arrow; unknown of timestamps: the compiler does not see their time zone. */
type ColumnOf<A> =
  IsUntyped<A> extends true
    ? Untyped
    : A extends { readonly dictionary: infer V; readonly indices: unknown }
      ? ColumnOf<V>
      : A extends { readonly keyType: infer K; readonly valueType: infer V }
        ? T.MAP<NonNullable<ColumnOf<K>>, ColumnOf<V>> | null
        : A extends { readonly dataTypes: infer M }
          ? T.ROW<{ [K in keyof M]: ColumnOf<M[K]> }> | null
          : A extends { readonly valueType: infer E }
            ? T.ARRAY<ColumnOf<E>> | null
            : A extends Shown
              ? `${A['TType']}` extends infer N extends keyof Scalars
                ? Scalars[N] | null
                : Untyped
              : Untyped;

/** The schema of a table of Arrow: nullable columns; Untyped where the compiler does not know the table's columns. */
export type ArrowSchema<A> =
  ArrowColumns<A> extends infer M
    ? IsUntyped<M> extends true
      ? Untyped
      : { -readonly [K in keyof M & string]: ColumnOf<M[K]> }
    : never;
