import type { Field } from '@tsflink/runtime/codec';
import { FlinkError } from '../errors/flink-error.js';
import type { CallSite } from '../source/call-site.js';
import { asyncRowChunks, type GivenRow, type RowChunk, rowChunks } from './row-chunks.js';
import { RowUpload } from './row-upload.js';

/** The rows of a program: those that are there are read now, others when they are sent. Throws VALUE_INVALID. */
export function givenRows(
  fields: readonly Field[],
  rows: Iterable<GivenRow> | AsyncIterable<GivenRow>,
  site: CallSite,
): RowChunk | RowUpload {
  if (typeof rows === 'object' && rows !== null) {
    if (Symbol.asyncIterator in rows) return new RowUpload(asyncRowChunks(fields, rows), site);
    if (Symbol.iterator in rows) {
      const chunks = [...rowChunks(fields, rows)];
      const [first = { rows: new Uint8Array(), count: 0 }, ...others] = chunks;
      return others.length === 0 ? first : new RowUpload(chunks, site);
    }
  }
  throw new FlinkError('ARGUMENT_INVALID', 'The rows of a table are an array, an iterable or an async iterable', {
    hint: 'As in fromValues({ id: INT() }, [{ id: 1 }]).',
    callSite: site,
  });
}
