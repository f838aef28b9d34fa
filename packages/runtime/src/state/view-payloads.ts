import { type RowReader, type RowWriter, rowReader, rowWriter, type TypeNode, ValueError } from '../codec/index.js';
import { FunctionError } from '../function/function-error.js';

/** A row as bytes. Throws {@link FunctionError} FUNCTION_RESULT_TYPE for what is not of its types. */
function written(view: string, writer: RowWriter, row: Record<string, unknown>): Uint8Array {
  try {
    return writer.write(row);
  } catch (error) {
    if (!(error instanceof ValueError)) throw error;
    throw new FunctionError('FUNCTION_RESULT_TYPE', `wrong state: in the view '${view}', ${error.message}`, error);
  }
}

/** Values of one type as bytes. */
export class Values {
  readonly #one: RowWriter;
  readonly #oneReader: RowReader;
  readonly #many: RowWriter;
  readonly #manyReader: RowReader;

  constructor(
    private readonly view: string,
    type: TypeNode,
  ) {
    const one = [{ name: 'value', type }];
    const many = [{ name: 'values', type: { root: 'ARRAY', nullable: false, children: [type] } as const }];
    [this.#one, this.#oneReader] = [rowWriter(one), rowReader(one)];
    [this.#many, this.#manyReader] = [rowWriter(many), rowReader(many)];
  }

  write(value: unknown): Uint8Array {
    return written(this.view, this.#one, { value });
  }

  read(bytes: Uint8Array): unknown {
    return this.#oneReader.read(bytes, 0, bytes.length).value;
  }

  writeAll(values: Iterable<unknown>): Uint8Array {
    return written(this.view, this.#many, { values: [...values] });
  }

  readAll(bytes: Uint8Array | undefined): unknown[] {
    return bytes ? (this.#manyReader.read(bytes, 0, bytes.length).values as unknown[]) : [];
  }
}

/** Entries of a map as bytes. */
export class Entries {
  readonly #writer: RowWriter;
  readonly #reader: RowReader;

  constructor(
    private readonly view: string,
    key: TypeNode,
    value: TypeNode,
  ) {
    const many = (name: string, type: TypeNode) => ({
      name,
      type: { root: 'ARRAY', nullable: false, children: [type] } as const,
    });
    const fields = [many('keys', key), many('values', value)];
    [this.#writer, this.#reader] = [rowWriter(fields), rowReader(fields)];
  }

  write(entries: readonly (readonly [unknown, unknown])[]): Uint8Array {
    const [keys, values] = [entries.map(([key]) => key), entries.map(([, value]) => value)];
    return written(this.view, this.#writer, { keys, values });
  }

  read(bytes: Uint8Array | undefined): [unknown, unknown][] {
    if (!bytes) return [];
    const { keys, values } = this.#reader.read(bytes, 0, bytes.length) as { keys: unknown[]; values: unknown[] };
    return keys.map((key, i) => [key, values[i]]);
  }
}
