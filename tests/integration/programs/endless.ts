import { TableEnvironment } from 'tsflink';

const tEnv = TableEnvironment.create();
await tEnv.executeSql("CREATE TEMPORARY TABLE endless (n BIGINT) WITH ('connector' = 'datagen')");
const result = await tEnv.executeSql('SELECT * FROM endless');
for await (const _ of result.collect()) {
  process.stdout.write('.');
}
