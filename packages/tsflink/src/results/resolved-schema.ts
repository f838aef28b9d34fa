import type { Field } from '@tsflink/runtime/codec';
import type { ResolvedSchema as SchemaMessage } from '../generated/tsflink/v1/types_pb.js';
import { decodeType } from '../plan/type.js';
import { DataType } from '../types/data-type.js';
import { quoteIdentifier } from '../types/identifiers.js';

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

  /** As Flink writes it, one column a line. */
  toString(): string {
    const lines = this.fields.map(({ name, type }) => `  ${quoteIdentifier(name)} ${new DataType(type)}`);
    return this.summary ?? `(\n${lines.join(',\n')}\n)`;
  }
}
