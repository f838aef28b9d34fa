import { join } from 'node:path';
import { fetchArtifact } from '@tsflink/servers';
import { DataTypes, EnvironmentSettings, ModelDescriptor, Schema, TableEnvironment } from 'tsflink';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { failureOf } from '../setup/failure.js';
import { type OpenAiService, startOpenAi } from '../setup/openai.js';
import { collect, sqlRows } from '../setup/rows.js';

const { ARRAY, FLOAT, INT, STRING } = DataTypes;
const COMMENTS = [
  { id: 1, text: 'all is good' },
  { id: 2, text: 'ünï 𝒳 is "bad"' },
  { id: 3, text: null }, // the provider leaves it out
];
let service: OpenAiService;
let jar: string;
beforeAll(async () => {
  service = await startOpenAi((text) => {
    if (text === 'refuse') throw new RangeError('this text is not allowed');
    return text.includes('good') ? 'positive' : 'negative';
  });
  jar = join(await fetchArtifact('model-openai'), 'flink-model-openai-2.3.0.jar');
}, 600_000);
afterAll(() => service[Symbol.asyncDispose]());

const openai = (path: string) =>
  ModelDescriptor.forProvider('openai')
    .inputSchema(Schema.newBuilder().column('input', STRING()).build())
    .option('endpoint', `${service.address}/${path}`)
    .option('api-key', 'sk-secret')
    .option('model', 'gpt-4o-mini')
    .option('error-handling-strategy', 'failover');
const sentiment = () =>
  openai('chat/completions')
    .outputSchema(Schema.newBuilder().column('label', STRING()).build())
    .option('system-prompt', 'Is it positive or negative?')
    .build();
const vectors = () =>
  openai('embeddings')
    .outputSchema(Schema.newBuilder().column('vector', ARRAY(FLOAT())).build())
    .build();

// (each query loads the provider's 31 MB anew: there are few)
describe.each(['inStreamingMode', 'inBatchMode'] as const)('models of OpenAI, %s', (mode) => {
  let tEnv: TableEnvironment;
  beforeAll(() => {
    const settings = EnvironmentSettings.newInstance()
      [mode]()
      .withConfiguration({ 'pipeline.jars': `file://${jar}` });
    tEnv = TableEnvironment.create(settings.build());
  });
  afterAll(() => tEnv.close());

  it('chats and embeddings: predict() and ML_PREDICT give the same', async () => {
    await tEnv.createModel('sentiment', sentiment());
    const comments = tEnv.fromValues({ id: INT(), text: STRING() }, COMMENTS);
    const labelled = tEnv.fromModel('sentiment').predict(comments, ['text'], { async: true });
    tEnv.createTemporaryView('comments', comments);
    const inSql = tEnv.sqlQuery('SELECT * FROM ML_PREDICT(TABLE comments, MODEL sentiment, DESCRIPTOR(text))');
    const from = service.asked.length;
    const both = labelled.unionAll(inSql);
    const described = tEnv.fromModel(vectors()).predict(both, ['text']).select('id', 'label', 'vector');
    const rows = await collect(described);
    const expected = [
      { id: 1, label: 'positive', vector: [3, 2, 4] },
      { id: 2, label: 'negative', vector: [3, 2, 2, 5] },
    ];
    expect(rows.sort((a, b) => a.id - b.id)).toEqual(expected.flatMap((row) => [row, row]));
    const asked = service.asked.slice(from);
    expect(asked.map(({ path }) => path).sort()).toEqual(
      ['chat/completions', 'embeddings'].flatMap((path) => Array(4).fill(`/v1/${path}`)),
    );
    expect(asked.find(({ body }) => body.messages)).toMatchObject({
      key: 'Bearer sk-secret',
      body: { model: 'gpt-4o-mini', messages: [{ content: 'Is it positive or negative?' }, { role: 'user' }] },
    });
  });

  it('what the service refuses fails the job, with its words', async () => {
    const comments = tEnv.fromValues({ text: STRING() }, [{ text: 'refuse' }]);
    const error = await failureOf(() => collect(tEnv.fromModel(sentiment()).predict(comments, ['text'])));
    expect(error.message).toContain('this text is not allowed');
    expect(error.message).not.toContain('sk-secret');
  });
});

it('a jar that is not there is refused, in the settings and later', async () => {
  const missing = { 'pipeline.jars': 'file:///nowhere/a.jar' };
  const refused = { code: 'FILE_NOT_FOUND', message: expect.stringContaining("'file:///nowhere/a.jar'") };
  await using at = TableEnvironment.create(EnvironmentSettings.newInstance().withConfiguration(missing).build());
  await expect(at.listTables()).rejects.toMatchObject(refused);
  await using later = TableEnvironment.create();
  later.getConfig().addConfiguration(missing);
  await expect(later.listTables()).rejects.toMatchObject(refused);
  await expect(sqlRows(later, "SET 'pipeline.jars' = 'file:///nowhere/a.jar'")).rejects.toMatchObject(refused);
});
