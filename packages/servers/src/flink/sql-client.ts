import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { jdkTool } from '../process/jdk.js';
import { runTool, type ToolResult } from '../process/run-tool.js';
import { javaArguments, type SqlTarget } from './sql-tools.js';

const CLIENT = 'org.apache.flink.table.client.SqlClient';

/**
 * Runs a script by Flink's SQL client, as it comes from Apache, for at most two minutes.
 *
 * @throws ServerError what `fetchArtifact` throws
 */
export async function runSqlClient(script: string, target: SqlTarget): Promise<ToolResult> {
  const file = join(target.directory, 'script.sql');
  const args = await javaArguments(CLIENT, target);
  await writeFile(file, script);
  return runTool(jdkTool('java'), [...args, '-f', file], { env: { FLINK_CONF_DIR: target.directory } });
}
