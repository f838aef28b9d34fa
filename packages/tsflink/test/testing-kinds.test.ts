import { setTimeout as delay } from 'node:timers/promises';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  asyncUdf,
  asyncUdtf,
  DataTypes,
  type FlinkError,
  getRowKind,
  listView,
  mapView,
  optional,
  ptf,
  tableArg,
  udaf,
  udf,
  udtaf,
  udtf,
} from '../src/index.js';
import { testAsyncFunction, testFunction } from '../src/testing/index.js';
import { thrownBy } from './support/thrown.js';

const { ARRAY, BIGINT, DOUBLE, INT, ROW, STRING, TIMESTAMP_LTZ } = DataTypes;

describe('a table function under test', () => {
  const split = udtf(
    { name: 'split', args: { line: STRING(), most: INT() }, returns: { word: STRING(), size: INT() } },
    function* ({ line, most }) {
      for (const word of (line ?? '').split(' ').slice(0, most ?? undefined)) yield { word, size: word.length };
    },
  );

  it('gives its rows, those of each row apart, in portions', () => {
    using harness = testFunction(split);
    expect(harness.call({ line: 'é b', most: null })).toEqual([
      { word: 'é', size: 1 },
      { word: 'b', size: 1 },
    ]);
    const lines = ['a b c', null, 'x '.repeat(5000)];
    const rows = harness.callAll(lines.map((line) => [{ line, most: line === 'a b c' ? 1 : null }]));
    expect(rows.map((of) => of.length)).toEqual([1, 1, 5001]);
    const numbers = testFunction(udtf({ name: 'upto', args: [INT()], returns: INT() }, (n) => [...Array(n).keys()]));
    expect(numbers.call(3)).toEqual([0, 1, 2]);
  });

  it('fails as it would fail', async () => {
    const wrong = testFunction(udtf({ name: 'wrong', args: [], returns: INT() }, () => ['a'] as never));
    expect(await thrownBy(() => wrong.call())).toMatchObject({ code: 'FUNCTION_RESULT_TYPE' });
  });
});

it('gives a vectorised function a batch at once', () => {
  const sizes: number[] = [];
  const twice = udf({ name: 'twice', args: [DOUBLE().notNull()], returns: DOUBLE(), vectorised: true }, (n) => {
    sizes.push(n.length);
    return n.map((each) => each * 2);
  });
  expect(testFunction(twice).callAll([[1], [2.5]])).toEqual([2, 5]);
  expect(sizes).toEqual([2]);
});

describe('an asynchronous function under test', () => {
  const wait = asyncUdf({ name: 'wait', args: [INT(), optional(STRING())], returns: STRING() }, async (n, unit) => {
    await delay((7 * (n ?? 0)) % 5);
    if (n === 13) throw new RangeError('no luck');
    return n === 99 ? (n as never) : `${n}${unit ?? 's'}`;
  });

  it('gives what its promises resolve to, in the order of the rows', async () => {
    using harness = testAsyncFunction(wait);
    expect(await harness.call(1, 'm')).toBe('1m');
    const rows = Array.from({ length: 3000 }, (_, i) => [i + 100, null] as [number, null]);
    expect(await harness.callAll(rows)).toEqual(rows.map(([n]) => `${n}s`));
    expect(await Promise.all([harness.call(2, null), harness.call(null, null), harness.call(3, null)])).toEqual([
      '2s',
      'nulls',
      '3s',
    ]);
  });

  it('gives rows', async () => {
    const upTo = asyncUdtf(
      { name: 'up_to', args: [INT()], returns: { i: INT(), text: STRING() } },
      async function* (n) {
        for (let i = 0; i < (n ?? 0); i++) yield { i, text: 'é'.repeat(20) };
      },
    );
    using harness = testAsyncFunction(upTo);
    expect(await harness.call(2)).toEqual([
      { i: 0, text: 'é'.repeat(20) },
      { i: 1, text: 'é'.repeat(20) },
    ]);
    expect((await harness.callAll([[null], [5000], [0]])).map((each) => each.length)).toEqual([0, 5000, 0]);
  });

  it('fails as it would fail', async () => {
    using harness = testAsyncFunction(wait);
    expect(
      await thrownBy(() =>
        harness.callAll([
          [1, null],
          [13, null],
        ]),
      ),
    ).toMatchObject({
      code: 'FUNCTION_FAILED',
      function: { stack: expect.stringContaining('testing-kinds.test.ts'), row: expect.stringContaining('13') },
    });
    expect(await thrownBy(() => harness.call(99, null))).toMatchObject({ code: 'FUNCTION_RESULT_TYPE' });
    expect(await thrownBy(() => harness.call('a' as never, null))).toMatchObject({ code: 'ARGUMENT_INVALID' });
    const never = asyncUdf({ name: 'never', args: [], returns: INT() }, () => new Promise<number>(() => {}));
    using hanging = testAsyncFunction(never, { timeout: 10 });
    expect(await thrownBy(() => hanging.call())).toMatchObject({ code: 'FUNCTION_TIMEOUT' });
  });

  it('is told from the others', async () => {
    expect(await thrownBy(() => testFunction(wait))).toMatchObject({
      code: 'ARGUMENT_INVALID',
      hint: 'Asynchronous functions are run by testAsyncFunction.',
    });
    const now = udf({ name: 'now', args: [], returns: INT() }, () => 1);
    expect(await thrownBy(() => testAsyncFunction(now))).toMatchObject({ code: 'ARGUMENT_INVALID' });
  });
});

describe('an aggregate function under test', () => {
  const average = udaf(
    {
      name: 'average',
      args: [DOUBLE()],
      accumulator: { sum: DOUBLE().notNull(), rows: INT().notNull() },
      returns: DOUBLE(),
      onNull: 'skip',
    },
    {
      createAccumulator: () => ({ sum: 0, rows: 0 }),
      accumulate(accumulator, value) {
        if (value === 13) throw new RangeError('unlucky');
        accumulator.sum += value;
        accumulator.rows += value === 7 ? 0.5 : 1;
      },
      retract(accumulator, value) {
        accumulator.sum -= value;
        accumulator.rows--;
      },
      merge(accumulator, others) {
        for (const { sum, rows } of others) {
          accumulator.sum += sum;
          accumulator.rows += rows;
        }
      },
      getValue: ({ sum, rows }) => (rows === 0 ? null : sum / rows),
    },
  );

  it('accumulates, retracts and merges, its accumulators stored in between', () => {
    using harness = testFunction(average);
    expect(harness.callAll([[1], [null], [3]])).toBe(2);
    expect(harness.callAll([])).toBeNull();
    const first = harness.createAccumulator().accumulate(1).accumulate(9);
    const second = harness.createAccumulator().accumulate(2);
    expect(first.retract(1).value).toEqual({ sum: 9, rows: 1 });
    expect(harness.getValue(first.merge(second, harness.createAccumulator()))).toBe(5.5);
    expect(harness.getValue(second)).toBe(2);
  });

  it('fails as it would fail, in the method where it does', async () => {
    const accumulator = testFunction(average).createAccumulator();
    const thrown = (await thrownBy(() => accumulator.accumulate(13))) as FlinkError;
    expect(thrown).toMatchObject({ code: 'FUNCTION_FAILED' });
    expect(thrown.message).toContain('accumulate(): RangeError: unlucky');
    const wrong = await thrownBy(() => accumulator.accumulate(7));
    expect(wrong).toMatchObject({ code: 'FUNCTION_RESULT_TYPE' });
    expect((wrong as FlinkError).message).toContain('wrong accumulator');
    expect(await thrownBy(() => accumulator.accumulate('a' as never))).toMatchObject({ code: 'ARGUMENT_INVALID' });
  });

  it('has views, of each accumulator its own', () => {
    const seen = udaf(
      {
        name: 'seen',
        args: [STRING().notNull()],
        accumulator: { texts: mapView(STRING(), INT().notNull()), all: listView(STRING().notNull()) },
        returns: ARRAY(STRING().notNull()),
      },
      {
        createAccumulator: () => ({}),
        accumulate({ texts, all }, text) {
          texts.put(text, (texts.get(text) ?? 0) + 1);
          all.add(text);
          if (text === 'clear') all.clear();
          if (text === 'forget') texts.remove('a');
        },
        merge({ texts, all }, others) {
          for (const other of others) {
            texts.putAll(other.texts);
            all.addAll(other.all);
          }
          all.remove('b');
        },
        getValue: ({ texts, all }) => [
          ...all,
          ...texts.entries().map(([text, n]) => `${text}${n}`),
          `${texts.contains('a')} ${texts.isEmpty()} ${texts.keys().length} ${texts.values().join()}`,
        ],
      },
    );
    using harness = testFunction(seen);
    const first = harness.createAccumulator().accumulate('a').accumulate('é').accumulate('a');
    const second = harness.createAccumulator().accumulate('b');
    expect(harness.getValue(first)).toEqual(['a', 'é', 'a', 'a2', 'é1', 'true false 2 2,1']);
    expect(harness.getValue(first.merge(second))).toEqual(['a', 'é', 'a', 'a2', 'é1', 'b1', 'true false 3 2,1,1']);
    expect(harness.getValue(second.accumulate('clear'))).toEqual(['b1', 'clear1', 'false false 2 1,1']);
    expect(harness.callAll([])).toEqual(['false true 0 ']);
    expect(harness.callAll([['a'], ['forget']])).toEqual(['a', 'forget', 'forget1', 'false false 1 1']);
  });

  it('of tables emits no NULL in place of a row', () => {
    const nothing = udtaf(
      { name: 'nothing', args: [BIGINT()], accumulator: BIGINT(), returns: ROW({ n: BIGINT() }) },
      { createAccumulator: () => null, accumulate: (_, n) => n, emitValue: () => [null] as never },
    );
    using harness = testFunction(nothing);
    expect(() => harness.callAll([[1n]])).toThrow(/emitValue\(\): wrong result: expected ROW.* NOT NULL.*null/);
  });

  it('of tables emits rows, and what has changed', () => {
    const last = udtaf(
      {
        name: 'last',
        args: [BIGINT()],
        accumulator: { now: BIGINT(), told: BIGINT() },
        returns: ROW({ n: BIGINT() }),
      },
      {
        createAccumulator: () => ({ now: null as bigint | null, told: null as bigint | null }),
        accumulate(accumulator, n) {
          accumulator.now = n;
        },
        *emitValue({ now }) {
          yield { n: now };
        },
        emitUpdateWithRetract(accumulator, out) {
          if (accumulator.told !== null) out.retract({ n: accumulator.told });
          out.collect({ n: accumulator.now });
          accumulator.told = accumulator.now;
        },
      },
    );
    using harness = testFunction(last);
    expect(harness.callAll([[1n], [2n]])).toEqual([{ n: 2n }]);
    const accumulator = harness.createAccumulator().accumulate(1n);
    expect(harness.emitUpdateWithRetract(accumulator)).toEqual([{ row: { n: 1n }, retracted: false }]);
    expect(harness.emitUpdateWithRetract(accumulator.accumulate(5n))).toEqual([
      { row: { n: 1n }, retracted: true },
      { row: { n: 5n }, retracted: false },
    ]);
  });
});

describe('a process table function under test', () => {
  const EVENT = { user: STRING(), amount: BIGINT(), ts: TIMESTAMP_LTZ(3) };
  const at = (seconds: number) => Temporal.Instant.fromEpochMilliseconds(seconds * 1000);

  /** Sums of sessions, which a timer ends after a minute. */
  const sessions = ptf(
    {
      name: 'sessions',
      args: { input: tableArg({ semantics: 'set', columns: EVENT }), label: optional(STRING()) },
      state: { sum: { total: BIGINT(), label: STRING() }, amounts: listView(BIGINT()), seen: mapView(BIGINT(), INT()) },
      returns: { text: STRING(), times: ARRAY(STRING()) },
    },
    {
      *eval(ctx, { input, label }, { sum, amounts, seen }) {
        const time = ctx.timeContext('epochMillis');
        sum.total = (sum.total ?? 0n) + (input.amount ?? 0n);
        sum.label = label;
        amounts.add(input.amount ?? 0n);
        seen.put(input.amount ?? 0n, 1);
        time.registerOnTime('end', (time.time() ?? 0) + 60_000);
        if (input.amount === 0n) ctx.clearAll();
        const times = [time.time(), time.tableWatermark(), time.currentWatermark()].map(String);
        yield { text: `${sum.total}${ctx.tableSemanticsFor('input').partitionByColumns}`, times };
      },
      *onTimer(ctx, { sum, amounts, seen }) {
        const time = ctx.timeContext('epochMillis');
        const text = `${sum.label ?? ''}${ctx.currentTimer()}: ${sum.total} of ${amounts.get()} ${seen.keys().length}`;
        yield { text, times: [time.time(), time.tableWatermark(), time.currentWatermark()].map(String) };
        ctx.clearAllState();
      },
    },
  );

  it('keeps state and timers for each partition, and moves with watermarks', () => {
    using harness = testFunction(sessions, {
      tables: { input: { partitionBy: ['user'], onTime: 'ts' } },
      scalars: { label: '#' },
    });
    const send = (user: string | null, amount: bigint, seconds: number) =>
      harness.processElement({ user, amount, ts: at(seconds) });
    expect(send('ada', 2n, 1)).toEqual([{ text: '20', times: ['1000', 'null', 'null'] }]);
    expect(harness.setWatermark(at(1))).toEqual([]);
    expect(send('ada', 3n, 10)).toEqual([{ text: '50', times: ['10000', '1000', '1000'] }]);
    expect(send(null, 7n, 5)).toMatchObject([{ text: '70' }]);
    expect(harness.state('ada')).toEqual({ sum: { total: 5n, label: '#' } });
    expect(harness.timers('ada')).toEqual([{ name: 'end', time: 70_000 }]);
    expect(harness.setWatermark(70_000)).toEqual([
      { text: '#end: 7 of 7 1', times: ['65000', 'null', '70000'] },
      { text: '#end: 5 of 2,3 2', times: ['70000', 'null', '70000'] },
    ]);
    expect(harness.state('ada')).toEqual({ sum: null });
    expect(send('ada', 1n, 80)).toMatchObject([{ text: '10' }]);
    expect(send('ada', 0n, 81)).toMatchObject([{ text: '10' }]);
    expect([harness.state('ada'), harness.timers('ada')]).toEqual([{ sum: null }, []]);
    expect(harness.setWatermark(at(1000))).toEqual([]);
  });

  it('takes rows of several tables, of any columns, and changes', () => {
    const pair = ptf(
      {
        name: 'pair',
        args: {
          left: tableArg({ semantics: 'set', columns: { k: INT() }, supportUpdates: true }),
          right: tableArg({ semantics: 'set' }),
        },
        state: { seen: { n: INT() } },
        returns: { text: STRING() },
        changelog: 'retract',
      },
      function* (ctx, { left, right }, { seen }) {
        seen.n = (seen.n ?? 0) + 1;
        const kind = left ? ctx.getRowKind(left) : '+I';
        yield ctx.ofKind(kind, { text: `${seen.n} ${left ? 'left' : `right ${right.name}`}` });
        ctx.timeContext().registerOnTime(at(seen.n));
      },
    );
    const tables = {
      left: { partitionBy: ['k'] },
      right: { partitionBy: ['id'], columns: { id: INT(), name: STRING() } },
    };
    using harness = testFunction(pair, { tables });
    expect(harness.processElementForTable('left', { k: 1 })).toEqual([{ text: '1 left' }]);
    expect(harness.processElementForTable('right', { id: 1, name: 'é' })).toEqual([{ text: '2 right é' }]);
    const [deleted] = harness.processElementForTable('left', { k: 1 }, '-D');
    expect([deleted, getRowKind(deleted as object)]).toEqual([{ text: '3 left' }, '-D']);
    expect(harness.processElementForTable('left', { k: 2 })).toEqual([{ text: '1 left' }]);
    expect(harness.timers(1)).toHaveLength(3);
    expect(harness.setWatermarkForTable('left', 9_000)).toEqual([]);
    expect(harness.timers(1)).toHaveLength(3);
  });

  it('gives many rows, and values that are no rows', () => {
    const numbers = ptf(
      { name: 'numbers', args: { input: tableArg({ semantics: 'row', columns: { n: INT() } }) }, returns: STRING() },
      (_, { input }) => Array.from({ length: input.n ?? 0 }, (__, i) => `${i}`.repeat(40)),
    );
    using harness = testFunction(numbers);
    expect(harness.processElement({ n: 5000 })).toHaveLength(5000);
    expect(harness.processElement({ n: 2 })).toEqual(['0'.repeat(40), '1'.repeat(40)]);
  });

  it.each<[string, () => unknown, string]>([
    ['no PARTITION BY', () => testFunction(sessions), 'needs PARTITION BY'],
    [
      'no such column',
      () => testFunction(sessions, { tables: { input: { partitionBy: ['usr'] } } }),
      "no column 'usr'",
    ],
    [
      'a value that its type cannot hold',
      () =>
        testFunction(sessions, { tables: { input: { partitionBy: ['user'] } } }).processElement({
          user: 1 as never,
          amount: 1n,
          ts: at(0),
        }),
      'cannot be given this',
    ],
  ])('refuses a call with %s', async (_, work, reason) => {
    expect(await thrownBy(work)).toMatchObject({ code: 'ARGUMENT_INVALID', reason: expect.stringContaining(reason) });
  });
});
