import { TableEnvironment } from 'tsflink';

// ends by itself, though a query is running and its result is open
const tEnv = TableEnvironment.create();
await tEnv.executeSql("CREATE TEMPORARY TABLE endless (n BIGINT) WITH ('connector' = 'datagen')");
const result = await tEnv.executeSql('SELECT * FROM endless');
await result.collect().next();
console.log('a row came');
