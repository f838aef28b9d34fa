import { DataTypes, EnvironmentSettings, TableEnvironment } from 'tsflink';
import { afterAll, describe, expect, it } from 'vitest';
import { summed, sumTwice } from './functions/aggregates.js';
import { delayed, multiplied, numbered, prefixed, stepped, sumAndMore } from './functions/members.js';
import { negated } from './functions/processes.js';
import { twice } from './functions/tables.js';
import { fieldwise } from './functions/text.js';
import { standing } from './setup/standing.js';

const { BIGINT, STRING } = DataTypes;

describe('classes with methods as fields, and objects with members of their own', () => {
  const tEnv = TableEnvironment.create(EnvironmentSettings.inStreamingMode());
  afterAll(() => tEnv.close());
  const table = tEnv.fromValues({ id: BIGINT().notNull(), name: STRING().notNull() }, [
    { id: 1n, name: 'x' },
    { id: 2n, name: 'y' },
  ]);

  it('are scalar functions and table functions', async () => {
    const joined = table
      .select(($) => ({ field: fieldwise($.name) }))
      .joinLateral(($) => twice($.field).as('again'))
      .select('again');
    expect(await standing(await joined.execute())).toEqual(['1 x', '1 x', '1 y', '1 y'].map((again) => ({ again })));
  });

  it('are aggregate functions, which take rows out as well', async () => {
    const parity = table.select(($) => ({ id: $.id, odd: $.id.mod(2n) }));
    const more = parity.unionAll(parity.select(($) => ({ id: $.id.times(10n), odd: $.odd })));
    const byParity = more.groupBy('odd').select(($) => ({ n: $.id.sum0() }));
    const sum = byParity.select(($) => ({ sum: summed($.n) }));
    // 1 and 2 are taken out when they become 11 and 22
    expect(await standing(await sum.execute())).toEqual([{ sum: 33n }]);
  });

  it('are table aggregate functions', async () => {
    const rows = table.flatAggregate(($) => sumTwice($.id).as('n')).select('n');
    expect(await standing(await rows.execute())).toEqual([{ n: 3n }, { n: 3n }]);
  });

  it('are process table functions', async () => {
    const rows = table.process(negated).select('negative');
    expect(await standing(await rows.execute())).toEqual([{ negative: -1n }, { negative: -2n }]);
  });

  it('have members of each kind of function', async () => {
    const joined = table
      .joinLateral(($) => prefixed($.name).as('text'))
      .select(($) => ({ text: numbered($.text), n: delayed($.id) }));
    expect(await standing(await joined.execute())).toEqual([
      { text: '#10 ax', n: 101n },
      { text: '#11 bx', n: 101n },
      { text: '#12 ay', n: 102n },
      { text: '#13 by', n: 102n },
    ]);
    const sums = table.flatAggregate(($) => sumAndMore($.id).as('n')).select('n');
    expect(await standing(await sums.execute())).toEqual([{ n: 103n }, { n: 3n }]);
    const doubled = table.select(($) => ({ n: stepped($.id) }));
    expect(await standing(await doubled.execute())).toEqual([{ n: 6n }]);
    const products = table.process(multiplied).select('product');
    expect(await standing(await products.execute())).toEqual([{ product: 3n }, { product: 6n }]);
  });
});
