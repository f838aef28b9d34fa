import { type Field, RowInput } from '@tsflink/runtime/codec';
import type * as Arrow from 'apache-arrow';
import type { FinalRows } from '../final-rows.js';
import type { ArrowModule } from '../optional-packages.js';
import { appendRow, columnBuilder } from './columns.js';

/** Rows of one record batch: large enough for columns to pay, small enough for offsets of 32 bits. */
const BATCH = 65_536;

/** The rows as a table of Arrow: columns are filled from the bytes of the rows. */
export function toArrow(arrow: ArrowModule, fields: readonly Field[], rows: FinalRows): Arrow.Table {
  const batches: Arrow.Data[] = [];
  let builders = fields.map(({ type }) => columnBuilder(arrow, type));
  let length = 0;
  const flush = () => {
    const children = builders.map((builder) => builder.finish());
    const types = children.map(({ type }, i) => new arrow.Field(fields[i]?.name ?? '', type, fields[i]?.type.nullable));
    batches.push(arrow.makeData({ type: new arrow.Struct(types), length, nullCount: 0, children }) as Arrow.Data);
    builders = fields.map(({ type }) => columnBuilder(arrow, type));
    length = 0;
  };
  let current: Uint8Array | undefined;
  let input: RowInput | undefined;
  rows.forEach((bytes, offset) => {
    if (bytes !== current || input === undefined) {
      current = bytes;
      input = new RowInput(bytes);
    }
    appendRow(builders, input, offset);
    if (++length === BATCH) flush();
  });
  if (length > 0 || batches.length === 0) flush();
  const schema = new arrow.Schema((batches as [Arrow.Data<Arrow.Struct>])[0].type.children);
  return new arrow.Table(
    schema,
    batches.map((batch) => new arrow.RecordBatch(schema, batch as Arrow.Data<Arrow.Struct>)),
  );
}
