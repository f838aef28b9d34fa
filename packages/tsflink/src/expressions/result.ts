import type { Common } from '../types/casting.js';
import type { JsLiteral } from '../types/literals.js';
import type { BIGINT, BOOLEAN, INT, STRING } from '../types/sql-types.js';
import type { NullOf } from '../types/values.js';
import type { BooleanExpression } from './boolean-expression.js';
import type { Expr } from './expr.js';
import type { Expression, ScopeOf, TypeOf } from './expression.js';
import type { Operand } from './operands.js';

/** A result of column type `T`: NULL where the receiver (of column type `C`) or an argument may be. */
export type Result<T, C, L, O = never> = Expr<T | NullOf<C> | NullOf<TypeOf<O>>, L | ScopeOf<O>>;
/** A truth value: NULL where the receiver or an argument may be. */
export type Truth<C, L, O = never> = BooleanExpression<BOOLEAN | NullOf<C> | NullOf<TypeOf<O>>, L | ScopeOf<O>>;

/** An argument of text. */
export type TextOperand = Operand<STRING | null>;
/** An argument of an INT. */
export type IntOperand = Operand<INT | null>;
/** An argument of an integer of any size. */
export type IntegerOperand = Operand<BIGINT | null>;
/** An argument of any type. */
export type AnyOperand = Expression | JsLiteral;

/** The common type of all; `never` where there is none. */
export type CommonOf<A extends readonly unknown[]> = A extends readonly [infer Only]
  ? TypeOf<Only>
  : A extends readonly [infer First, ...infer Rest extends readonly unknown[]]
    ? Common<TypeOf<First>, CommonOf<Rest>>
    : A extends readonly (infer E)[]
      ? TypeOf<E>
      : never;
