import { DataTypes, EnvironmentSettings, type FlinkError, TableEnvironment, type Untyped } from 'tsflink';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lineOf } from '../../packages/tsflink/test/support/line-of.js';
import {
  closing,
  endless,
  endlessEmitting,
  exits,
  failingTwice,
  faulty,
  hoards,
  KINDS,
  loops,
  METHODS,
  stateFaults,
  throws,
  WRONG,
} from './functions/failures.js';
import { failureOf } from './setup/failure.js';
import { rowsOf } from './setup/rows.js';

const { INT } = DataTypes;
const file = new URL('./functions/failures.ts', import.meta.url).pathname;
const thrownAt = `functions/failures.ts:${lineOf(file, 'throws')}`;

/** One of each sort, for kinds that write their results as others do. */
const { bigint_overflow, bigint_fraction, tiny_overflow, int_nan, decimal_digits, char_length, invalid_date } = WRONG;
const CHOSEN = { bigint_overflow, bigint_fraction, tiny_overflow, int_nan, decimal_digits, char_length, invalid_date };

/** On the process engine the code is the same that looks at values, and that runs in batch mode: less of it will do. */
const onProcesses = process.env.TSFLINK_JVM_OPTS?.includes('engine=process');

/** Checks all at the same time. */
const together = <T>(all: readonly T[], check: (one: T) => Promise<void>) => Promise.all(all.map(check));

describe.each<'streaming' | 'batch'>(onProcesses ? ['streaming'] : ['streaming', 'batch'])(
  'a function that fails in %s mode',
  (mode) => {
    const builder = EnvironmentSettings.newInstance().withConfiguration({
      'tsflink.function.heap-limit': '128 mb',
    });
    const tEnv = TableEnvironment.create(
      (mode === 'batch' ? builder.inBatchMode() : builder.inStreamingMode()).build(),
    );
    afterAll(() => tEnv.close());
    const numbers = tEnv.fromValues({ n: INT().notNull() }, [{ n: 1 }, { n: 2 }, { n: 3 }]);
    tEnv.createTemporaryView('numbers', numbers);
    beforeAll(() =>
      tEnv.executeSql(`CREATE TEMPORARY TABLE timed (n INT NOT NULL,
      ts AS CAST(TIMESTAMPADD(SECOND, n, TIMESTAMP '2026-01-01 00:00:00') AS TIMESTAMP(3)), WATERMARK FOR ts AS ts
    ) WITH ('connector' = 'datagen', 'number-of-rows' = '3',
      'fields.n.kind' = 'sequence', 'fields.n.start' = '1', 'fields.n.end' = '3')`),
    );

    const kinds = Object.entries(KINDS).filter(([, { streamingOnly }]) => mode === 'streaming' || !streamingOnly);
    const read = async (sql: string) => rowsOf(await tEnv.executeSql(sql));
    /** The error of a query with a function, and that the cluster lives. */
    const failure = async (fn: Untyped, sql: (name: string) => string): Promise<FlinkError> => {
      const { name } = fn.udf;
      if (sql(name) === '') {
        const table = numbers
          .groupBy('n')
          .flatAggregate(($) => fn($.n).as('x'))
          .select('x' as never);
        return failureOf(async () => rowsOf(await table.execute()));
      }
      tEnv.createTemporarySystemFunction(name, fn);
      return failureOf(() => read(sql(name)));
    };

    /** With little patience; other tests have more, for a machine that is slow. */
    const impatient = async <T>(work: () => Promise<T>): Promise<T> => {
      tEnv.getConfig().set('tsflink.function.timeout', '2 s');
      return work().finally(() => tEnv.getConfig().set('tsflink.function.timeout', '60 s'));
    };

    it('is refused with another number or another type of arguments, before it runs', () =>
      together(kinds, async ([kind, { make, sql }]) => {
        const name = `called_${kind}`;
        const query = sql(name);
        if (query === '') return;
        tEnv.createTemporarySystemFunction(name, make(name, INT(), throws));
        const wrong = query.includes('input => TABLE')
          ? [query.replace(/input => TABLE \w+( PARTITION BY n)?/, 'input => 5')]
          : ['n, n', '', 'ARRAY[n]'].map((args) => query.replace(`${name}(n)`, `${name}(${args})`));
        for (const call of wrong) {
          const error = await failureOf(() => tEnv.explainSql(call));
          expect(error.message, call).toContain(name);
        }
      }));

    it.each(kinds)('tells what was thrown, where, and for which row: %s', async (kind, { make, sql, row }) => {
      const error = await failure(make(`throwing_${kind}`, INT(), throws), sql);
      expect(error).toMatchObject({ code: 'FUNCTION_FAILED', function: { name: `throwing_${kind}` } });
      expect(error.message).toContain(`throwing_${kind}`);
      expect(error.message).toContain('RangeError: cannot do it');
      expect(error.message).toContain(thrownAt);
      expect(error.function?.stack).toContain(thrownAt);
      expect(error.function?.row).toContain(kind === 'vectorised' ? 'a batch of rows, from arg0 = 1 to arg0 = ' : row);
    });

    it.each(kinds)('never gives a value that is not of its type: %s', async (kind, { make, sql, row }) => {
      const whole = mode === 'streaming' && ['scalar', 'vectorised'].includes(kind);
      const same =
        onProcesses || ['row_by_row', 'table_aggregate_update', 'process_set', 'process_timer'].includes(kind);
      const faults = same ? { int_nan } : whole ? WRONG : CHOSEN;
      await together(Object.entries(faults), async ([fault, [type, result, said]]) => {
        const name = `${kind}_${fault}`;
        const error = await failure(
          make(name, type, () => result),
          sql,
        );
        expect(error, name).toMatchObject({ code: 'FUNCTION_RESULT_TYPE', function: { name } });
        expect(error.message).toContain(name);
        expect(error.message).toMatch(said);
        expect(error.message).toMatch(/functions\/failures\.ts:\d+/);
        expect(error.function?.row, name).toContain(row);
      });
    });

    const endsItsOwn = async (fault: string, body: () => Untyped, code: string, said: RegExp) => {
      await together(kinds, async ([kind, { make, sql }]) => {
        const name = `${fault}_${kind}`;
        const error = await failure(make(name, INT(), body), sql);
        expect(error, name).toMatchObject({ code, function: { name } });
        expect(error.message).toMatch(said);
        expect(error.message).toMatch(/functions\/failures\.ts:\d+/);
      });
      expect(await read('SELECT 1 AS x')).toEqual([{ x: 1 }]);
    };

    it('ends its own task only where it loops', () =>
      impatient(async () => {
        const allowed = endless.filter(({ streamingOnly }) => mode === 'streaming' || !streamingOnly);
        await endsItsOwn('loops', loops, 'FUNCTION_TIMEOUT', /did not end within 2000 ms/);
        await together(allowed, async ({ fn, sql }) => {
          const error = await failure(fn, sql);
          expect(error).toMatchObject({ code: 'FUNCTION_TIMEOUT', function: { name: fn.udf.name } });
          expect(error.message).toMatch(/did not end within 2000 ms for one row/);
          expect(error.message).toMatch(/functions\/failures\.ts:\d+/);
        });
        if (mode === 'batch') return; // as in Flink
        const emitting = await failure(endlessEmitting, () => '');
        expect(emitting.code).toMatch(/^FUNCTION_(TIMEOUT|OUT_OF_MEMORY)$/);
        expect(emitting.message).toContain('endless_emitting');
      }));

    it.each([
      ['hoards', hoards, 'FUNCTION_OUT_OF_MEMORY', /took more than 128 MB/],
      ['exits', exits, 'FUNCTION_EXIT', /process\.exit/],
    ] as const)('ends its own task only where it %s', endsItsOwn);

    it('ends its own task only where it fails when it is closed', async () => {
      const sql = (name: string) => `SELECT ${name}(n) AS x FROM numbers`;
      const atEnd = await failure(closing, sql);
      expect(atEnd).toMatchObject({ code: 'FUNCTION_FAILED', function: { name: 'closing' } });
      expect(atEnd.message).toContain('close() failed: RangeError: cannot close');
      const before = await failure(failingTwice, sql);
      expect(before.message).toContain("The function 'failing_twice' failed: RangeError: cannot do it");
      expect(await read('SELECT 1 AS x')).toEqual([{ x: 1 }]);
    });

    const methods = Object.entries(METHODS).filter(([method]) => method !== (mode === 'batch' ? 'retract' : 'merge'));
    it.each(methods)('names the method of an aggregate: %s()', async (method, sql) => {
      const failing = (fault: string, body: () => Untyped) =>
        failure(faulty(`${method}_${fault}`, method as keyof typeof METHODS, body), (name) => sql.replace('%', name));
      const [thrown, wrong, hoarding] = await Promise.all([
        failing('throws', throws),
        failing('wrong', () => (method === 'getValue' ? 128 : { sum: 128 })),
        failing('hoards', hoards),
      ]);
      const looping = await impatient(() => failing('loops', loops));
      expect(thrown).toMatchObject({
        code: 'FUNCTION_FAILED',
        message: expect.stringContaining(`${method}(): RangeError: cannot do it`),
        function: { stack: expect.stringContaining(thrownAt) },
      });
      expect(wrong.code).toBe('FUNCTION_RESULT_TYPE');
      // What createAccumulator makes is looked at when accumulate has had it.
      expect(wrong.message).toMatch(
        method === 'getValue'
          ? /getValue\(\): wrong result: expected TINYINT.*128/
          : /(accumulate|retract|merge)\(\): wrong accumulator: at sum: expected TINYINT.*128/,
      );
      expect(looping.code).toBe('FUNCTION_TIMEOUT');
      expect(hoarding.code).toBe('FUNCTION_OUT_OF_MEMORY');
      expect(await read('SELECT 1 AS x')).toEqual([{ x: 1 }]);
    });

    if (mode === 'batch') return;

    it('never keeps state that is not of its type', () =>
      together(stateFaults, async ({ fn, name, said }) => {
        const error = await failure(fn, () => `SELECT x FROM ${name}(input => TABLE numbers PARTITION BY n)`);
        expect(error).toMatchObject({ code: 'FUNCTION_RESULT_TYPE', function: { name, row: 'input = { n: 2 }' } });
        expect(error.message).toMatch(said);
        expect(error.message).toMatch(/functions\/failures\.ts:\d+/);
      }));
  },
);
