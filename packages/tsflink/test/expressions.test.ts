import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { NODE, toNode } from '../src/expressions/build.js';
import { $, DataTypes, lit } from '../src/index.js';
import { lineOf } from './support/line-of.js';
import { thrownBy } from './support/thrown.js';

const literal = (value: Parameters<typeof toNode>[0]) => {
  const node = toNode(value);
  return node.kind === 'literal' ? { ...node.type, value: node.value?.value } : node;
};

describe('literals', () => {
  it.each([
    [5, 'INTEGER', 5n],
    [-(2 ** 31), 'INTEGER', -2147483648n],
    [5n, 'BIGINT', 5n],
    [0.5, 'DOUBLE', 0.5],
    ['ab', 'CHAR', 'ab'],
    ['', 'VARCHAR', ''],
    [true, 'BOOLEAN', true],
    [new Date(0), 'TIMESTAMP_WITH_LOCAL_TIME_ZONE', '1970-01-01T00:00:00.000Z'],
    [Temporal.PlainDate.from('2024-02-29'), 'DATE', '2024-02-29'],
    [Temporal.Duration.from('P1Y2M'), 'INTERVAL_YEAR_MONTH', 'P1Y2M'],
    [Temporal.Duration.from('P1DT2H'), 'INTERVAL_DAY_TIME', 'P1DT2H'],
  ])('%s is %s', (value, root, travelling) => {
    expect(literal(value)).toMatchObject({ root, nullable: false, value: travelling });
  });

  it('1.0 is 1, so that a whole DOUBLE takes its type', () => {
    expect(literal(1.0)).toMatchObject({ root: 'INTEGER' });
    expect(literal(lit(1.0, DataTypes.DOUBLE()))).toMatchObject({ root: 'DOUBLE', value: 1 });
  });

  it('NULL has the type that is given', () => {
    expect(literal(lit(null, DataTypes.INT()))).toMatchObject({ root: 'INTEGER', nullable: true, value: undefined });
  });

  it.each([
    [
      () => lit(3000000000),
      '3000000000 does not fit INT',
      'Write 3000000000n for a BIGINT, or lit(3000000000, DataTypes.DOUBLE()).',
    ],
    [
      () => lit(2n ** 63n),
      '9223372036854775808n does not fit BIGINT',
      "Write new BigNumber('9223372036854775808') for a DECIMAL.",
    ],
    [() => lit(Number.NaN), 'NaN is not a literal of SQL', undefined],
    [() => lit(1.5, DataTypes.INT()), '1.5 is not a value of INT', undefined],
    [() => lit('x', DataTypes.BIGINT()), '"x" is not a value of BIGINT', undefined],
    [() => lit(300, DataTypes.TINYINT()), '300 is not a value of TINYINT', undefined],
    [
      () => lit(Temporal.Duration.from('P1M1D')),
      'The duration P1M1D mixes months with days, which no interval of SQL can',
      undefined,
    ],
    [() => lit({} as never), 'A value of class Object cannot stand for a literal of SQL', undefined],
  ])('refuses %s', async (make, reason, hint) => {
    const error = await thrownBy(make);
    expect(error).toMatchObject({ code: 'LITERAL_INVALID', reason });
    if (hint) expect(error.hint).toBe(hint);
  });
});

describe('expressions', () => {
  it('record the calls made on them', () => {
    expect(toNode($('a').plus($('b')).as('c'))).toMatchObject({
      kind: 'alias',
      name: 'c',
      expression: {
        kind: 'call',
        callee: { case: 'builtin', name: 'plus' },
        args: [
          { kind: 'column', name: 'a' },
          { kind: 'column', name: 'b' },
        ],
      },
    });
  });

  it('give types and units as what they are', () => {
    expect(toNode($('a').cast(DataTypes.BIGINT()))).toMatchObject({
      args: [{}, { kind: 'type', type: { root: 'BIGINT' } }],
    });
    expect(toNode($('a').extract('DAY'))).toMatchObject({
      args: [{}, { kind: 'symbol', family: 'TimeIntervalUnit', value: 'DAY' }],
    });
  });

  it('say where they were made', () => {
    const node = toNode($('a').plus(1)); // here: expression
    if (node.kind !== 'call') throw new TypeError(node.kind);
    expect(node.site.position).toMatchObject({
      file: import.meta.filename,
      line: lineOf(import.meta.filename, 'expression'),
    });
  });

  it('can be awaited', async () => {
    const expression = $('a');
    expect((await expression) as unknown).toBe(expression);
    expect(NODE in expression).toBe(true);
  });

  it('refuse the operators of JavaScript', async () => {
    const error = await thrownBy(() => `${$('a')}`);
    expect(error.code).toBe('EXPRESSION_INVALID');
    expect(error.hint).toContain('.plus(');
  });
});
