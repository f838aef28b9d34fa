import { BigNumber } from 'bignumber.js';
import { Temporal } from 'temporal-polyfill';
import { DataTypes, EnvironmentSettings, lit, TableEnvironment } from 'tsflink';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COLUMNS, EMPTY, FULL } from './setup/every-type.js';
import { collect, rowsOf } from './setup/rows.js';

const D = DataTypes;
let tEnv: TableEnvironment;
beforeAll(() => {
  tEnv = TableEnvironment.create(EnvironmentSettings.inBatchMode());
});
afterAll(() => tEnv.close());

/** Values as text, for types whose instances differ though they are equal. */
const plain = (row: object) =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => {
      const isTemporal = String(value?.[Symbol.toStringTag]).startsWith('Temporal.');
      return [name, isTemporal || BigNumber.isBigNumber(value) ? String(value) : value];
    }),
  );

describe('values', () => {
  it('of every type go in and come out', async () => {
    const [full, empty] = await collect(tEnv.fromValues(COLUMNS, [FULL, EMPTY]));
    // an interval of time is one number of milliseconds
    const expected = { ...plain(FULL), days: String(full?.days) };
    expect(plain(full ?? {})).toEqual(expected);
    expect(full?.days?.total('milliseconds')).toBe(FULL.days.total('milliseconds'));
    expect(empty).toEqual(EMPTY);
  });

  it('go in in the forms that are asked for', async () => {
    const table = tEnv.fromValues(
      {
        big: D.BIGINT().bridgedTo('number'),
        decimal: D.DECIMAL(10, 2).bridgedTo('string'),
        ltz: D.TIMESTAMP_LTZ(3).bridgedTo('Date'),
        millis: D.TIMESTAMP_LTZ(3).bridgedTo('epochMillis'),
        date: D.DATE().bridgedTo('string'),
      },
      [{ big: 5, decimal: '1.50', ltz: new Date(1000), millis: 2000, date: '2024-01-02' }],
    );
    const [row] = await collect(table);
    expect(plain(row ?? {})).toEqual({
      big: 5n,
      decimal: '1.5',
      ltz: '1970-01-01T00:00:01Z',
      millis: '1970-01-01T00:00:02Z',
      date: '2024-01-02',
    });
  });

  it('of SQL come out', async () => {
    const result = await tEnv.executeSql(
      "SELECT CAST(1.50 AS DECIMAL(5, 2)) AS d, ARRAY[1, 2] AS a, MAP['k', 1] AS m, ROW(1, 'x') AS r, X'01FF' AS b, TIMESTAMP '2024-01-02 03:04:05.678' AS t, DATE '2024-01-02' AS dt, INTERVAL '1' DAY AS i, CAST(NULL AS INT) AS n",
    );
    const [row] = await rowsOf(result);
    expect(plain(row)).toMatchObject({
      d: '1.5',
      a: [1, 2],
      m: new Map([['k', 1]]),
      b: new Uint8Array([1, 255]),
      t: '2024-01-02T03:04:05.678',
      dt: '2024-01-02',
      n: null,
    });
    expect(Object.values(row.r)).toEqual([1, 'x']);
    expect(row.i.total('hours')).toBe(24);
  });

  it('of literals come out', async () => {
    const one = tEnv.fromValues({ x: D.INT() }, [{ x: 1 }]);
    const [row] = await collect(
      one.select(() => ({
        boolean: lit(true),
        int: lit(5),
        bigint: lit(5n),
        double: lit(0.5),
        whole: lit(1.0, D.DOUBLE()),
        text: lit("it's"),
        bytes: lit(new Uint8Array([1, 255])),
        decimal: lit(new BigNumber('12.30')),
        date: lit(Temporal.PlainDate.from('2024-02-29')),
        time: lit(Temporal.PlainTime.from('12:30:15')),
        ts: lit(Temporal.PlainDateTime.from('2024-02-29T12:30:15.123')),
        ltz: lit(Temporal.Instant.from('2024-02-29T12:30:15.123Z')),
        date_object: lit(new Date(1000)),
        tiny: lit(1, D.TINYINT()),
        nothing: lit(null, D.BIGINT()),
      })),
    );
    expect(plain(row ?? {})).toEqual({
      boolean: true,
      int: 5,
      bigint: 5n,
      double: 0.5,
      whole: 1,
      text: "it's",
      bytes: new Uint8Array([1, 255]),
      decimal: '12.3',
      date: '2024-02-29',
      time: '12:30:15',
      ts: '2024-02-29T12:30:15.123',
      ltz: '2024-02-29T12:30:15.123Z',
      date_object: '1970-01-01T00:00:01Z',
      tiny: 1,
      nothing: null,
    });
  });

  it('of every SQL literal are those of JavaScript', async () => {
    const values = {
      text: "it's",
      decimal: new BigNumber('12.3'),
      date: Temporal.PlainDate.from('2024-02-29'),
      ts: Temporal.PlainDateTime.from('2024-02-29T12:30:15.123'),
      ltz: Temporal.Instant.from('2024-02-29T12:30:15.123Z'),
      bytes: new Uint8Array([1, 255]),
      double: 0.25,
      boolean: false,
    };
    const v = values;
    const result =
      await tEnv.executeSql`SELECT ${v.text} AS text, ${v.decimal} AS \`decimal\`, ${v.date} AS \`date\`, ${v.ts} AS ts, ${v.ltz} AS ltz, ${v.bytes} AS \`bytes\`, ${v.double} AS \`double\`, ${v.boolean} AS \`boolean\`, ${Temporal.Duration.from('-PT26H1.5S')} AS i, ${Temporal.Duration.from('P1Y2M')} AS ym, CAST(${null} AS INT) AS n`;
    const [row] = await rowsOf(result);
    const { i, ym, n, ...rest } = row;
    expect(plain(rest)).toEqual(plain(values));
    expect(i.total('milliseconds')).toBe(-(26 * 3_600_000 + 1500));
    expect(ym.total({ unit: 'months', relativeTo: '2024-01-01' })).toBe(14);
    expect(n).toBeNull();
  });
});
