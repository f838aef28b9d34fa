import * as fc from 'fast-check';
import { EnvironmentSettings, TableEnvironment } from 'tsflink';
import { afterAll, beforeAll, describe, it } from 'vitest';
import type { SqlByName } from '../../expressions/family.js';
import { FAMILIES } from '../../expressions/index.js';
import { COLUMNS } from '../../expressions/nasty.js';
import { randomRows } from '../../expressions/random.js';
import { expectSameAsSql } from './expect-same-as-sql.js';

/** Where SQL cannot be asked as it is. */
const INSTEAD: SqlByName = {
  id: ['id', 'INT NOT NULL'],
  // Flink's TIMESTAMPDIFF(WEEK, …) counts seconds in an INT: wrong when more than 68 years lie between
  diffWeek: ['CAST(TIMESTAMPDIFF(DAY, ts, CAST(`date` AS TIMESTAMP(3))) / 7 AS INT)', 'INT'],
};

describe('of random values', () => {
  let tEnv: TableEnvironment;
  beforeAll(() => {
    tEnv = TableEnvironment.create(EnvironmentSettings.inStreamingMode());
    tEnv.getConfig().set('table.local-time-zone', 'America/St_Johns');
  });
  afterAll(() => tEnv.close());

  // one query of many rows for each family: a counterexample is a row, and names its seed
  it.each(Object.entries(FAMILIES))('the functions of family %s make what SQL makes', (_, { expressions, cases }) =>
    fc.assert(
      fc.asyncProperty(randomRows, async (rows) => {
        const table = tEnv.fromValues(COLUMNS, rows);
        await tEnv.dropTemporaryView('nasty');
        tEnv.createTemporaryView('nasty', table);
        const instead = Object.entries(INSTEAD).filter(([name]) => name === 'id' || name in cases);
        const all = { ...cases, ...Object.fromEntries(instead) };
        await expectSameAsSql(tEnv, table.select('id', expressions), all, 'nasty');
      }),
      { numRuns: 1, endOnFailure: true },
    ),
  );
});
