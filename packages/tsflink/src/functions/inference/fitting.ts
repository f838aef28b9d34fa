import type { TypeIn } from '../../types/data-type.js';
import type { KindOf } from '../../types/values.js';

type Fraction<N extends number> = number extends N
  ? false
  : `${N}` extends `${string}.${string}` | `${string}e-${string}`
    ? true
    : false;

/**
 * The arguments of a call that fit a signature: a fraction is none of an integer type, to which the planner would not cast
 * it where another signature takes it as it is.
 */
export type Fitting<A extends readonly unknown[], X extends readonly unknown[]> = {
  readonly [I in keyof X]: I extends keyof A
    ? X[I] extends number
      ? Fraction<X[I]> extends true
        ? KindOf<TypeIn<A[I]>> extends 'TINYINT' | 'SMALLINT' | 'INT' | 'BIGINT'
          ? never
          : X[I]
        : X[I]
      : X[I]
    : X[I];
};
