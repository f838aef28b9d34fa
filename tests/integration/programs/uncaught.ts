import { TableEnvironment } from 'tsflink';

const tEnv = TableEnvironment.create();
tEnv.createTemporaryView('users', tEnv.sqlQuery("SELECT * FROM (VALUES (1, 'a')) AS t(id, name)"));
await tEnv.executeSql('SELECT nmae FROM users');
