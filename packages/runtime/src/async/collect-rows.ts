import { END, resultsOf } from '../correlate/results.js';

/** The rows that an asynchronous table function gives, all of them: of a promise of rows, or of an `async function*`. */
export async function collectRows(returned: unknown): Promise<unknown[]> {
  const given = isAsyncIterable(returned) ? returned : await returned;
  if (isAsyncIterable(given)) {
    const rows: unknown[] = [];
    for await (const row of given) rows.push(row);
    return rows;
  }
  const results = resultsOf(given);
  const rows: unknown[] = [];
  for (let row = results ? results.next() : END; row !== END; row = results?.next()) rows.push(row);
  return rows;
}

function isAsyncIterable(value: unknown): value is AsyncIterable<unknown> {
  return typeof (value as Partial<AsyncIterable<unknown>> | null | undefined)?.[Symbol.asyncIterator] === 'function';
}
