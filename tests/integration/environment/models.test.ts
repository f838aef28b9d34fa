import { DataTypes, EnvironmentSettings, ModelDescriptor, Schema, TableEnvironment } from 'tsflink';
import { afterAll, beforeAll, expect, it } from 'vitest';

const { STRING } = DataTypes;
let tEnv: TableEnvironment;
beforeAll(() => {
  tEnv = TableEnvironment.create(EnvironmentSettings.inBatchMode());
});
afterAll(() => tEnv.close());

const descriptor = ModelDescriptor.forProvider('nobody')
  .inputSchema(Schema.newBuilder().column('text', STRING()).build())
  .outputSchema(Schema.newBuilder().column('label', STRING()).build())
  .option('task', 'classification')
  .comment('a model')
  .build();

it('models are created, listed, shown and dropped', async () => {
  await tEnv.createModel('m', descriptor);
  await tEnv.createModel('m', descriptor, true);
  await expect(tEnv.createModel('m', descriptor)).rejects.toMatchObject({ code: 'ALREADY_EXISTS' });
  tEnv.createTemporaryModel('t', descriptor);
  expect(await tEnv.listModels()).toEqual(['m']);
  expect(await tEnv.listTemporaryModels()).toEqual(['t']);
  const model = await tEnv.getCatalog('default_catalog').getModel('default_database.m');
  expect([model.getComment(), model.getOptions()]).toMatchObject(['a model', { task: 'classification' }]);
  expect([await tEnv.dropTemporaryModel('t'), await tEnv.dropModel('m'), await tEnv.dropModel('m')]).toEqual([
    true,
    true,
    false,
  ]);
});

it('a model whose provider is not there is refused', async () => {
  const comments = tEnv.fromValues({ id: STRING(), text: STRING() }, [{ id: '1', text: 'good' }]);
  const labelled = tEnv.fromModel(descriptor).predict(comments, ['text']);
  await expect(labelled.execute()).rejects.toMatchObject({ code: 'CONNECTOR_NOT_FOUND' });
  expect(() => tEnv.fromModel(descriptor).predict(comments, ['txet' as 'text'])).toThrow("Did you mean 'text'?");
  await expect(tEnv.fromModel('nothing').predict(comments, ['text']).execute()).rejects.toMatchObject({
    code: 'MODEL_NOT_FOUND',
  });
});
