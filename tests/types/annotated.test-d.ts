// Functions with the types of their source: what calls take and give; what stands for no one SQL type.
import type { BigNumber } from 'bignumber.js';
import type { Temporal } from 'temporal-polyfill';
import {
  type ARRAY,
  type BIGINT,
  type BYTES,
  DataTypes,
  defineTable,
  type STRING,
  TableEnvironment,
  type TIMESTAMP_LTZ,
  udf,
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
