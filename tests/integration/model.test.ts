import { DataTypes, TableEnvironment } from 'tsflink';
import { expect, it } from 'vitest';
import { plainScore } from '../../examples/scoring/model/plain-score.js';
import { sessions } from '../../examples/scoring/model/sessions.js';
import { botScore } from '../../examples/scoring/src/bot-score.js';

const { BOOLEAN, DOUBLE } = DataTypes;

it.each(['embedded', 'process'] as const)(
  'a model of TensorFlow.js scores batches in the engine %s',
  async (engine) => {
    await using tEnv = TableEnvironment.create();
    tEnv.getConfig().set('tsflink.function.engine', engine);
    const number = DOUBLE().notNull();
    const columns = { bot: BOOLEAN().notNull(), requests: number, errors: number, distinct: number };
    const table = tEnv
      .fromValues(columns, sessions(3000, 3))
      .addColumns(($) => ({ score: botScore({ requests: $.requests, errors: $.errors, distinct: $.distinct }) }));
    const rows = await (await table.execute()).toArray();
    expect(rows).toHaveLength(3000);
    const furthest = Math.max(...rows.map((row) => Math.abs(row.score - plainScore(row))));
    expect(furthest).toBeLessThan(1e-5);
  },
);
