import { BigNumber } from 'bignumber.js';
import {
  asyncUdf,
  DataTypes,
  InputTypeStrategies,
  listView,
  mapView,
  optional,
  ptf,
  TypeStrategies,
  tableArg,
  type Untyped,
  udaf,
  udf,
  udtf,
  varargs,
} from 'tsflink';
import { testFunction } from 'tsflink/testing';
import { describe, expect, it } from 'vitest';
import { NODE } from '../src/expressions/build.js';

const { BIGINT, DECIMAL, INT, STRING } = DataTypes;
const { ANY, logical } = InputTypeStrategies;
const { argument } = TypeStrategies;
const first = udf({ name: 'first', args: [ANY, varargs(BIGINT())], returns: argument(0) }, (x) => x);
const latestCode = {
  createAccumulator: () => ({ all: [], n: 0 }),
  accumulate(accumulator: Untyped, value: unknown) {
    if (!accumulator.seen.contains(value)) accumulator.all.push(value);
    accumulator.seen.put(value, 1);
    accumulator.kept.add('x');
  },
  getValue: ({ all }: Untyped) => new BigNumber(all.length),
};
const latest = udaf(
  {
    name: 'latest',
    args: [ANY],
    accumulator: {
      all: TypeStrategies.array(argument(0)),
      n: INT().notNull(),
      seen: mapView(argument(0), INT()),
      kept: listView(STRING()),
    },
    returns: argument(0),
  },
  latestCode as Untyped,
);
const operands = (expression: Untyped) => expression[NODE].args;

describe('types that calls tell', () => {
  it('are in the definition as Flink has them', () => {
    expect(first.udf).toMatchObject({
      parameters: [],
      signatures: [
        {
          parameters: [
            { case: 'group', group: 'ANY' },
            { case: 'explicit', type: { root: 'BIGINT' } },
          ],
          variadic: true,
          result: { case: 'argument', position: 0 },
        },
      ],
    });
    const later = asyncUdf({ name: 'later', args: [INT()], returns: argument(0) }, async (x) => x);
    const each = udtf({ name: 'each', args: [logical('ARRAY')], returns: INT() }, () => []);
    expect(later.udf.signatures).toHaveLength(1);
    expect(each.udf.signatures?.[0]?.result).toMatchObject({ case: 'explicit', type: { root: 'INTEGER' } });
  });

  it('literals are of the type that a parameter has in all signatures, else of their own', () => {
    expect(operands(first(1, 2)).map(({ type }: Untyped) => type.root)).toEqual(['INTEGER', 'BIGINT']);
    const sized = udf.overloads(
      {
        name: 'sized',
        signatures: [
          { args: [DECIMAL(10, 2), STRING()], returns: INT() },
          { args: [DECIMAL(5, 0), INT()], returns: INT() },
        ],
      },
      () => 1,
    );
    expect(operands(sized(1, 2)).map(({ type }: Untyped) => type.root)).toEqual(['DECIMAL', 'INTEGER']);
  });

  it('calls of another number of arguments are refused, with the forms that there are', () => {
    const untyped = first as Untyped;
    expect(() => untyped()).toThrow('It is called as first(ANY, BIGINT...)');
    expect(() => untyped(undefined)).toThrow('argument 1 is missing');
    const named = udf.overloads(
      {
        name: 'f',
        signatures: [
          { args: [INT()], returns: INT() },
          { args: [logical('NUMERIC'), ANY], returns: INT() },
        ],
      },
      () => 1,
    ) as Untyped;
    expect(() => named(1, 2, 3)).toThrow('It is called as f(INT), or f(NUMERIC, ANY)');
  });

  it('are those that a test says', () => {
    const text = testFunction(first, { types: { args: [STRING(), BIGINT()], returns: STRING() } });
    expect(text.call('x', 1n)).toBe('x');
    const number = testFunction(first, { types: { args: [INT().notNull()], returns: INT().notNull() } });
    expect(number.callAll([[1], [2]])).toEqual([1, 2]);
    expect(() => number.call(1.5)).toThrow('got number 1.5');
  });

  it('are those of accumulators, too', () => {
    expect(latest.udf).toMatchObject({
      signatures: [{ result: { case: 'argument' } }],
      accumulatorStrategy: {
        type: {
          case: 'row',
          fields: [
            { name: 'all', type: { case: 'array' } },
            { name: 'n', type: { case: 'explicit' } },
          ],
        },
        views: [
          { name: 'seen', key: { case: 'argument', position: 0 }, value: { case: 'explicit' } },
          { name: 'kept' },
        ],
      },
    });
    expect(latest.udf.accumulator).toBeUndefined();
    const types = { args: [DECIMAL(4, 1)], returns: DECIMAL(4, 1) } as const;
    using harness = testFunction(latest, { types });
    expect(harness.callAll([[new BigNumber(1)], [new BigNumber('2.5')], [new BigNumber(1)]])).toEqual(new BigNumber(2));
    expect(() => harness.callAll([[new BigNumber('1e6')]])).toThrow('DECIMAL(4, 1)');
    const common = udaf(
      { name: 'f', args: [ANY], accumulator: TypeStrategies.COMMON, returns: DECIMAL(4, 1) },
      latestCode as Untyped,
    );
    expect(() => testFunction(common, { types })).toThrow('of a type that Flink finds');
  });

  it.each<[string, () => unknown, string]>([
    [
      'by name',
      () => udf({ name: 'f', args: { x: ANY } as Untyped, returns: INT() }, () => 1),
      'by name have one type',
    ],
    [
      'optional',
      () => udf({ name: 'f', args: [ANY, optional(INT())], returns: INT() }, () => 1),
      'has no optional parameters',
    ],
    ['in the middle', () => udf({ name: 'f', args: [varargs(ANY), ANY], returns: INT() }, () => 1), 'Only the last'],
    [
      'of columns',
      () => udf({ name: 'f', args: [ANY], returns: INT(), vectorised: true }, () => []),
      'its types must be declared',
    ],
    [
      'of vectorised aggregates',
      () => udaf({ name: 'f', args: [ANY], returns: INT(), vectorised: true }, () => 1),
      'its types must be declared',
    ],
    [
      'of process table functions',
      () => ptf({ name: 'f', args: { x: ANY } as Untyped, returns: INT() }, () => {}),
      'has a strategy in place of a type',
    ],
    [
      'of the state of process table functions',
      () =>
        ptf(
          {
            name: 'f',
            args: { t: tableArg({ semantics: 'set' }) },
            state: { x: listView(argument(0)) } as Untyped,
            returns: INT(),
          },
          () => {},
        ),
      "The state 'x' has a type strategy in place of a type",
    ],
    ['in tests', () => testFunction(first as Untyped), 'testFunction needs the types of a call of first'],
  ])('are refused where they cannot be: %s', (_, make, message) => {
    expect(make).toThrow(message);
  });
});
