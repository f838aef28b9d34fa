import { BigNumber } from 'bignumber.js';
import { Temporal } from 'temporal-polyfill';
import { DataTypes as D, EnvironmentSettings, jsonString, TableEnvironment, type Variant } from 'tsflink';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keepBitmap, keepVariant } from '../functions/values.js';
import { collect } from '../setup/rows.js';

const VARIANTS: readonly (Variant | null)[] = [
  { text: 'ü', list: [1, 300, 70_000, 2n ** 40n, 0.5, null, true], nested: { deep: new BigNumber('1.50') } },
  'x'.repeat(100),
  Array.from({ length: 300 }, (_, i) => i),
  Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`key ${i}`, i])),
  [
    Temporal.PlainDate.from('1969-12-31'),
    Temporal.Instant.from('2024-02-29T12:30:15.123456Z'),
    new Uint8Array([0, 255]),
  ],
  null,
];
const BITMAPS = [
  new Uint32Array([1, 7, 65_536, 4_294_967_295]),
  Uint32Array.from({ length: 5_000 }, (_, i) => i * 3),
  new Uint32Array(),
  null,
  null,
  null,
];

/** Values that can be compared. */
const plain = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (_, v: unknown) =>
      typeof v === 'bigint' ? `${v}n` : v instanceof Uint8Array || v instanceof Uint32Array ? [...v] : v,
    ),
  );

describe('values of VARIANT and BITMAP', () => {
  let tEnv: TableEnvironment;
  beforeAll(() => {
    tEnv = TableEnvironment.create(EnvironmentSettings.inBatchMode());
  });
  afterAll(() => tEnv.close());

  it('go in, through functions, and come out', async () => {
    const rows = VARIANTS.map((v, id) => ({ id, v, m: BITMAPS[id] ?? null }));
    const table = tEnv.fromValues({ id: D.INT().notNull(), v: D.VARIANT(), m: D.BITMAP() }, rows);
    const made = await collect(
      table.select('id', ($) => ({
        v: $.v,
        kept: keepVariant($.v),
        json: jsonString($.v),
        m: $.m,
        keptBitmap: keepBitmap($.m),
        ints: $.m.bitmapToArray(),
      })),
    );
    for (const row of made.sort((a, b) => a.id - b.id)) {
      const { v, m } = rows[row.id] ?? {};
      expect(plain(row.v), `${row.id}`).toEqual(plain(v));
      expect(plain(row.kept)).toEqual(plain(v));
      expect(plain(row.m)).toEqual(plain(m));
      expect(plain(row.keptBitmap)).toEqual(plain(m));
      expect(row.ints).toEqual(m ? [...new Int32Array(m.buffer)] : null);
      if (row.id === 1) expect(row.json).toBe(JSON.stringify(v));
    }
  });
});
