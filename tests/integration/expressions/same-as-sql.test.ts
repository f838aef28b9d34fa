import { EnvironmentSettings, TableEnvironment } from 'tsflink';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { AGGREGATES, FAMILIES } from '../../expressions/index.js';
import { COLUMNS, ROWS } from '../../expressions/nasty.js';
import { expectSameAsSql } from './expect-same-as-sql.js';

describe.each([
  ['batch', EnvironmentSettings.inBatchMode()],
  ['streaming', EnvironmentSettings.inStreamingMode()],
])('in %s', (mode, settings) => {
  let tEnv: TableEnvironment;
  const nasty = () => tEnv.fromValues(COLUMNS, ROWS);
  beforeAll(() => {
    tEnv = TableEnvironment.create(settings);
    tEnv.getConfig().set('table.local-time-zone', 'Europe/Berlin');
    tEnv.createTemporaryView('nasty', nasty());
  });
  afterAll(() => tEnv.close());

  it.each(Object.entries(FAMILIES))('the functions of family %s do what SQL does', (_, { expressions, cases }) =>
    expectSameAsSql(tEnv, nasty().select('id', expressions), { id: ['id', 'INT NOT NULL'], ...cases }, 'nasty'),
  );

  // in batch, Flink 2.3 generates code for aggregates of bitmaps that does not compile
  const aggregates = Object.entries(AGGREGATES).filter(([name]) => mode !== 'batch' || name !== 'bitmapAggregate');
  it.each(aggregates)('the functions of family %s do what SQL does', (_, { expressions, cases }) =>
    expectSameAsSql(
      tEnv,
      nasty()
        .groupBy(($) => ({ one: $.id.mod(1) }))
        .select(expressions),
      cases,
      'nasty GROUP BY MOD(id, 1)',
    ),
  );
});
