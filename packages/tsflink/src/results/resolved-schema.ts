import type { Field } from '@tsflink/runtime/codec';
import type { ResolvedSchema as SchemaMessage } from '../generated/tsflink/v1/types_pb.js';
import { decodeType } from '../plan/type.js';
import { DataType } from '../types/data-type.js';
import { quoteIdentifier } from '../types/identifiers.js';

/** A column of a resolved schema. Maps to Flink's `Column`. */
export interface Column {
  readonly name: string;
  readonly dataType: DataType;
}

/** The columns and types of a table, as Flink resolved them. Maps to Flink's `ResolvedSchema`. */
export class ResolvedSchema {
  /** The columns. */
  readonly fields: readonly Field[];
  private readonly primaryKey: readonly string[];

  /** @internal Schemas come from tables and results. */
  constructor(
    message: SchemaMessage | undefined,
    private readonly summary?: string,
  ) {
    this.fields = (message?.columns ?? []).map(({ name, type }) => ({ name, type: decodeType(type) }));
    this.primaryKey = message?.primaryKey ?? [];
  }

  /** How many columns there are. */
  getColumnCount(): number {
    return this.fields.length;
  }

  /** The columns, in order. */
  getColumns(): readonly Column[] {
    return this.fields.map(({ name, type }) => ({ name, dataType: new DataType(type) }));
  }

  /** A column by its name, or its index from 0; undefined where there is none. */
  getColumn(column: string | number): Column | undefined {
    return this.getColumns().find(({ name }, index) => (typeof column === 'string' ? name : index) === column);
  }

  /** The names of the columns, in order. */
  getColumnNames(): readonly string[] {
    return this.fields.map((field) => field.name);
  }

  /** The types of the columns, in order. */
  getColumnDataTypes(): readonly DataType[] {
    return this.fields.map((field) => new DataType(field.type));
  }

  /** The columns that tell rows apart; none where there is no primary key. */
  getPrimaryKey(): readonly string[] {
    return this.primaryKey;
  }

  /** The indexes of the columns that tell rows apart. */
  getPrimaryKeyIndexes(): readonly number[] {
    const names = this.getColumnNames();
    return this.primaryKey.map((name) => names.indexOf(name));
  }

  /** As Flink writes it, one column a line. */
  toString(): string {
    const lines = this.fields.map(({ name, type }) => `  ${quoteIdentifier(name)} ${new DataType(type)}`);
    return this.summary ?? `(\n${lines.join(',\n')}\n)`;
  }
}
