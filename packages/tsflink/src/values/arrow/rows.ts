import type * as Arrow from 'apache-arrow';
import type { ArrowTable } from '../../results/optional-packages.js';
import type { GivenRow } from '../row-chunks.js';
import { rowReader } from './readers.js';

/** The rows of a table of Arrow. */
export function* arrowRows(table: ArrowTable): Generator<GivenRow> {
  for (const { data, numRows } of (table as Arrow.Table).batches) {
    const read = rowReader(table.schema.fields, data.children);
    for (let i = 0; i < numRows; i++) yield read(i);
  }
}
