import type { Temporal } from 'temporal-polyfill';
import { type FunctionContext, udf } from 'tsflink';

export const shorten = udf((text: string | null, length?: bigint | null): string | null =>
  text === null ? null : text.slice(0, Number(length ?? 3n)),
);

/** All types that stand for one of SQL. */
export const everything = udf.annotated(
  { name: 'everything' },
  (
    flag: boolean,
    n: bigint | null,
    x: number,
    bytes: Uint8Array,
    date: Date | null,
    instant: Temporal.Instant | null,
    local: Temporal.PlainDateTime | null,
    day: Temporal.PlainDate,
    time: Temporal.PlainTime,
    list: readonly (string | null)[],
    map: Map<string, bigint | null>,
  ): string =>
    [
      flag,
      n,
      x,
      [...bytes],
      date instanceof Date && date.toISOString(),
      instant,
      local,
      day,
      time,
      list.join('+'),
      [...map].join('+'),
    ].join(' '),
);

function addUp(first: number, ...more: (number | null)[]): number {
  return more.reduce((total: number, x) => total + (x ?? 0), first);
}
export const total = udf(addUp);

export const Counted = udf(
  class {
    #label = '';
    open(context: FunctionContext): void {
      this.#label = context.getJobParameter('label', 'row');
    }
    eval(id: bigint): Map<string, bigint> {
      return new Map([[this.#label, id]]);
    }
  },
);
export const dates = udf((at: Temporal.Instant | null, parts: string[]): (Date | null)[] =>
  parts.map((part) => (part === '' ? null : new Date((at?.epochMilliseconds ?? 0) + Number(part)))),
);
