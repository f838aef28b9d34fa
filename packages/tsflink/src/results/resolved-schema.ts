import type { Field } from '@tsflink/runtime/codec';
import type { ResolvedSchema as SchemaMessage } from '../generated/tsflink/v1/types_pb.js';
import { DataType } from '../types/data-type.js';
import { Column } from './column.js';
import { UniqueConstraint } from './unique-constraint.js';
import { WatermarkSpec } from './watermark-spec.js';

/** The columns, watermarks and primary key of a table, as Flink resolved them. Maps to Flink's `ResolvedSchema`. */
export class ResolvedSchema {
  /** The names and types of the columns, as plain data. */
  readonly fields: readonly Field[];
  private readonly columns: readonly Column[];
  private readonly watermarks: readonly WatermarkSpec[];
  private readonly primaryKey: UniqueConstraint | undefined;

  /** @internal Schemas come from tables and results. */
  constructor(
    message: SchemaMessage | undefined,
    private readonly summary?: string,
  ) {
    this.columns = (message?.columns ?? []).map((column) => new Column(column));
    this.fields = this.columns.map(({ name, dataType }) => ({ name, type: dataType.node }));
    this.watermarks = (message?.watermarkSpecs ?? []).map((spec) => new WatermarkSpec(spec));
    this.primaryKey = message?.primaryKey && new UniqueConstraint(message.primaryKey);
  }

  /** How many columns there are. */
  getColumnCount(): number {
    return this.columns.length;
  }

  /** The columns, in order: physical ones, computed ones, and metadata. */
  getColumns(): readonly Column[] {
    return this.columns;
  }

  /** A column by its name, or its index from 0; undefined where there is none. */
  getColumn(column: string | number): Column | undefined {
    return this.columns.find(({ name }, index) => (typeof column === 'string' ? name : index) === column);
  }

  /** The names of the columns, in order. */
  getColumnNames(): readonly string[] {
    return this.columns.map(({ name }) => name);
  }

  /** The types of the columns, in order. */
  getColumnDataTypes(): readonly DataType[] {
    return this.columns.map(({ dataType }) => dataType);
  }

  /** The watermarks; a table of Flink 2.3 has one at most. */
  getWatermarkSpecs(): readonly WatermarkSpec[] {
    return this.watermarks;
  }

  /** The primary key, if there is one. */
  getPrimaryKey(): UniqueConstraint | undefined {
    return this.primaryKey;
  }

  /** The indexes, among the physical columns, of those of the primary key. */
  getPrimaryKeyIndexes(): readonly number[] {
    const names = this.columns.filter((column) => column.isPhysical()).map(({ name }) => name);
    return (this.primaryKey?.getColumns() ?? []).map((name) => names.indexOf(name));
  }

  /** The type of the rows that are read: of all columns. */
  toSourceRowDataType(): DataType {
    return rowOf(this.columns);
  }

  /** The type of the rows that are stored: of the physical columns. */
  toPhysicalRowDataType(): DataType {
    return rowOf(this.columns.filter((column) => column.isPhysical()));
  }

  /** The type of the rows that are written: of the physical columns, and of metadata that is not virtual. */
  toSinkRowDataType(): DataType {
    return rowOf(this.columns.filter((column) => column.isPersisted()));
  }

  /** As Flink writes it, one column, watermark or constraint a line. */
  toString(): string {
    const lines = [...this.columns, ...this.watermarks, ...(this.primaryKey ? [this.primaryKey] : [])];
    return this.summary ?? `(\n${lines.map((line) => `  ${line}`).join(',\n')}\n)`;
  }
}

function rowOf(columns: readonly Column[]): DataType {
  const fields = columns.map(({ name, dataType }) => ({ name, type: dataType.node }));
  return new DataType({ root: 'ROW', nullable: false, fields });
}
