import type { Field } from '@tsflink/runtime/codec';
import { FlinkError } from '../errors/flink-error.js';
import { suggestion } from '../errors/suggest.js';
import { columnScope, toNode } from '../expressions/build.js';
import type { Expression, TypeOf } from '../expressions/expression.js';
import { callSql } from '../expressions/functions/index.js';
import type { ExpressionNode } from '../expressions/node.js';
import type { ResolvedSchema } from '../results/resolved-schema.js';
import type { DataType, TypeIn } from '../types/data-type.js';
import { type ColumnTypes, fieldsOf, type SchemaOf } from '../types/data-types.js';
import type { Untyped } from '../types/untyped.js';
import type { Flat } from '../types/values.js';
import type { Columns } from './columns.js';
import type { AsRowtime, TimeColumns, WatermarkExpression } from './define-table.js';
import { type ColumnDefinition, type NamedColumns, type SchemaDefinition, sourceColumns } from './table-def.js';

/** The schema of a table descriptor. `S` is what a query reads, `Sink` what an insert provides. Maps to Flink's `Schema`. */
export class Schema<out S, out Sink = S> {
  declare readonly schemaType: S;
  declare readonly sinkType: Sink;

  constructor(readonly spec: SchemaDefinition) {}

  /**
   * Begins a schema.
   * @example Schema.newBuilder().column('id', BIGINT().notNull()).column('name', STRING()).primaryKey('id').build()
   */
  static newBuilder(): SchemaBuilder<Record<never, never>, Record<never, never>> {
    return new SchemaBuilder({ columns: [] });
  }

  /** The schema of a sink whose columns are those of the query that is inserted. */
  static derived(): Schema<Untyped> {
    return new Schema({ columns: [] });
  }
}

/** Builds a {@link Schema}; every call gives a new builder. Maps to Flink's `Schema.Builder`. */
export class SchemaBuilder<in out S, out Sink> {
  declare readonly sinkType: Sink;

  constructor(private readonly spec: SchemaDefinition) {}

  /** Takes what another schema has; its columns follow those that are there. */
  fromSchema<S2, Sink2>(schema: Schema<S2, Sink2>): SchemaBuilder<S & S2, Sink & Sink2> {
    return new SchemaBuilder({ ...this.spec, ...schema.spec, columns: [...this.spec.columns, ...schema.spec.columns] });
  }

  /** Takes the columns of a table or a result, without its time attributes. */
  fromResolvedSchema(schema: ResolvedSchema): SchemaBuilder<Untyped, Untyped> {
    return this.fields(schema.fields);
  }

  /** Takes the fields of a ROW type as columns. */
  fromRowDataType<D extends DataType>(type: D): SchemaBuilder<S & RowFields<D>, Sink & RowFields<D>> {
    return this.fields(type.node.fields ?? []);
  }

  /** Takes columns by name and type: `{ id: BIGINT(), name: STRING() }`. */
  fromFields<const C extends ColumnTypes>(columns: C): SchemaBuilder<S & SchemaOf<C>, Sink & SchemaOf<C>> {
    return this.fields(fieldsOf(columns));
  }

  /** A column of the table; its type may be written in SQL, and is not known to the compiler then. */
  column<const K extends string, D extends DataType>(
    name: K,
    type: D,
  ): SchemaBuilder<S & Record<K, TypeIn<D>>, Sink & Record<K, TypeIn<D>>>;
  column<const K extends string>(
    name: K,
    type: string,
  ): SchemaBuilder<S & Record<K, Untyped>, Sink & Record<K, Untyped>>;
  column(name: string, type: DataType | string): Untyped {
    return this.add({ kind: 'physical', name, type: typeof type === 'string' ? type : type.node });
  }

  /**
   * A column computed from others: a callback, or an expression of SQL. With a type, which is taken on trust, the
   * compiler knows the column of an expression of SQL too.
   */
  columnByExpression<const K extends string, X extends Expression>(
    name: K,
    expression: (columns: Columns<S>) => X,
  ): SchemaBuilder<S & Record<K, TypeOf<X>>, Sink>;
  columnByExpression<const K extends string>(name: K, sql: string): SchemaBuilder<S & Record<K, Untyped>, Sink>;
  columnByExpression<const K extends string, D extends DataType>(
    name: K,
    sql: string,
    type: D,
  ): SchemaBuilder<S & Record<K, TypeIn<D>>, Sink>;
  columnByExpression(name: string, expression: string | ((columns: Untyped) => Expression)): Untyped {
    return this.add({ kind: 'computed', name, node: expressionNode(expression) });
  }

  /**
   * A column of the connector's metadata, such as the timestamp of a Kafka record. A virtual one is only read.
   * @example builder.columnByMetadata('event_time', TIMESTAMP_LTZ(3), 'timestamp', true)
   */
  columnByMetadata<const K extends string, D extends DataType>(
    name: K,
    type: D,
    isVirtual: true,
  ): SchemaBuilder<S & Record<K, TypeIn<D>>, Sink>;
  columnByMetadata<const K extends string, D extends DataType>(
    name: K,
    type: D,
    metadataKey: string | undefined,
    isVirtual: true,
  ): SchemaBuilder<S & Record<K, TypeIn<D>>, Sink>;
  columnByMetadata<const K extends string, D extends DataType>(
    name: K,
    type: D,
    metadataKey?: string,
    isVirtual?: false,
  ): SchemaBuilder<S & Record<K, TypeIn<D>>, Sink & Record<K, TypeIn<D>>>;
  columnByMetadata(name: string, type: DataType, key?: string | boolean, isVirtual = key === true): Untyped {
    const metadataKey = typeof key === 'string' ? key : undefined;
    return this.add({ kind: 'metadata', name, type: type.node, key: metadataKey, virtual: isVirtual });
  }

  /** A comment on the column before. Throws ARGUMENT_INVALID where there is none. */
  withComment(comment: string): SchemaBuilder<S, Sink> {
    const last = this.spec.columns.at(-1);
    if (!last) {
      throw new FlinkError('ARGUMENT_INVALID', 'A comment needs a column before it', {
        hint: "Call withComment() after column(): .column('id', BIGINT()).withComment('…').",
      });
    }
    return new SchemaBuilder({ ...this.spec, columns: [...this.spec.columns.slice(0, -1), { ...last, comment }] });
  }

  /** Makes a column the event time of the table: rows are at most so late. A callback, or an expression of SQL. */
  watermark<const K extends TimeColumns<S>>(
    column: K,
    expression: ((columns: Columns<S>) => WatermarkExpression) | string,
  ): SchemaBuilder<{ [P in keyof S]: P extends K ? AsRowtime<S[P]> : S[P] }, Sink> {
    return new SchemaBuilder({ ...this.spec, watermark: { column, node: expressionNode(expression) } });
  }

  /** Columns that tell rows apart; Flink does not check it. */
  primaryKey(...columns: (keyof S & string)[]): SchemaBuilder<S, Sink> {
    return new SchemaBuilder({ ...this.spec, primaryKey: this.named('Key', undefined, columns) });
  }

  /** As {@link primaryKey}, under a name. */
  primaryKeyNamed(name: string, ...columns: (keyof S & string)[]): SchemaBuilder<S, Sink> {
    return new SchemaBuilder({ ...this.spec, primaryKey: this.named('Key', name, columns) });
  }

  /** Columns by which the connector finds rows fast. */
  index(...columns: (keyof S & string)[]): SchemaBuilder<S, Sink> {
    return this.addIndex(this.named('Index', undefined, columns));
  }

  /** As {@link index}, under a name. */
  indexNamed(name: string, ...columns: (keyof S & string)[]): SchemaBuilder<S, Sink> {
    return this.addIndex(this.named('Index', name, columns));
  }

  /** Columns that never change once a row is there; the optimiser counts on it. */
  immutableColumns(...columns: (keyof S & string)[]): SchemaBuilder<S, Sink> {
    return new SchemaBuilder({ ...this.spec, immutableColumns: this.named('Immutable', undefined, columns) });
  }

  /** As {@link immutableColumns}, under a name. */
  immutableColumnsNamed(name: string, ...columns: (keyof S & string)[]): SchemaBuilder<S, Sink> {
    return new SchemaBuilder({ ...this.spec, immutableColumns: this.named('Immutable', name, columns) });
  }

  /** The schema. */
  build(): Schema<Flat<S>, Flat<Sink>> {
    return new Schema(this.spec);
  }

  private add(column: ColumnDefinition): Untyped {
    return new SchemaBuilder({ ...this.spec, columns: [...this.spec.columns, column] });
  }

  private fields(fields: readonly Field[]): Untyped {
    const columns = fields.map(({ name, type }) => ({ kind: 'physical', name, type }) as const);
    return new SchemaBuilder({ ...this.spec, columns: [...this.spec.columns, ...columns] });
  }

  private addIndex(index: NamedColumns): SchemaBuilder<S, Sink> {
    return new SchemaBuilder({ ...this.spec, indexes: [...(this.spec.indexes ?? []), index] });
  }

  private named(what: string, name: string | undefined, columns: readonly string[]): NamedColumns {
    const known = sourceColumns(this.spec);
    const unknown = columns.find((column) => !known.includes(column));
    if (unknown !== undefined) {
      throw new FlinkError('COLUMN_NOT_FOUND', `${what} column '${unknown}' does not exist`, {
        hint: suggestion(unknown, known),
      });
    }
    return { name, columns };
  }
}

type RowFields<D> = D extends DataType
  ? NonNullable<TypeIn<D>> extends { readonly fields: infer F }
    ? F
    : Untyped
  : never;

function expressionNode(expression: string | ((columns: Untyped) => Expression)): ExpressionNode {
  return toNode(typeof expression === 'string' ? callSql(expression) : expression(columnScope()));
}
