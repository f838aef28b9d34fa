import type { ARRAY, BITMAP, INT } from '../types/sql-types.js';
import type { BaseExpression } from './base-expression.js';
import type { Element } from './collection-types.js';
import type { Expr } from './expr.js';
import type { Expression, ScopeOf } from './expression.js';
import type { Operand } from './operands.js';
import type { IntOperand, Result, Truth } from './result.js';

type ElementOperand<C> = Operand<Element<C> | null>;
/** An array of the same kind of elements. */
type SameArray<C> = Expression<ARRAY<Element<C> | null> | null>;

/** An expression of an array. */
export interface ArrayExpression<in out C, in out L> extends BaseExpression<C, L> {
  /** The element at an index; 1 is the first. NULL where there is none. */
  at<O extends IntOperand>(index: O): Expr<Element<C> | null, L | ScopeOf<O>>;
  /** The only element; NULL of an empty array. Fails at run time where there are more. */
  element(): Expr<Element<C> | null, L>;
  /** The number of elements. */
  cardinality(): Result<INT, C, L>;
  /** Whether an element is `value`; NULL is found, too. */
  arrayContains<O extends ElementOperand<C>>(value: O): Truth<C, L | ScopeOf<O>>;
  /** Where `value` is first; 1 is the first element, 0 stands for nowhere. */
  arrayPosition<O extends ElementOperand<C>>(value: O): Result<INT, C, L, O>;
  /** With `value` behind the last element. */
  arrayAppend<O extends ElementOperand<C>>(value: O): Result<ARRAY<Element<C>>, C, L | ScopeOf<O>>;
  /** With `value` before the first element. */
  arrayPrepend<O extends ElementOperand<C>>(value: O): Result<ARRAY<Element<C>>, C, L | ScopeOf<O>>;
  /** Without the elements that are `value`; NULLs, too, can be removed. */
  arrayRemove<O extends ElementOperand<C>>(value: O): Expr<C, L | ScopeOf<O>>;
  /** Each element once, in the order of their first occurrence. */
  arrayDistinct(): Expr<C, L>;
  /** The elements in the opposite order. */
  arrayReverse(): Expr<C, L>;
  /** The elements from one index to another (the last, unless given), both included; negative ones count from the end. */
  arraySlice<A extends IntOperand, B extends IntOperand = never>(start: A, end?: B): Result<C, C, L, A | B>;
  /** The elements of both, each once. */
  arrayUnion<O extends SameArray<C>>(other: O): Result<C, C, L, O>;
  /** The elements of all, one array after the other. */
  arrayConcat<const A extends readonly SameArray<C>[]>(...others: A): Result<C, C, L, A[number]>;
  /** The elements that are not in the other. */
  arrayExcept<O extends SameArray<C>>(other: O): Result<C, C, L, O>;
  /** The elements that are in both. */
  arrayIntersect<O extends SameArray<C>>(other: O): Result<C, C, L, O>;
  /** The largest element; NULLs are left out. */
  arrayMax(): Expr<Element<C> | null, L>;
  /** The smallest element; NULLs are left out. */
  arrayMin(): Expr<Element<C> | null, L>;
  /** The bitmap of an array of INT; NULLs are left out. */
  bitmapBuild(): Result<BITMAP, C, L>;
}
