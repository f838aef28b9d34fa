import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import * as Arrow from 'apache-arrow';
import polars from 'nodejs-polars';
import { Temporal } from 'temporal-polyfill';
import { DataTypes, EnvironmentSettings, TableEnvironment } from 'tsflink';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COLUMNS as ALL, EMPTY, FULL } from '../setup/every-type.js';
import { failureOf } from '../setup/failure.js';
import { collect } from '../setup/rows.js';

const { BIGINT, INT, STRING } = DataTypes;
const COLUMNS = { id: INT().notNull(), text: STRING() };
const row = (id: number) => ({ id, text: id % 7 === 0 ? null : `${id} ${'ü'.repeat(200)}` });
function* rows(count: number) {
  for (let id = 0; id < count; id++) yield row(id);
}
async function* later(count: number) {
  for (const one of rows(count)) yield one;
}

describe.each([
  ['batch', EnvironmentSettings.inBatchMode()],
  ['streaming', EnvironmentSettings.inStreamingMode()],
])('tables of the program in %s mode', (_, settings) => {
  let tEnv: TableEnvironment;
  const directory = mkdtempSync(join(tmpdir(), 'tsflink-rows-test-'));
  beforeAll(() => {
    tEnv = TableEnvironment.create(settings);
    tEnv.getConfig().set('tsflink.cache.directory', `file://${directory}`);
  });
  afterAll(async () => {
    await tEnv.close();
    rmSync(directory, { recursive: true });
  });

  it('take the rows of generators and streams, few and many', async () => {
    const streamed = tEnv.fromValues(COLUMNS, later(3));
    tEnv.createTemporaryView('streamed', streamed);
    const few = await tEnv.sqlQuery<typeof streamed.schemaType>('SELECT * FROM streamed ORDER BY id LIMIT 2').execute();
    expect(await few.toArray()).toEqual([row(0), row(1)]);
    expect(await collect(tEnv.fromValues(COLUMNS, later(0)))).toEqual([]);
    expect(await collect(tEnv.fromValues({ id: INT() }, Readable.from([{ id: 1 }, { id: 2 }])))).toHaveLength(2);
    expect(readdirSync(directory)).toEqual([]);

    // more than travels in a job: in files that both queries read
    const count = 60_000;
    for (const many of [tEnv.fromValues(COLUMNS, rows(count)), tEnv.fromValues(COLUMNS, later(count))]) {
      const counted = many.select(($) => ({
        n: $.id.count(),
        texts: $.text.count(),
        sum: $.id.cast(BIGINT()).sum(),
        bytes: $.text.charLength().max(),
      }));
      const expected = { n: 60_000n, texts: 51_428n, sum: 1_799_970_000n, bytes: 206 };
      expect((await collect(counted)).at(-1)).toEqual(expected);
      expect((await collect(counted)).at(-1)).toEqual(expected);
    }
    expect(readdirSync(directory)).toHaveLength(2);
  });

  it('take rows without declared columns', async () => {
    const people = [
      { id: 1n, name: 'Ada', born: Temporal.PlainDate.from('1815-12-10'), tags: ['a', null], at: { x: 0.5 } },
      { id: 2n, name: null, at: { x: null } },
    ];
    const table = tEnv
      .fromValues(people)
      .where(($) => $.id.isGreater(0n))
      .orderBy('id')
      .limit(2);
    expect(await collect(table)).toEqual([people[0], { ...people[1], born: null, tags: null }]);
  });

  it('are limited, and leave nothing where they fail', async () => {
    const before = readdirSync(directory).length;
    const broken = tEnv.fromValues(
      COLUMNS,
      (async function* () {
        yield* later(60_000);
        throw new RangeError('the line is dead');
      })(),
    );
    expect(await failureOf(() => broken.execute())).toMatchObject({
      code: 'ROWS_FAILED',
      reason: expect.stringContaining('the line is dead'),
    });
    const other = TableEnvironment.create(settings);
    other.getConfig().set('tsflink.cache.directory', `file://${directory}`).set('tsflink.cache.max-size', '9 mb');
    let asked = 0;
    const endless = other.fromValues(
      COLUMNS,
      (async function* () {
        for (;;) yield row(asked++);
      })(),
    );
    expect(await failureOf(() => endless.execute())).toMatchObject({
      code: 'CACHE_TOO_LARGE',
      message: expect.stringContaining('9437184 bytes'),
    });
    // back-pressure: what was read is little more than what was taken
    expect(asked).toBeLessThan(200_000);
    expect(await collect(other.fromValues({ id: INT() }, [{ id: 1 }]))).toEqual([{ id: 1 }]);
    await other.close();
    await expect.poll(() => readdirSync(directory).length, { timeout: 30_000 }).toBe(before);
  });

  it('take tables of Arrow, of every type, and give them back', async () => {
    const source = tEnv.fromValues(ALL, [FULL, EMPTY, FULL]);
    const given = await (await source.execute()).toArrow();
    const table = tEnv.fromArrow(given);
    const schema = (await table.getResolvedSchema()).fields.map(({ type }) => type);
    const kept = (root: string) => ({ CHAR: 'VARCHAR', BINARY: 'VARBINARY', MULTISET: 'MAP' })[root] ?? root;
    expect(schema.map(({ root }) => root)).toEqual(Object.values(ALL).map(({ node }) => kept(node.root)));
    const back = await (await table.execute()).toArrow();
    expect(back.schema.toString()).toBe(given.schema.toString());
    const values = (of: Arrow.Table) =>
      of.toArray().map((one) => JSON.stringify(one.toJSON(), (_, v) => (typeof v === 'bigint' ? `${v}n` : v)));
    expect(values(back).sort()).toEqual(values(given).sort());

    const typed = Arrow.tableFromArrays({ n: Int32Array.of(3, 4), f: Float64Array.of(0.5, 1.5), s: ['a', 'b'] });
    const twice = tEnv.fromArrow(typed).select('s', ($) => ({ m: $.n.times(2), g: $.f.times(2.5) }));
    expect(await collect(twice)).toEqual([
      { s: 'a', m: 6, g: 1.25 },
      { s: 'b', m: 8, g: 3.75 },
    ]);
    const frame = polars.DataFrame({ s: ['ü', null], x: [0.5, 1.5] });
    const framed = (await tEnv.fromDataFrame(frame)).select('x', 's').orderBy('x').limit(2);
    expect(await collect(framed)).toEqual([
      { x: 0.5, s: 'ü' },
      { x: 1.5, s: null },
    ]);
  });
});
