import { toJson } from '@bufbuild/protobuf';
import { EnvironmentSettings, TableEnvironment } from 'tsflink';
import { describe, expect, it } from 'vitest';
import { PlanSchema } from '../../packages/tsflink/src/generated/tsflink/v1/plan_pb.js';
import { Encoder } from '../../packages/tsflink/src/plan/encoder.js';
import { CASES, SETUP, STREAMING } from './cases.js';

/** Stands for the artifact of every function. */
const ARTIFACT = '0'.repeat(64);

// Java reads these files and makes the tables of Flink from them. After a change that is meant: npm run golden -- --update
describe('plans', () => {
  const tEnv = TableEnvironment.create(EnvironmentSettings.inBatchMode());

  it.each(Object.entries(CASES))('%s', async (name, make) => {
    const encoder = new Encoder(false);
    const plan = encoder.plan(make(tEnv).relation);
    encoder.functions.forEach(({ message }, i) => {
      message.artifact = ARTIFACT;
      message.export = `f${i}`;
    });
    const json = {
      setup: SETUP,
      ...(STREAMING.includes(name) ? { mode: 'streaming' } : {}),
      plan: toJson(PlanSchema, plan),
    };
    await expect(`${JSON.stringify(json, null, 2)}\n`).toMatchFileSnapshot(`plans/${name}.json`);
  });
});
