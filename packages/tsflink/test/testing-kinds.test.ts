import { describe, expect, it } from 'vitest';
import { asyncUdf, DataTypes, type FlinkError, listView, mapView, udaf, udf, udtaf, udtf } from '../src/index.js';
import { testFunction } from '../src/testing/index.js';
import { thrownBy } from './support/thrown.js';

const { ARRAY, BIGINT, DOUBLE, INT, ROW, STRING } = DataTypes;

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

it('says that it cannot run an asynchronous function', async () => {
  const wait = asyncUdf({ name: 'wait', args: [INT()], returns: INT() }, async (n) => n);
  const error = await thrownBy(() => testFunction(wait as never));
  expect(error).toMatchObject({ code: 'ARGUMENT_INVALID', reason: expect.stringContaining('wait') });
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
