import { show } from '../codec/value-error.js';
import { FunctionError } from '../function/function-error.js';
import { type Column, valueAt } from './column.js';

/**
 * What a vectorised function returned for so many rows: an array, a typed array, or one with its `nulls`. Throws
 * {@link FunctionError} FUNCTION_RESULT_TYPE if it is no column, or not of that length.
 */
export function resultColumn(result: unknown, rows: number): Column {
  const column = asColumn(result);
  if (column === undefined) {
    const async = typeof (result as { then?: unknown } | null)?.then === 'function';
    const hint = async ? '; a function must return its values, so it cannot be async' : '';
    throw wrong(
      `expected a column of ${rows} values (an array, a typed array or { values, nulls }), got ${show(result)}${hint}`,
    );
  }
  const { values, nulls } = column;
  if (values.length !== rows) throw wrong(`${values.length} values were returned for ${rows} rows`);
  if (nulls !== undefined && nulls.length !== rows) throw wrong(`${nulls.length} nulls were returned for ${rows} rows`);
  return column;
}

/** A column over all rows of a batch of which only the given ones were computed; the others are NULL. */
export function scatter(column: Column, rows: Int32Array, from: number, count: number): Column {
  if (rows.length === count - from) return column;
  const values = new Array<unknown>(count - from).fill(null);
  rows.forEach((row, i) => {
    values[row - from] = valueAt(column, i);
  });
  return { values };
}

function asColumn(result: unknown): Column | undefined {
  if (isValues(result)) return { values: result };
  const { values, nulls } = (result ?? {}) as { values?: unknown; nulls?: unknown };
  return isValues(values) && nulls instanceof Uint8Array ? { values, nulls } : undefined;
}

function isValues(value: unknown): value is ArrayLike<unknown> {
  return Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView));
}

function wrong(detail: string): FunctionError {
  return new FunctionError('FUNCTION_RESULT_TYPE', `wrong result: ${detail}`);
}
