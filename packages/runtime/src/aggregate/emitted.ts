import type { Method } from '../function/function-instance.js';

/** A row that a table aggregate function emits, or takes back. */
export interface Emitted {
  readonly row: unknown;
  readonly retracted: boolean;
}

/** The rows that a method emits: those that it collects, then those that it returns or yields. */
export function emitted(method: Method, accumulator: unknown): readonly Emitted[] {
  const rows: Emitted[] = [];
  const made = method(accumulator, {
    collect: (row: unknown) => rows.push({ row, retracted: false }),
    retract: (row: unknown) => rows.push({ row, retracted: true }),
  });
  if (typeof made === 'object' && made !== null && Symbol.iterator in made) {
    for (const row of made as Iterable<unknown>) rows.push({ row, retracted: false });
  }
  return rows;
}
