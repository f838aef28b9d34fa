import { addressToNumber, ranges, UNKNOWN } from './ranges.js';
import { splitCsv } from './split-csv.js';

/** What the job is to find for a province. */
export interface Statistic {
  readonly accessCount: bigint;
  readonly totalDownload: bigint;
  /** Bytes a millisecond. */
  readonly downloadSpeed: number;
}

/**
 * Computes what the job is to find, from the lines that were sent; shares no code with the job.
 *
 * A line counts when it has its five columns, no more (a comma at its end does no harm), with quotes that are closed,
 * and when request_time and response_size are whole numbers of 64 bits. An address that is in no range counts for the province `Unknown`.
 */
export class Expected {
  readonly #sums = new Map<string, { count: bigint; download: bigint; time: bigint }>();
  #counted = 0;

  /** How many of the lines count. */
  get counted(): number {
    return this.#counted;
  }

  add(line: string): void {
    const fields = splitCsv(line);
    const trailingComma = fields?.length === 6 && line.endsWith(',');
    if (!fields || (fields.length !== 5 && !trailingComma)) return;
    const [, address = '', time = '', size = ''] = fields;
    const requestTime = toInt64(time);
    const responseSize = toInt64(size);
    if (requestTime === undefined || responseSize === undefined) return;

    this.#counted++;
    const province = provinceOf(address);
    const sum = this.#sums.get(province) ?? { count: 0n, download: 0n, time: 0n };
    this.#sums.set(province, sum);
    sum.count += 1n;
    sum.download += responseSize;
    sum.time += requestTime;
  }

  /** The statistics by province, in the order of their names. */
  statistics(): Map<string, Statistic> {
    const entries = [...this.#sums].sort(([a], [b]) => (a < b ? -1 : 1));
    return new Map(
      entries.map(([province, { count, download, time }]) => [
        province,
        { accessCount: count, totalDownload: download, downloadSpeed: Number(download) / Number(time) },
      ]),
    );
  }
}

function toInt64(text: string): bigint | undefined {
  if (!/^ *[+-]?\d{1,40} *$/.test(text)) return undefined;
  const value = BigInt(text.replace('+', ''));
  return BigInt.asIntN(64, value) === value ? value : undefined;
}

/** The province of an address, by binary search; `Unknown` for one in no range. */
export function provinceOf(address: string): string {
  const value = addressToNumber(address);
  if (value === undefined) return UNKNOWN;
  let low = 0;
  let high = ranges.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const range = ranges[middle] as (typeof ranges)[number];
    if (value < range.first) high = middle - 1;
    else if (value > range.last) low = middle + 1;
    else return range.province;
  }
  return UNKNOWN;
}
