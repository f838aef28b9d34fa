import type { ResolvedColumn } from '../generated/tsflink/v1/types_pb.js';
import { decodeType } from '../plan/type.js';
import { DataType } from '../types/data-type.js';
import { quoteIdentifier, quoteText } from '../types/identifiers.js';

/** What a column of a table is: stored, computed from others, or read from what the connector knows of a row. */
export type ColumnKind = 'PHYSICAL' | 'COMPUTED' | 'METADATA';

/** A column of a resolved schema. Maps to Flink's `Column`, whose subclasses are its `kind` here. */
export class Column {
  /** Its name. */
  readonly name: string;
  /** Its type. */
  readonly dataType: DataType;
  /** What it is. */
  readonly kind: ColumnKind;

  /** @internal Columns come from resolved schemas. */
  constructor(private readonly message: ResolvedColumn) {
    this.name = message.name;
    this.dataType = new DataType(decodeType(message.type));
    const { case: definition } = message.definition;
    this.kind = definition === 'expression' ? 'COMPUTED' : definition === 'metadata' ? 'METADATA' : 'PHYSICAL';
  }

  /** Its name. */
  getName(): string {
    return this.name;
  }

  /** Its type. */
  getDataType(): DataType {
    return this.dataType;
  }

  /** What was said of it, if anything. */
  getComment(): string | undefined {
    return this.message.comment;
  }

  /** Whether rows of the table have a field for it. */
  isPhysical(): boolean {
    return this.kind === 'PHYSICAL';
  }

  /** Whether an INSERT writes it. */
  isPersisted(): boolean {
    return this.isPhysical() || (this.kind === 'METADATA' && !this.isVirtual());
  }

  /** The expression that a COMPUTED column is made of, as Flink writes it. */
  getExpression(): string | undefined {
    const { definition } = this.message;
    return definition.case === 'expression' ? definition.value : undefined;
  }

  /** The name that the connector has for a METADATA column, where it is another than the column's. */
  getMetadataKey(): string | undefined {
    const { definition } = this.message;
    return definition.case === 'metadata' ? definition.value.key : undefined;
  }

  /** Whether a METADATA column can be read only. */
  isVirtual(): boolean {
    const { definition } = this.message;
    return definition.case === 'metadata' && definition.value.virtual;
  }

  /** What follows the type in the declaration of a column that is not physical. */
  explainExtras(): string | undefined {
    const { definition } = this.message;
    if (definition.case === 'expression') return `AS ${definition.value}`;
    if (definition.case !== 'metadata') return undefined;
    const { key, virtual } = definition.value;
    return `METADATA${key === undefined ? '' : ` FROM ${quoteText(key)}`}${virtual ? ' VIRTUAL' : ''}`;
  }

  /** As Flink writes it: `` `id` BIGINT NOT NULL COMMENT 'of a customer' ``. */
  asSummaryString(): string {
    const comment = this.getComment();
    const parts = [
      quoteIdentifier(this.name),
      String(this.dataType),
      this.explainExtras(),
      comment === undefined ? undefined : `COMMENT ${quoteText(comment)}`,
    ];
    return parts.filter((part) => part !== undefined).join(' ');
  }

  /** As {@link asSummaryString}. */
  toString(): string {
    return this.asSummaryString();
  }
}
