import { type BridgedTo, sqlType, type TypeNode } from '@tsflink/runtime/codec';
import type { Bridges, BridgesOf } from './bridges.js';

export declare const TYPE: unique symbol;
export declare const VALUE: unique symbol;

/** What stands for column types, and for the JavaScript form of their values. */
export interface Typed<out C = unknown, out V = unknown> {
  readonly [TYPE]: C;
  readonly [VALUE]: V;
}

/**
 * A SQL type `C` (`BIGINT | null` where nullable) and the JavaScript form `V` in which its values cross the edges:
 * arguments and results of functions, `collect()`, `fromValues`. Made by {@link DataTypes}. Maps to Flink's `DataType`.
 */
export class DataType<out C = unknown, out V = unknown> implements Typed<C, V> {
  declare readonly [TYPE]: C;
  declare readonly [VALUE]: V;

  constructor(
    /** The type as plain data. */
    readonly node: TypeNode,
  ) {}

  /** The type without NULL. Types are nullable unless this is called. */
  notNull(): DataType<NonNullable<C>, NonNullable<V>> {
    return new DataType({ ...this.node, nullable: false });
  }

  /** The type with NULL. */
  nullable(): DataType<C | null, V | null> {
    return new DataType({ ...this.node, nullable: true });
  }

  /**
   * Another JavaScript form of the same SQL type, cheaper for functions that run often.
   * @example DataTypes.TIMESTAMP_LTZ(3).bridgedTo('epochMillis')
   */
  bridgedTo<const B extends keyof Bridges & BridgesOf<C>>(form: B): DataType<C, Bridges[B] | Extract<V, null>> {
    return new DataType({ ...this.node, bridgedTo: form satisfies BridgedTo });
  }

  /** Flink's spelling: `MAP<STRING NOT NULL, ARRAY<INT>>`. */
  toString(): string {
    return sqlType(this.node);
  }
}

/** The column type of a data type. */
export type TypeIn<D> = D extends Typed<infer C, unknown> ? C : never;
/** The JavaScript form of a data type's values. */
export type ValueIn<D> = D extends Typed<unknown, infer V> ? V : never;
