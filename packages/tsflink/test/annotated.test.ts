import { readFileSync } from 'node:fs';
import type { BigNumber } from 'bignumber.js';
import type { Temporal } from 'temporal-polyfill';
import {
  asyncUdf,
  asyncUdtf,
  type Collector,
  DataTypes,
  type FlinkError,
  type FunctionDefinition,
  type ListView,
  type MapView,
  type Untyped,
  udaf,
  udf,
  udtaf,
  udtf,
} from 'tsflink';
import { testFunction } from 'tsflink/testing';
import { describe, expect, it } from 'vitest';
import { sqlType } from '../../runtime/src/codec/index.js';

const head = ({ name, parameters, returns }: FunctionDefinition) =>
  `${name}(${parameters
    .map(({ type, optional, variadic }) => `${sqlType(type)}${optional ? '?' : ''}${variadic ? '...' : ''}`)
    .join(', ')}) ${returns && sqlType(returns)}`;

const { ARRAY, INT } = DataTypes;

const untyped: (name: string, n: bigint) => string = (name, n: bigint): string => `${name}${n}`;

interface Word {
  word: string;
}

class Labels {
  eval(at: Temporal.Instant, day: Temporal.PlainDate | null): ReadonlyMap<string, string | null> {
    return new Map([[`${at}`, day && `${day}`]]);
  }
}

describe('types in the source of functions', () => {
  it('are those of SQL, as TypeScript has them', () => {
    const all = udf(
      (
        text: string,
        flag: boolean | null,
        n: bigint,
        x: number,
        bytes: Uint8Array,
        date: Date,
        local: Temporal.PlainDateTime,
        time: Temporal.PlainTime,
        list: readonly (string | null)[] | null,
      ): string => `${text}${flag}${n}${x}${bytes}${date}${local}${time}${list}`,
    );
    expect(head(all.udf)).toBe(
      'all(STRING NOT NULL, BOOLEAN, BIGINT NOT NULL, DOUBLE NOT NULL, BYTES NOT NULL, TIMESTAMP_LTZ(3) NOT NULL, ' +
        'TIMESTAMP(9) NOT NULL, TIME(9) NOT NULL, ARRAY<STRING>) STRING NOT NULL',
    );
    expect(all.udf.parameters[5]?.type.bridgedTo).toBe('Date');
    expect(all.udf.onNull).toBe('call');
  });

  it('are those of methods, of what may be left out, and of any number of arguments', () => {
    const options = { name: 'labels_of', deterministic: false, onNull: 'return-null' } as const;
    const labels = udf.annotated(options, Labels);
    expect(head(labels.udf)).toBe('labels_of(TIMESTAMP_LTZ(9) NOT NULL, DATE) MAP<STRING NOT NULL, STRING> NOT NULL');
    expect(labels.udf).toMatchObject({ deterministic: false, onNull: 'return-null', methods: ['eval'] });
    const object = udf({ eval: (text: string, width?: bigint | null): string => text.padEnd(Number(width ?? 4n)) });
    expect(head(object.udf)).toBe('object(STRING NOT NULL, BIGINT?) STRING NOT NULL');
    const joined = udf(function join(separator: string, ...parts: (string | null)[]): string {
      return parts.join(separator);
    });
    expect(head(joined.udf)).toBe('join(STRING NOT NULL, STRING...) STRING NOT NULL');
  });

  it('are those that are promised, or of each row', () => {
    const later = asyncUdf(async (id: bigint): Promise<string | null> => `${id}`);
    expect(head(later.udf)).toBe('later(BIGINT NOT NULL) STRING');
    const split = udtf(function* split(line: string | null): Generator<{ word: string; size: number | null }> {
      for (const word of line?.split(' ') ?? []) yield { word, size: word.length };
    });
    expect(split.udf.kind).toBe('table');
    expect(head(split.udf)).toBe('split(STRING) ROW<word STRING NOT NULL, size DOUBLE> NOT NULL');
    using harness = testFunction(split);
    expect(harness.call('to be')).toEqual([
      { word: 'to', size: 2 },
      { word: 'be', size: 2 },
    ]);
    const each = udtf.annotated(
      { name: 'each', onNull: 'return-null' },
      (list: bigint[]): readonly bigint[] | null => list,
    );
    expect(head(each.udf)).toBe('each(ARRAY<BIGINT NOT NULL> NOT NULL) BIGINT NOT NULL');
    const orders = asyncUdtf(async (of: bigint): Promise<{ id: bigint }[]> => [{ id: of }]);
    expect(head(orders.udf)).toBe('orders(BIGINT NOT NULL) ROW<id BIGINT NOT NULL> NOT NULL');
    const pages = asyncUdtf(async function* pages(url: string): AsyncGenerator<string> {
      yield url;
    });
    expect(head(pages.udf)).toBe('pages(STRING NOT NULL) STRING NOT NULL');
  });

  it('are those of the methods of aggregates', () => {
    const average = udaf({
      createAccumulator: (): { sum: number; n: bigint } => ({ sum: 0, n: 0n }),
      accumulate(accumulator, value: number, weight?: bigint | null) {
        accumulator.sum += value * Number(weight ?? 1n);
        accumulator.n += weight ?? 1n;
      },
      getValue: ({ sum, n }): number | null => (n === 0n ? null : sum / Number(n)),
    });
    expect(head(average.udf)).toBe('average(DOUBLE NOT NULL, BIGINT?) DOUBLE');
    expect(sqlType(average.udf.accumulator as Untyped)).toBe('ROW<sum DOUBLE NOT NULL, n BIGINT NOT NULL> NOT NULL');
    using harness = testFunction(average);
    expect(
      harness.callAll([
        [2, 1n],
        [5, 2n],
      ]),
    ).toBe(4);

    class Visitors {
      createAccumulator() {
        return { n: 0n };
      }
      accumulate(accumulator: { n: bigint; seen: MapView<string, bigint>; all: ListView<string> }, who: string): void {
        if (!accumulator.seen.contains(who)) accumulator.n++;
        accumulator.seen.put(who, 1n);
      }
      getValue({ n }: { n: bigint }): bigint {
        return n;
      }
    }
    const visitors = udaf.annotated({ name: 'visitors', onNull: 'skip' }, Visitors);
    expect(head(visitors.udf)).toBe('visitors(STRING NOT NULL) BIGINT NOT NULL');
    expect(visitors.udf).toMatchObject({
      onNull: 'return-null',
      views: [
        { name: 'seen', kind: 'mapView', key: { root: 'VARCHAR' }, value: { root: 'BIGINT' } },
        { name: 'all', kind: 'listView' },
      ],
    });

    const top = udtaf({
      createAccumulator: (): bigint[] => [],
      accumulate: (all, value: bigint) => [...all, value].sort().slice(-2),
      *emitValue(all): Generator<{ value: bigint; place: number }> {
        for (const [place, value] of all.entries()) yield { value, place };
      },
    });
    expect(head(top.udf)).toBe('top(BIGINT NOT NULL) ROW<value BIGINT NOT NULL, place DOUBLE NOT NULL> NOT NULL');
    const collecting = udtaf.annotated(
      { name: 'collecting', accumulator: ARRAY(INT().notNull()).notNull() },
      {
        createAccumulator: (): number[] => [],
        accumulate: (all: number[], value: number) => [...all, value],
        emitValue(all: number[], out: Collector<number>) {
          for (const value of all) out.collect(value);
        },
      },
    );
    expect(head(collecting.udf)).toBe('collecting(DOUBLE NOT NULL) DOUBLE NOT NULL');
    expect(sqlType(collecting.udf.accumulator as Untyped)).toBe('ARRAY<INT NOT NULL> NOT NULL');
  });

  it.each<[string, () => unknown, string, string]>([
    [
      'no promise',
      () => asyncUdf(((s: string): string => s) as Untyped),
      'The result of the function is of the type string',
      'Write Promise<…> of the type of a value; or declare the types: asyncUdf({',
    ],
    [
      'no rows',
      () => udtf(((s: string): Map<string, string> => new Map([[s, s]])) as Untyped),
      'The result of the function is of the type Map<string, string>',
      'Write Generator<…>, Iterable<…> or an array of the type of a row; or declare the types: udtf({',
    ],
    [
      'rows of a type by name',
      () => udtf((s: string): Word[] => [{ word: s }]),
      'is of the type Word, which stands for no one SQL type',
      'arrays, Maps and objects of these',
    ],
    [
      'fields that may not be there',
      () => udtf(((s: string): { word?: string }[] => [{ word: s }]) as Untyped),
      'is of the type { word?: string }',
      'Write a type',
    ],
    [
      'accumulators without a type',
      () =>
        udaf.annotated(
          { name: 'sums' },
          { createAccumulator: () => 0, accumulate: (sum, n: number) => sum + n, getValue: (sum): number => sum },
        ),
      'The accumulator of the function sums has no type in the source',
      'or declare the types: udaf({',
    ],
    [
      'results of aggregates without a type',
      () =>
        udaf.annotated(
          { name: 'sums' },
          { createAccumulator: (): number => 0, accumulate: (sum, n: number) => sum + n, getValue: (sum) => sum },
        ),
      'The result of the function sums has no type in the source',
      'Write a type',
    ],
    [
      'aggregates without a method',
      () => udaf({ createAccumulator: () => 0, getValue: () => 0 } as Untyped),
      'there is no method accumulate()',
      'Give an object or class with the method accumulate(…)',
    ],
    [
      'several types',
      () => udf(((value: string | number): string => `${value}`) as Untyped),
      'The parameter value of the function is of the type string | number, which stands for no one SQL type',
      'Write a type',
    ],
    [
      'types that may be several of SQL',
      () => udf(((price: BigNumber[]): string => `${price}`) as Untyped),
      'The parameter price of the function is of the type BigNumber[]',
      'Declare DECIMAL(precision, scale)',
    ],
    [
      'no type',
      () => udf(untyped),
      'The parameter name of the function untyped has no type in the source',
      'Write a type',
    ],
    [
      'no type of results',
      () =>
        udf(function shout(s: string) {
          return `${s}!`;
        }),
      'The result of the function shout has no type in the source',
      'or declare the types: udf({ args',
    ],
    [
      'defaults',
      () => udf((n: bigint, m: bigint = 5n): bigint => n * m),
      'The parameter m of the function has a default',
      'Write m?: … | null',
    ],
    [
      'patterns',
      () => udf((({ ip }: { ip: string }): string => ip) as Untyped),
      'The parameter { ip }: { ip: string } of the function takes values apart',
      'Write a type',
    ],
    [
      'left out without NULL',
      () => udf((s?: string): string => s ?? ''),
      'optional parameter',
      'declare a nullable type',
    ],
    [
      'native code',
      () => udf(Math.max as Untyped),
      'The types of the function max cannot be read: its source is not there',
      'Keep the .ts files',
    ],
    ['no code', () => udf({ open() {} } as Untyped), 'there is no method eval()', 'Give a function'],
  ])('are missing, or not clear: %s', (_, make, message, hint) => {
    const error = thrown(make);
    expect(error).toMatchObject({ code: 'FUNCTION_INVALID' });
    expect(error.reason).toContain(message);
    expect(error.hint).toContain(hint);
    expect(error.source?.file).toMatch(/annotated\.test\.ts$/);
  });

  it('errors are at the parameter', () => {
    const error = thrown(() =>
      udf(
        // a line of its own
        ((given: symbol): string => String(given)) as Untyped,
      ),
    );
    expect(error.source?.line).toBe(lineOf('((given: symbol)'));
  });
});

function thrown(make: () => unknown): FlinkError {
  try {
    make();
  } catch (error) {
    return error as FlinkError;
  }
  throw new Error('nothing was thrown');
}

const lineOf = (text: string) =>
  1 +
  readFileSync(import.meta.filename, 'utf8')
    .split('\n')
    .findIndex((line) => line.includes(text));
