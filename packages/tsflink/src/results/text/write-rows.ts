import { type Field, rowReader } from '@tsflink/runtime/codec';
import { FlinkError } from '../../errors/flink-error.js';
import type { RowBatch } from '../../generated/tsflink/v1/gateway_pb.js';
import type { CallSite } from '../../source/call-site.js';
import { type RowKind, rowKindOf } from '../row-kind.js';
import { bridgedForText, jsonOf, textOf } from './text-of.js';

/** How {@link TableResult.writeCsv} writes. */
export interface CsvOptions {
  /** Whether the first line names the columns; it does by default. */
  readonly header?: boolean;
  /** What parts fields: one character, a comma by default. */
  readonly delimiter?: string;
  /** What stands for NULL: an empty field by default. A string that looks like it is quoted. */
  readonly nullLiteral?: string;
  /** Whether a first column `op` tells what each row does; without it a query that updates its result is refused. */
  readonly rowKind?: boolean;
}

/** How {@link TableResult.writeNdjson} writes. */
export interface NdjsonOptions {
  /** Whether a first member `op` tells what each row does; without it a query that updates its result is refused. */
  readonly rowKind?: boolean;
}

type WriteRow = (row: Readonly<Record<string, unknown>>, kind: RowKind) => string;

/** Rows as lines of CSV (RFC 4180). */
export function csvRows(fields: readonly Field[], options: CsvOptions): { header: string; row: WriteRow } {
  const { header = true, delimiter = ',', nullLiteral = '', rowKind = false } = options;
  const special = new RegExp(`["\\r\\n${delimiter.replace(/[\\\]^-]/g, '\\$&')}]|^\\s|\\s$`);
  const quote = (text: string) =>
    special.test(text) || text === nullLiteral ? `"${text.replaceAll('"', '""')}"` : text;
  const columns = fields.map(({ name, type }) => ({ name, text: textOf(type) }));
  const line = (cells: string[]) => `${cells.join(delimiter)}\r\n`;
  const names = [...(rowKind ? ['op'] : []), ...columns.map(({ name }) => name)];
  return {
    header: header ? line(names.map(quote)) : '',
    row(row, kind) {
      const cells = columns.map(({ name, text }) => {
        const value = row[name];
        return value === null ? nullLiteral : quote(text(value));
      });
      return line(rowKind ? [kind, ...cells] : cells);
    },
  };
}

/** Rows as lines of JSON objects. */
export function jsonRows(
  fields: readonly Field[],
  { rowKind = false }: NdjsonOptions,
): { header: string; row: WriteRow } {
  const members = fields.map(({ name, type }) => ({ name, key: JSON.stringify(name), text: jsonOf(type) }));
  return {
    header: '',
    row(row, kind) {
      const parts = members.map(({ name, key, text }) => `${key}:${text(row[name])}`);
      return `{${(rowKind ? [`"op":"${kind}"`, ...parts] : parts).join(',')}}\n`;
    },
  };
}

/** Writes the rows of batches; waits while the target is behind. Gives how many there were. */
export async function writeRows(
  batches: AsyncIterable<RowBatch>,
  fields: readonly Field[],
  make: (fields: readonly Field[]) => { header: string; row: WriteRow },
  target: NodeJS.WritableStream,
  kinds: boolean,
  site: CallSite,
): Promise<number> {
  const bridged = fields.map(({ name, type }) => ({ name, type: bridgedForText(type) }));
  const { header, row } = make(bridged);
  const reader = rowReader(bridged);
  let count = 0;
  if (header !== '') await write(target, header);
  for await (const { rows, offsets } of batches) {
    let text = '';
    for (let i = 0; i < offsets.length; i++) {
      const begin = offsets[i] as number;
      const kind = rowKindOf(rows[begin]);
      if (kind !== '+I' && !kinds) throw updates(site);
      text += row(reader.read(rows, begin, (offsets[i + 1] ?? rows.length) - begin), kind);
      count++;
    }
    await write(target, text);
  }
  return count;
}

function updates(callSite: CallSite): FlinkError {
  return new FlinkError('CHANGELOG_UNSUPPORTED', 'The query updates its result, and lines that are written stay', {
    hint: 'Write the changes with { rowKind: true }, run the query in batch mode, or collect a view of the result.',
    callSite,
  });
}

function write(target: NodeJS.WritableStream, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = (settle: () => void) => () => {
      target.off('error', failed);
      target.off('close', closed);
      target.off('drain', drained);
      settle();
    };
    const failed = (error: Error) => end(() => reject(error))();
    const closed = end(() => reject(new FlinkError('ARGUMENT_INVALID', 'What is written to was closed')));
    const drained = end(resolve);
    target.once('error', failed);
    target.once('close', closed);
    if (target.write(text)) drained();
    else target.once('drain', drained);
  });
}
