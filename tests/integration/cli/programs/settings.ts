import { EnvironmentSettings, TableEnvironment } from 'tsflink';

const { 'rest.port': _, ...options } = EnvironmentSettings.inBatchMode().getConfiguration();
await using tEnv = TableEnvironment.create(EnvironmentSettings.inBatchMode());
const rows = await (await tEnv.executeSql('SELECT 6 * 7 AS answer')).toArray();
console.log(JSON.stringify({ options, args: process.argv.slice(2), rows }));
if (process.argv.includes('--fail')) process.exit(7);
