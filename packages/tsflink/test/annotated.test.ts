import { readFileSync } from 'node:fs';
import type { BigNumber } from 'bignumber.js';
import type { Temporal } from 'temporal-polyfill';
import { type FlinkError, type FunctionDefinition, type Untyped, udf } from 'tsflink';
import { describe, expect, it } from 'vitest';
import { sqlType } from '../../runtime/src/codec/index.js';

const head = ({ name, parameters, returns }: FunctionDefinition) =>
  `${name}(${parameters
    .map(({ type, optional, variadic }) => `${sqlType(type)}${optional ? '?' : ''}${variadic ? '...' : ''}`)
    .join(', ')}) ${returns && sqlType(returns)}`;

const untyped: (name: string, n: bigint) => string = (name, n: bigint): string => `${name}${n}`;

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

  it.each<[string, () => unknown, string, string]>([
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
