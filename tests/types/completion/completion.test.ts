import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LanguageServer } from './language-server.js';

const root = join(import.meta.dirname, '..', '..', '..');
const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
const LOG = ['client_ip', 'request_time', 'response_size', 'uri', 'uuid'];
/** Programs with `▮` where the cursor is: what the editor offers there. */
const EXACTLY: Record<string, readonly string[]> = {
  "tEnv.from(log).select('▮')": LOG,
  "tEnv.from(log).select('uri', '▮')": LOG,
  "tEnv.from(log).groupBy('▮')": LOG,
  "tEnv.from(log).orderBy('▮')": LOG,
  "tEnv.from(log).dropColumns('▮')": LOG,
  "tEnv.from(log).partitionBy('▮')": LOG,
  'tEnv.from(log).renameColumns({ ▮ })': LOG,
  "tEnv.from(log).groupBy('uri').select('▮')": ['uri'],
  "tEnv.from(clicks).createTemporalTableFunction('ts', '▮')": ['n', 'ts', 'url', 'user'],
  "tEnv.from('orders').select('▮')": ['amount', 'id'],
};
const AMONG: Record<string, readonly string[]> = {
  "tEnv.fromModel(model).predict(tEnv.from(users), ['▮'])": ['country', 'user'],
  "tEnv.from('▮')": ['orders'],
  'tEnv.from(log).select(($) => ({ u: $.▮ }))': LOG,
  'tEnv.from(log).where(($) => $.▮)': LOG,
  'tEnv.from(log).orderBy(($) => $.▮)': LOG,
  "tEnv.from(log).groupBy('uri').select(($) => ({ u: $.▮ }))": LOG,
  'tEnv.from(log).addColumns(($) => ({ size: $.▮ }))': LOG,
  'tEnv.from(log).map(($) => ipToProvince($.▮))': LOG,
  'tEnv.from(log).join(tEnv.from(users), (l, r) => l.client_ip.isEqual(r.▮))': ['country', 'id', 'user'],
  'tEnv.from(log).select(($) => ({ u: $.uri.▮ }))': ['upperCase', 'like', 'isNull', 'count'],
  "tEnv.from(log).select('uri').insertInto(▮)": ['stat', 'log'],
  "tEnv.from(clicks).window(Tumble.over(lit(5).minutes()).on('ts').as('w')).groupBy('w').select(($) => ({ a: $.w.▮ }))":
    ['start', 'end', 'rowtime'],
};
/** What it does not offer there. */
const NEVER: Record<string, readonly string[]> = {
  'tEnv.from(log).select(($) => ({ u: $.uri.▮ }))': ['sum', 'avg', 'plus'],
  'tEnv.from(log).select(($) => ({ u: $.response_size.▮ }))': ['upperCase', 'like'],
};

describe('what an editor offers', () => {
  const file = join(import.meta.dirname, '..', 'fixtures', 'wrong', 'completion.ts');
  const programs = [...new Set([EXACTLY, AMONG, NEVER].flatMap(Object.keys))];
  const text = [
    "import { lit, ModelDescriptor, Schema, Tumble, type BIGINT, type DOUBLE } from 'tsflink';",
    "import { BIGINT as big, clicks, ipToProvince, log, stat, STRING, tEnv, users } from './setup.js';",
    "declare module 'tsflink' { interface KnownTables { orders: { id: BIGINT; amount: DOUBLE | null } } }",
    "const model = ModelDescriptor.forProvider('openai')",
    "  .inputSchema(Schema.newBuilder().column('text', STRING()).build())",
    "  .outputSchema(Schema.newBuilder().column('label', STRING()).build()).build();",
    ...programs,
  ].join(';\n');
  const source = text.replaceAll('▮', '');
  let server: LanguageServer;
  beforeAll(async () => {
    server = await LanguageServer.start(tsc);
    await server.open(file, source);
  });
  afterAll(() => server.stop());

  /** What is offered at the cursor of one of the programs. */
  function offered(program: string): Promise<string[]> {
    const cursor = program.indexOf('▮');
    const start = source.indexOf(program.slice(0, cursor) + program.slice(cursor + 1));
    return server.complete(file, start + cursor, source);
  }

  it.each(Object.entries(EXACTLY))('%s', async (program, expected) => {
    expect(await offered(program)).toEqual(expected);
  });
  it.each(Object.entries(AMONG))('%s, among others', async (program, expected) => {
    expect(await offered(program)).toEqual(expect.arrayContaining([...expected]));
  });
  it.each(Object.entries(NEVER))('%s, not what does not apply', async (program, never) => {
    const found = await offered(program);
    expect(found.filter((name) => never.includes(name))).toEqual([]);
    expect(found.length).toBeGreaterThan(0);
  });
});
