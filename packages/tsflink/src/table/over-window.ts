import { isExpression, toNode } from '../expressions/build.js';
import type { Expression, Named, SortKey } from '../expressions/expression.js';
import type { ExpressionNode } from '../expressions/node.js';
import type { OverWindowNode } from '../plan/relations/over-window-project.js';
import type { BIGINT, INTERVAL } from '../types/sql-types.js';
import type { Untyped } from '../types/untyped.js';
import type { TimeField } from './group-window.js';
import { columnNode } from './projection.js';

/**
 * How far a window reaches: `lit(10).minutes()`, `rowInterval(10)`, or `UNBOUNDED_ROW`, `UNBOUNDED_RANGE`,
 * `CURRENT_ROW`, `CURRENT_RANGE`.
 */
export type OverBound = Expression<INTERVAL | BIGINT, Untyped>;

/**
 * A window around each row: partitioned by the columns `P`, ordered by the column `T`, with the alias `W`. Made by
 * {@link Over}. Maps to Flink's `OverWindow`.
 */
export class OverWindow<out W extends string = string, out P extends string = string, out T extends string = string> {
  declare readonly alias: W;
  declare readonly partition: P;
  declare readonly order: T;

  constructor(readonly node: OverWindowNode) {}
}

/** An over window with a lower bound. Maps to Flink's `OverWindowPartitionedOrderedPreceding`. */
export class OverWindowPartitionedOrderedPreceding<out P extends string, out T extends string> {
  declare readonly partition: P;
  declare readonly order: T;

  constructor(private readonly spec: Omit<OverWindowNode, 'alias'>) {}

  /** How far the window reaches after the row; the row itself if it is not said. */
  following(following: OverBound): OverWindowPartitionedOrderedPreceding<P, T> {
    return new OverWindowPartitionedOrderedPreceding({ ...this.spec, following: toNode(following) });
  }

  /** Names the window: `$.x.sum().over($.w)`. */
  as<const W extends string>(alias: W): OverWindow<W, P, T> {
    return new OverWindow({ ...this.spec, alias });
  }
}

/** An ordered over window. Maps to Flink's `OverWindowPartitionedOrdered`. */
export class OverWindowPartitionedOrdered<out P extends string, out T extends string> {
  declare readonly partition: P;
  declare readonly order: T;

  constructor(private readonly spec: Omit<OverWindowNode, 'alias'>) {}

  /** How far the window reaches before the row. */
  preceding(preceding: OverBound): OverWindowPartitionedOrderedPreceding<P, T> {
    return new OverWindowPartitionedOrderedPreceding({ ...this.spec, preceding: toNode(preceding) });
  }

  /** Names the window: all rows up to the row, and those of the same time. */
  as<const W extends string>(alias: W): OverWindow<W, P, T> {
    return new OverWindow({ ...this.spec, alias });
  }
}

/** An over window that needs an order. Maps to Flink's `OverWindowPartitioned`. */
export class OverWindowPartitioned<out P extends string> {
  declare readonly partition: P;

  constructor(private readonly partitionBy: readonly ExpressionNode[]) {}

  /** The time attribute that orders the rows. */
  orderBy<const T extends string>(time: OverOrder<T>): OverWindowPartitionedOrdered<P, T> {
    const spec = { partitionBy: this.partitionBy, preceding: undefined, following: undefined };
    return new OverWindowPartitionedOrdered({ ...spec, orderBy: nodeOf(time) });
  }
}

type OverOrder<T extends string> = TimeField<T> | SortKey;

/**
 * Windows around each row, to aggregate over. Maps to Flink's `Over`.
 * @example
 * table
 *   .window(Over.partitionBy('user').orderBy('ts').preceding(lit(10).minutes()).as('w'))
 *   .select('user', ($) => ({ lately: $.amount.sum().over($.w) }));
 */
export const Over = {
  /** Columns, of which the window has the rows that are equal in them. */
  partitionBy: <const P extends string>(...keys: TimeField<P>[]): OverWindowPartitioned<P> =>
    new OverWindowPartitioned(keys.map(nodeOf)),
  /** The time attribute that orders the rows, of all the table. */
  orderBy: <const T extends string>(time: OverOrder<T>): OverWindowPartitionedOrdered<never, T> =>
    new OverWindowPartitioned<never>([]).orderBy(time),
};

function nodeOf(column: string | Expression | (Expression & Named) | SortKey): ExpressionNode {
  return isExpression(column) ? toNode(column) : columnNode(String(column));
}
