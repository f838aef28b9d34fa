import type { TypeNode } from '@tsflink/runtime/codec';
import { columnScope, toNode } from '../expressions/build.js';
import type { Expression, TypeOf } from '../expressions/expression.js';
import type { DataType, TypeIn } from '../types/data-type.js';
import type { Flat } from '../types/values.js';
import type { Columns } from './columns.js';
import type { AsRowtime, TimeColumns, WatermarkExpression } from './define-table.js';
import type { TableDefinition } from './table-def.js';

type Spec = Omit<TableDefinition, 'options'>;

/** The schema of a table descriptor. `S` is what a query reads, `Sink` what an insert provides. Maps to Flink's `Schema`. */
export class Schema<out S, out Sink = S> {
  declare readonly schemaType: S;
  declare readonly sinkType: Sink;

  constructor(readonly spec: Spec) {}

  /** Begins a schema. */
  static newBuilder(): SchemaBuilder<Record<never, never>, Record<never, never>> {
    return new SchemaBuilder({ columns: [], computed: [], watermark: undefined, primaryKey: [] });
  }
}

/** Builds a {@link Schema}; every call gives a new builder. Maps to Flink's `Schema.Builder`. */
export class SchemaBuilder<in out S, out Sink> {
  declare readonly sinkType: Sink;

  constructor(private readonly spec: Spec) {}

  /** A column of the table. */
  column<const K extends string, D extends DataType>(
    name: K,
    type: D,
  ): SchemaBuilder<S & Record<K, TypeIn<D>>, Sink & Record<K, TypeIn<D>>> {
    const column: { name: string; type: TypeNode } = { name, type: type.node };
    return new SchemaBuilder({ ...this.spec, columns: [...this.spec.columns, column] });
  }

  /** A column computed from others. */
  columnByExpression<const K extends string, X extends Expression>(
    name: K,
    expression: (columns: Columns<S>) => X,
  ): SchemaBuilder<S & Record<K, TypeOf<X>>, Sink> {
    const computed = { name, node: toNode(expression(columnScope())) };
    return new SchemaBuilder({ ...this.spec, computed: [...this.spec.computed, computed] });
  }

  /** Makes a column the event time of the table. */
  watermark<const K extends TimeColumns<S>>(
    column: K,
    expression: (columns: Columns<S>) => WatermarkExpression,
  ): SchemaBuilder<{ [P in keyof S]: P extends K ? AsRowtime<S[P]> : S[P] }, Sink> {
    return new SchemaBuilder({ ...this.spec, watermark: { column, node: toNode(expression(columnScope())) } });
  }

  /** Columns that tell rows apart; Flink does not check it. */
  primaryKey(...columns: (keyof S & string)[]): SchemaBuilder<S, Sink> {
    return new SchemaBuilder({ ...this.spec, primaryKey: columns });
  }

  /** The schema. */
  build(): Schema<Flat<S>, Flat<Sink>> {
    return new Schema(this.spec);
  }
}
