import type { Statistic } from '../load/expected.js';
import type { Statistics } from './statistics-table.js';

/** A province for which the table is not as it is to be; `undefined` where there is no row. */
export interface Difference {
  readonly province: string;
  readonly expected: Statistic | undefined;
  readonly actual: Statistic | undefined;
}

/** The rows that differ, in any column: also the speeds are equal to the last bit. */
export function differences(expected: Statistics, actual: Statistics): Difference[] {
  const provinces = [...new Set([...expected.keys(), ...actual.keys()])].sort();
  return provinces
    .map((province) => ({ province, expected: expected.get(province), actual: actual.get(province) }))
    .filter(({ expected, actual }) => !equal(expected, actual));
}

function equal(a: Statistic | undefined, b: Statistic | undefined): boolean {
  return (
    a !== undefined &&
    b !== undefined &&
    a.accessCount === b.accessCount &&
    a.totalDownload === b.totalDownload &&
    a.downloadSpeed === b.downloadSpeed
  );
}
