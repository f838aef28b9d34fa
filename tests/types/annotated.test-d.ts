// Functions with the types of their source: what calls take and give; what stands for no one SQL type.
import type { BigNumber } from 'bignumber.js';
import type { Temporal } from 'temporal-polyfill';
import {
  type ARRAY,
  asyncUdf,
  asyncUdtf,
  type BIGINT,
  type BYTES,
  DataTypes,
  defineTable,
  type ListView,
  type STRING,
  TableEnvironment,
  type TIMESTAMP_LTZ,
  udaf,
  udf,
  udtaf,
  udtf,
} from 'tsflink';
import { expectTypeOf } from 'vitest';

const D = DataTypes;
const t = TableEnvironment.create().from(
  defineTable(
    't',
    {
      s: D.STRING().notNull(),
      m: D.STRING(),
      n: D.BIGINT().notNull(),
      i: D.INT().notNull(),
      b: D.BYTES(),
      ts: D.TIMESTAMP_LTZ(3).notNull(),
      a: D.ARRAY(D.STRING().notNull()).notNull(),
    },
    { with: { connector: 'datagen' } },
  ),
);

const shorten = udf((text: string, length?: bigint | null): string => text.slice(0, Number(length ?? 10n)));
const bytes = udf.annotated({ name: 'bytes' }, (bytes: Uint8Array | null): Uint8Array | null => bytes);
const join = udf(function join(separator: string | null, ...parts: (string | null)[]): bigint {
  return BigInt(parts.join(separator ?? '').length);
});
const times = udf(
  class Times {
    eval(at: Date | null, list: readonly string[]): (Temporal.Instant | null)[] {
      return list.map(() => at).map(() => null);
    }
  },
);
const made = t.select(($) => ({
  a: shorten($.s),
  b: shorten('x', $.n),
  c: shorten($.s, 5n),
  d: bytes($.b),
  e: join($.m, $.s, 'x', null),
  f: times($.ts, $.a),
}));
expectTypeOf(made.schemaType).toEqualTypeOf<{
  a: STRING;
  b: STRING;
  c: STRING;
  d: BYTES | null;
  e: BIGINT;
  f: ARRAY<TIMESTAMP_LTZ | null>;
}>();

const later = asyncUdf(async (id: bigint): Promise<string | null> => `${id}`);
const split = udtf(function* split(line: string): Generator<{ word: string; size: bigint | null }> {
  yield { word: line, size: 1n };
});
const letters = udtf.annotated({ onNull: 'return-null' }, (line: string): string[] | null => [...line]);
const pages = asyncUdtf(async function* pages(id: bigint): AsyncGenerator<{ id: bigint }> {
  yield { id };
});
const newest = udaf({
  createAccumulator: (): { at: bigint; text: string | null } => ({ at: 0n, text: null }),
  accumulate(accumulator, at: bigint, text: string | null) {
    expectTypeOf(accumulator).toEqualTypeOf<{ at: bigint; text: string | null }>();
    if (at > accumulator.at) Object.assign(accumulator, { at, text });
  },
  getValue: ({ text }): string | null => text,
});
const seen = udaf(
  class Seen {
    createAccumulator() {
      return {};
    }
    accumulate(accumulator: { all: ListView<string> }, text: string): void {
      accumulator.all.add(text);
    }
    getValue({ all }: { all: ListView<string> }): bigint {
      return BigInt([...all.get()].length);
    }
  },
);
const top = udtaf({
  createAccumulator: (): bigint[] => [],
  accumulate: (all, value: bigint) => [...all, value],
  *emitValue(all): Generator<{ value: bigint; text: string | null }> {
    for (const value of all) yield { value, text: null };
  },
});
expectTypeOf(t.select(($) => ({ a: later($.n) })).schemaType).toEqualTypeOf<{ a: STRING | null }>();
const joined = t.joinLateral(($) => split($.s)).select('word', 'size');
expectTypeOf(joined.schemaType).toEqualTypeOf<{ word: STRING; size: BIGINT | null }>();
expectTypeOf(t.flatMap(($) => letters($.s)).schemaType).toEqualTypeOf<{ f0: STRING }>();
expectTypeOf(t.flatMap(($) => pages($.n)).schemaType).toEqualTypeOf<{ id: BIGINT }>();
const grouped = t.groupBy('i').select(($) => ({ a: newest($.n, $.m), b: seen($.s) }));
expectTypeOf(grouped.schemaType).toEqualTypeOf<{ a: STRING | null; b: BIGINT }>();
expectTypeOf(t.flatAggregate(($) => top($.n)).select('value', 'text').schemaType).toEqualTypeOf<{
  value: BIGINT;
  text: STRING | null;
}>();
// @ts-expect-error: no number
t.groupBy('i').select(($) => ({ a: newest($.s, $.m) }));
// @ts-expect-error: not promised
asyncUdf((id: bigint): string => `${id}`);
// @ts-expect-error: text is no rows
udtf((line: string): string => line);
// @ts-expect-error: rows of several types
udtf((line: string): (string | bigint)[] => [line]);
const several = udaf({
  createAccumulator: (): number => 0,
  accumulate: (sum, value: string | bigint) => sum + Number(value),
  getValue: (sum): number => sum,
});
// @ts-expect-error: takes several types
several('x');

// @ts-expect-error: may be NULL, and is not to
t.select(($) => ({ x: shorten($.m) }));
// @ts-expect-error: no text
t.select(($) => ({ x: shorten($.n) }));
// @ts-expect-error: no argument
t.select(() => ({ x: shorten() }));
// @ts-expect-error: several types
udf((value: string | bigint): string => `${value}`);
// @ts-expect-error: a DECIMAL of which size?
udf((value: string): BigNumber | null => (value === '' ? null : null));
// @ts-expect-error: no type at all
udf((value): string => `${value}`);
// @ts-expect-error: no eval
udf.annotated({}, { open() {} });
