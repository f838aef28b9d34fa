import type { WatermarkSpec as WatermarkMessage } from '../generated/tsflink/v1/types_pb.js';
import { decodeType } from '../plan/type.js';
import { DataType } from '../types/data-type.js';
import { quoteIdentifier } from '../types/identifiers.js';

/** The watermark of a table. Maps to Flink's `WatermarkSpec`. */
export class WatermarkSpec {
  /** @internal Watermarks come from resolved schemas. */
  constructor(private readonly message: WatermarkMessage) {}

  /** The column that has the time of a row. */
  getRowtimeAttribute(): string {
    return this.message.rowtimeAttribute;
  }

  /** The expression of the watermark, as Flink writes it. */
  getWatermarkExpression(): string {
    return this.message.expression;
  }

  /** As Flink writes it. */
  asSummaryString(): string {
    const type = new DataType(decodeType(this.message.type));
    return `WATERMARK FOR ${quoteIdentifier(this.getRowtimeAttribute())}: ${type} AS ${this.getWatermarkExpression()}`;
  }

  /** As {@link asSummaryString}. */
  toString(): string {
    return this.asSummaryString();
  }
}
