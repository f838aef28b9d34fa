// npx tsx examples/scoring/src/main.ts: the sessions that are likely a bot's.
import { DataTypes, TableEnvironment } from 'tsflink';
import { sessions } from '../model/sessions.js';
import { botScore } from './bot-score.js';

const { BOOLEAN, DOUBLE } = DataTypes;

await using tEnv = TableEnvironment.create();
const columns = {
  bot: BOOLEAN().notNull(),
  requests: DOUBLE().notNull(),
  errors: DOUBLE().notNull(),
  distinct: DOUBLE().notNull(),
};
const suspects = tEnv
  .fromValues(columns, sessions(20, 7))
  .addColumns(($) => ({ score: botScore({ requests: $.requests, errors: $.errors, distinct: $.distinct }) }))
  .where(($) => $.score.isGreater(0.5));
await (await suspects.execute()).print();
