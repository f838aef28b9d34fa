import * as fc from 'fast-check';
import { EnvironmentSettings, TableEnvironment } from 'tsflink';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { FAMILIES } from '../../expressions/index.js';
import { COLUMNS } from '../../expressions/nasty.js';
import { randomRows } from '../../expressions/random.js';
import { expectSameAsSql } from './expect-same-as-sql.js';

describe('of random values', () => {
  let tEnv: TableEnvironment;
  beforeAll(() => {
    tEnv = TableEnvironment.create(EnvironmentSettings.inStreamingMode());
    tEnv.getConfig().set('table.local-time-zone', 'America/St_Johns');
  });
  afterAll(() => tEnv.close());

  // one query of many rows for each family: a counterexample is a row, and names its seed
  it.each(Object.entries(FAMILIES))(
    'the functions of family %s make what SQL makes',
    (family, { expressions, cases }) =>
      fc.assert(
        fc.asyncProperty(randomRows, (rows) => {
          const table = tEnv.fromValues(COLUMNS, rows);
          tEnv.createTemporaryView(`random_${family}`, table);
          return expectSameAsSql(
            tEnv,
            table.select('id', expressions),
            { id: ['id', 'INT NOT NULL'], ...cases },
            `random_${family}`,
          );
        }),
        { numRuns: 1, endOnFailure: true },
      ),
  );
});
