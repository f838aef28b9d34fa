import { DataTypes, EnvironmentSettings, TableEnvironment, udf } from 'tsflink';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { collect } from './setup/rows.js';

const { BIGINT, INT, STRING } = DataTypes;
let tEnv: TableEnvironment;
beforeAll(() => {
  tEnv = TableEnvironment.create(EnvironmentSettings.inBatchMode());
});
afterAll(() => tEnv.close());

const numbers = () => tEnv.fromValues({ n: INT().notNull() }, [{ n: 1 }, { n: 2 }]);

describe('a function written where it is used', () => {
  it('takes variables, functions and objects along', async () => {
    const names = new Map([
      [1, 'one'],
      [2, 'two'],
    ]);
    class Greeting {
      #word = 'hello';
      to(name: string | undefined) {
        return `${this.#word} ${name}`;
      }
    }
    const greeting = new Greeting();
    const greet = udf({ name: 'greet', args: [INT().notNull()], returns: STRING() }, (n) => greeting.to(names.get(n)));
    expect(await collect(numbers().select(($) => ({ s: greet($.n) })))).toEqual([
      { s: 'hello one' },
      { s: 'hello two' },
    ]);
  });

  it('has the values of when the job is submitted', async () => {
    let factor = 10n;
    const times = udf(
      { name: 'times', args: { n: INT().notNull() }, returns: BIGINT() },
      ({ n }) => BigInt(n) * factor,
    );
    const table = numbers().select(($) => ({ x: times({ n: $.n }) }));
    expect(await collect(table)).toEqual([{ x: 10n }, { x: 20n }]);
    factor = 100n;
    expect(await collect(table)).toEqual([{ x: 100n }, { x: 200n }]);
  });

  it('is refused, with the variable and the line, when it takes along what lives only in the job', () => {
    const table = numbers();
    const bad = udf({ name: 'bad', args: [INT()], returns: INT() }, (n) => (table === undefined ? n : null));
    expect(() => table.select(($) => ({ x: bad($.n) }))).toThrow(
      expect.objectContaining({
        code: 'FUNCTION_NOT_SHIPPABLE',
        message: expect.stringMatching(
          /a Table lives only in the job program[\s\S]*'table' \(tests\/integration\/closures\.test\.ts:/,
        ),
      }),
    );
  });
});
