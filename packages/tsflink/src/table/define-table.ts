import { FlinkError } from '../errors/flink-error.js';
import { suggestion } from '../errors/suggest.js';
import { columnScope, toNode } from '../expressions/build.js';
import type { Expression, TypeOf } from '../expressions/expression.js';
import type { ExpressionNode } from '../expressions/node.js';
import { CallSite } from '../source/call-site.js';
import { type ColumnTypes, fieldsOf, type SchemaOf } from '../types/data-types.js';
import type { ROWTIME, ROWTIME_LTZ, TIMESTAMP, TIMESTAMP_LTZ } from '../types/sql-types.js';
import type { Untyped } from '../types/untyped.js';
import type { Flat } from '../types/values.js';
import type { Columns } from './columns.js';
import { TableDef } from './table-def.js';
import { TableDescriptor, withSchema } from './table-descriptor.js';

/** A column with a watermark is an event-time attribute. */
export type AsRowtime<C> = C extends TIMESTAMP_LTZ ? ROWTIME_LTZ : C extends TIMESTAMP ? ROWTIME : C;
type WithRowtime<S, W> = [W] extends [never] ? S : { [K in keyof S]: K extends W ? AsRowtime<S[K]> : S[K] };
/** The names of the columns that can have a watermark. */
export type TimeColumns<S> = {
  [K in keyof S]: NonNullable<S[K]> extends TIMESTAMP | TIMESTAMP_LTZ ? K : never;
}[keyof S] &
  string;
/** What a watermark is. */
export type WatermarkExpression = Expression<TIMESTAMP | TIMESTAMP_LTZ | null, Untyped>;

/** The options of a connector, as in `WITH (…)`. */
export interface TableOptions {
  readonly connector: string;
  readonly [option: string]: string | number | boolean;
}

/** What {@link defineTable} is told besides the columns. */
export interface DefineTableOptions<S, W extends string, X> {
  /** The options of the connector. */
  readonly with: TableOptions;
  /** Columns that tell rows apart; Flink does not check it (`NOT ENFORCED`). */
  readonly primaryKey?: readonly (keyof S & string)[];
  /** The event time of the table; the watermark is the column itself if `as` is absent. */
  readonly watermark?: {
    readonly column: W;
    /** The watermark, from the columns. */
    readonly as?: (columns: Columns<S>) => WatermarkExpression;
  };
  /** Columns computed from the others. */
  readonly computed?: (columns: Columns<S>) => X;
}

/**
 * A table by name and descriptor, for what the other form cannot say: metadata, partitions, comments. It is created as
 * those of the other form are. Throws ARGUMENT_INVALID for a descriptor without a schema.
 * @example
 * export const orders = defineTable('orders', TableDescriptor.forConnector('kafka').schema(schema).build());
 */
export function defineTable<const N extends string, S, Sink>(
  name: N,
  descriptor: TableDescriptor<S, Sink>,
): TableDef<N, S, Sink>;
/**
 * A table by name, columns and connector. It is created (as a temporary table) in the environment in which it is used
 * first; a table of that name that exists already is left as it is. Maps to Flink's `TableDescriptor`.
 * @example
 * export const accessLog = defineTable('access_log', { uuid: STRING(), response_size: BIGINT() },
 *   { with: { connector: 'kafka', topic: 'access_log', format: 'csv' } });
 * tEnv.from(accessLog).select('uuid');
 */
export function defineTable<
  const N extends string,
  C extends ColumnTypes,
  const W extends TimeColumns<SchemaOf<C>> = never,
  X extends Record<string, Expression> = Record<never, never>,
>(
  name: N,
  columns: C,
  options: DefineTableOptions<SchemaOf<C>, W, X>,
): TableDef<N, Flat<WithRowtime<SchemaOf<C>, W> & { [K in keyof X]: TypeOf<X[K]> }>, Flat<SchemaOf<C>>>;
export function defineTable(
  name: string,
  columns: ColumnTypes | TableDescriptor,
  options?: DefineTableOptions<Untyped, string, Record<string, Expression>>,
): Untyped {
  if (columns instanceof TableDescriptor) return new TableDef(name, withSchema(columns));
  return ofColumns(name, columns, options as NonNullable<typeof options>);
}

function ofColumns(
  name: string,
  columns: ColumnTypes,
  options: DefineTableOptions<Untyped, string, Record<string, Expression>>,
): TableDef {
  const scope = columnScope();
  const physical = fieldsOf(columns).map(({ name, type }) => ({ kind: 'physical', name, type }) as const);
  const computed = Object.entries(options.computed?.(scope) ?? {}).map(
    ([column, x]) => ({ kind: 'computed', name: column, node: toNode(x) }) as const,
  );
  const { watermark } = options;
  const names = Object.keys(columns);
  const unknown = options.primaryKey?.find((key) => !names.includes(key));
  if (unknown !== undefined) {
    throw new FlinkError('COLUMN_NOT_FOUND', `Key column '${unknown}' of table ${name} does not exist`, {
      hint: suggestion(unknown, names),
    });
  }
  const column = (): ExpressionNode => ({ kind: 'column', name: watermark?.column ?? '', site: new CallSite() });
  return new TableDef(name, {
    columns: [...physical, ...computed],
    watermark: watermark && { column: watermark.column, node: watermark.as ? toNode(watermark.as(scope)) : column() },
    primaryKey: options.primaryKey && { name: undefined, columns: options.primaryKey },
    options: Object.fromEntries(Object.entries(options.with).map(([key, value]) => [key, String(value)])),
  });
}
