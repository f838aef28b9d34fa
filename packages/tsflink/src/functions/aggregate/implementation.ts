import type { ClassOf, Lifecycle, ObjectOf } from '../code.js';

/** What the methods of an aggregate leave: a changed accumulator (they return nothing), or one in its place; views are put into it. */
// biome-ignore lint/suspicious/noConfusingVoidType: a method without return statement is of this type
export type Changed<C> = C | void;

/** What an aggregate does with rows that have a NULL among the arguments: takes them in, or leaves them out. */
export type RowsWithNull = 'call' | 'skip';
/** The same as of other functions. */
export type HandlingOf<N extends RowsWithNull> = N extends 'skip' ? 'return-null' : 'call';

/** What all aggregates do; `N` is an accumulator without its views. Maps to Flink's `ImperativeAggregateFunction`. */
export interface Accumulating<C, X extends readonly unknown[], N = C> extends Lifecycle {
  /** The accumulator of no rows. */
  createAccumulator(): N;
  /** Takes a row in: changes the accumulator, or returns another one. */
  accumulate(accumulator: C, ...args: X): Changed<N>;
  /** Takes a row out that was taken in before: needed where input is updated, and for OVER windows that end. */
  retract?(accumulator: C, ...args: X): Changed<N>;
  /** Takes in what others have taken in: needed for session windows, and for two-phase aggregation. */
  merge?(accumulator: C, others: readonly C[]): Changed<N>;
}

/** An aggregate function: rows in, one value out. Maps to Flink's `AggregateFunction`. */
export interface Aggregator<C, X extends readonly unknown[], R, N = C> extends Accumulating<C, X, N> {
  /** The value of what was taken in. */
  getValue(accumulator: C): R;
}

/** Takes the rows of a table aggregate function. Maps to Flink's `Collector`. */
export interface Collector<R> {
  /** Emits a row. */
  collect(row: R): void;
}

/** A collector that also takes rows back. Maps to Flink's `TableAggregateFunction.RetractableCollector`. */
export interface RetractableCollector<R> extends Collector<R> {
  /** Takes a row back that was emitted before. */
  retract(row: R): void;
}

/**
 * A table aggregate function: rows in, rows out. It has `emitValue`, which gives all rows of the result, or
 * `emitUpdateWithRetract`, which gives what has changed since the last time; in streaming the latter goes before. Maps to
 * Flink's `TableAggregateFunction`.
 */
export interface TableAggregator<C, X extends readonly unknown[], R, N = C> extends Accumulating<C, X, N> {
  /** Emits the rows of what was taken in: collects them, or returns (or yields) them. */
  // biome-ignore lint/suspicious/noConfusingVoidType: a method without return statement is of this type
  emitValue?(accumulator: C, out: Collector<R>): Iterable<R> | void;
  /** Emits what has changed; may note in the accumulator what it emitted. */
  emitUpdateWithRetract?(accumulator: C, out: RetractableCollector<R>): void;
}

/** An object with methods, which may call each other and use members `O` of the object, or a class of such objects. */
export type Implementation<M, O = unknown> = ObjectOf<M, O> | ClassOf<M>;
