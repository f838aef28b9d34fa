import { BigNumber } from 'bignumber.js';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { type Counter, DataTypes, type Distribution, FlinkError, type FunctionContext, udf } from '../src/index.js';
import { type HarnessOptions, testFunction } from '../src/testing/index.js';
import { lineOf } from './support/line-of.js';
import { thrownBy } from './support/thrown.js';

const { ARRAY, BIGINT, CHAR, DECIMAL, DOUBLE, INT, MAP, ROW, STRING, TIMESTAMP } = DataTypes;

const same = <D extends ReturnType<typeof STRING>>(type: D) =>
  testFunction(udf({ name: 'same', args: [type], returns: type }, ((value: never) => value) as never));

class Cached {
  #seen = new Map<string, number>();
  #context: FunctionContext | undefined;
  #misses: Counter | undefined;
  #lengths: Distribution | undefined;

  open(context: FunctionContext): void {
    this.#context = context;
    context.metrics.gauge('size', () => this.#seen.size);
    this.#misses = context.metrics.addGroup('cache').counter('misses');
    this.#lengths = context.metrics.distribution('length');
    context.logger.info('opened in %s', context.taskInfo.taskName);
  }

  eval(key: string): string {
    const { getJobParameter, getCachedFile } = this.#context as FunctionContext;
    this.#seen.set(key, key.length);
    this.#misses?.inc();
    this.#lengths?.update(key.length);
    return `${getJobParameter('prefix', '-')}${key}@${getCachedFile('words.txt')}`;
  }

  close(): void {
    this.#context?.logger.warn('closed');
  }
}

const cached = udf({ name: 'cached', args: [STRING().notNull()], returns: STRING() }, Cached);
const options: HarnessOptions = {
  jobParameters: { prefix: '>' },
  cachedFiles: { 'words.txt': '/tmp/words.txt' },
  taskInfo: { taskName: 'Calc' },
};

describe('a scalar function under test', () => {
  it('takes and gives values as in Flink', () => {
    const half = testFunction(
      udf({ args: { n: BIGINT() }, returns: DOUBLE(), name: 'half', onNull: 'return-null' }, ({ n }) => Number(n) / 2),
    );
    expect(half.call({ n: 3n })).toBe(1.5);
    expect(half.call({ n: null })).toBeNull();
    expect(half.callAll([[{ n: 2n }], [{ n: null }], [{ n: 2n ** 62n }]])).toEqual([1, null, 2 ** 61]);
    const now = Temporal.PlainDateTime.from('2024-02-29T23:59:59.123');
    expect(`${same(TIMESTAMP(3) as never).call(now as never)}`).toBe(`${now}`);
    expect(`${same(DECIMAL(10, 2) as never).call(new BigNumber('1.5') as never)}`).toBe('1.5');
    const nested = { names: ['é', null], counts: new Map([['a', 1]]) };
    const type = ROW({ names: ARRAY(STRING()), counts: MAP(STRING().notNull(), INT()) });
    expect(same(type as never).call(nested as never)).toEqual(nested);
  });

  it('runs batches whose results do not fit at once, each row once', () => {
    let calls = 0;
    const long = testFunction(
      udf({ name: 'long', args: [INT().notNull()], returns: STRING() }, (n) => `${++calls}`.padEnd(n, 'ä')),
    );
    const results = long.callAll(Array.from({ length: 40 }, (_, i) => [i * 1000]));
    expect(results.map((text) => text?.length)).toEqual(Array.from({ length: 40 }, (_, i) => i * 1000 || 1));
    expect(calls).toBe(40);
  });

  it('has a context: parameters, files, task, metrics and logs', async () => {
    const harness = testFunction(cached, options);
    expect(harness.callAll([['a'], ['bcd'], ['a']])).toEqual(['a', 'bcd', 'a'].map((key) => `>${key}@/tmp/words.txt`));
    expect(harness.metric('cache.misses')).toBe(3);
    expect(harness.metric('size')).toBe(2);
    expect(harness.metric('length')).toBe(3);
    expect(harness.distribution('length')).toEqual([1, 3, 1]);
    harness.close();
    expect(harness.logs).toEqual([
      { level: 'INFO', text: 'opened in Calc' },
      { level: 'WARN', text: 'closed' },
    ]);
    expect(await thrownBy(() => harness.call('a'))).toMatchObject({ code: 'ARGUMENT_INVALID' });
  });

  it('says which metrics there are', async () => {
    using harness = testFunction(cached, options).open();
    const error = await thrownBy(() => harness.metric('misses'));
    expect(error).toMatchObject({ code: 'ARGUMENT_INVALID', hint: 'It has: size, cache.misses, length' });
  });

  it('fails as in Flink, with the line of the function', async () => {
    const fails = testFunction(
      udf({ name: 'fails', args: [STRING()], returns: STRING() }, (text) => {
        throw new RangeError(`cannot take ${text}`); // here: throw
      }),
    );
    const error = await thrownBy(() => fails.callAll([['a']]));
    expect(error).toBeInstanceOf(FlinkError);
    expect(error).toMatchObject({
      code: 'FUNCTION_FAILED',
      reason: "The function 'fails' failed: RangeError: cannot take a, called with arg0 = 'a'",
      function: { name: 'fails', row: "arg0 = 'a'" },
      source: { line: lineOf(import.meta.filename, 'throw') },
    });
  });

  it.each([
    [BIGINT(), 7, "The function 'wrong': wrong result: expected BIGINT (bigint), got number 7"],
    [INT(), 0.5, "The function 'wrong': wrong result: expected INT (number), got number 0.5"],
    [CHAR(2), 'abc', /wrong result: expected CHAR\(2\)/],
    [STRING().notNull(), null, /expected STRING NOT NULL .*got null/],
    [STRING(), undefined, /return null for NULL/],
    [STRING(), Promise.resolve('a'), /it cannot be async/],
  ])('refuses a result that is no %s: %s', async (type, value, said) => {
    const error = await thrownBy(() =>
      testFunction(udf({ name: 'wrong', args: [], returns: type }, () => value as never)).call(),
    );
    expect(error).toMatchObject({ code: 'FUNCTION_RESULT_TYPE' });
    expect(error.reason).toMatch(said);
  });

  it('refuses arguments that Flink could not give', async () => {
    using harness = testFunction(cached, options);
    expect((await thrownBy(() => harness.call(null as never))).reason).toMatch(
      /cached .*arg0: expected STRING NOT NULL/,
    );
    expect((await thrownBy(() => harness.call(7 as never))).reason).toMatch(/expected STRING NOT NULL .*got number 7/);
    expect((await thrownBy(() => (harness.call as () => unknown).call(harness))).reason).toBe(
      'cached(arg0) takes 1 arguments',
    );
  });

  it('tells that open fails', async () => {
    const code = {
      open() {
        throw new Error('no such database');
      },
      eval: () => 'a',
    };
    const error = await thrownBy(() => testFunction(udf({ name: 'opens', args: [], returns: STRING() }, code)).call());
    expect(error).toMatchObject({ code: 'FUNCTION_FAILED' });
    expect(error.reason).toBe("The function 'opens' failed: open() failed: Error: no such database");
  });
});
