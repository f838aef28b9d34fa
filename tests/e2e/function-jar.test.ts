import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { createWorkDirectory, removeWorkDirectory, runSqlClient, SessionCluster, SqlGateway } from '@tsflink/servers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
const LOGS = path('../../.cache/logs/e2e');

let directory: string;
let jar: string;
let cluster: SessionCluster;
beforeAll(async () => {
  directory = await createWorkDirectory();
  jar = join(directory, 'functions.jar');
  const command = ['--import', 'tsx', '--conditions=source', path('../../packages/cli/src/main.ts'), 'build'];
  const built = promisify(execFile)(process.execPath, [
    ...command,
    path('../integration/functions/by-sql.ts'),
    '-o',
    jar,
    '--package',
    'shop.functions',
  ]);
  cluster = await SessionCluster.start({ directory: join(directory, 'flink'), logs: LOGS, taskManagers: 1 });
  expect((await built).stdout).toMatch(/functions\.jar: \d+\.\d MB\n {2}shop\.functions\.exclaim\n/);
}, 180_000);
afterAll(async () => {
  await cluster?.stop();
  await removeWorkDirectory(directory);
}, 60_000);

const create = () => [
  `CREATE FUNCTION exclaim AS 'shop.functions.exclaim' LANGUAGE JAVA USING JAR '${jar}'`,
  `CREATE TEMPORARY FUNCTION letters AS 'shop.functions.letters' LANGUAGE JAVA USING JAR '${jar}'`,
  `CREATE TEMPORARY SYSTEM FUNCTION length_sum AS 'shop.functions.length_sum' LANGUAGE JAVA USING JAR '${jar}'`,
];
const QUERY = `SELECT exclaim(letter) AS e, length_sum(w) AS n
  FROM (VALUES ('abc'), ('bc')) AS t(w), LATERAL TABLE(letters(w)) GROUP BY letter ORDER BY letter`;

const SETTINGS = ["SET 'sql-client.execution.result-mode' = 'tableau'", "SET 'execution.runtime-mode' = 'batch'"];
const ROWS = /a! \|\s+3 \|\n\|\s+b! \|\s+5 \|\n\|\s+c! \|\s+5 \|/;

describe("a jar of functions, in Flink's own tools", () => {
  it('runs in the SQL client', async () => {
    const { status, output } = await runScript([...SETTINGS, ...create(), `EXPLAIN ${QUERY}`, QUERY], false);
    expect(output).toMatch(ROWS);
    expect(output).not.toContain('TypeScript');
    expect(status).toBe(0);
  });

  it('runs in batches in the SQL client that has our planner', async () => {
    const { status, output } = await runScript([...SETTINGS, ...create(), `EXPLAIN ${QUERY}`, QUERY], true);
    expect(output).toMatch(ROWS);
    expect(output).toMatch(/TypeScriptCalc\(.*exclaim[\s\S]*TypeScriptCorrelate\(.*letters/);
    expect(status).toBe(0);
  });

  it('runs in the SQL gateway', async () => {
    const target = { port: cluster.port, directory: join(directory, 'sql-gateway') };
    const gateway = await SqlGateway.start(target, { directory, logs: LOGS });
    try {
      const { sessionHandle } = (await gateway.request('POST', '/sessions', {
        properties: { 'execution.runtime-mode': 'batch' },
      })) as { sessionHandle: string };
      let rows: unknown[] = [];
      for (const statement of [...create(), QUERY]) rows = await run(gateway, `/sessions/${sessionHandle}`, statement);
      expect(rows).toEqual([
        ['a!', 3],
        ['b!', 5],
        ['c!', 5],
      ]);
    } finally {
      await gateway.stop();
    }
  });
});

/** Runs statements in the SQL client. */
function runScript(statements: readonly string[], withPlanner: boolean) {
  const target = { port: cluster.port, directory: join(directory, `sql-client-${withPlanner}`), withPlanner };
  return runSqlClient(`${statements.join(';\n')};\n`, target);
}

interface Results {
  readonly resultType: 'NOT_READY' | 'PAYLOAD' | 'EOS';
  readonly results?: { readonly data: readonly { readonly fields: unknown[] }[] };
  readonly nextResultUri?: string;
  readonly errors?: readonly string[];
}

/** Runs a statement in a session of the gateway; its rows. */
async function run(gateway: SqlGateway, session: string, statement: string): Promise<unknown[]> {
  const begun = await gateway.request('POST', `${session}/statements`, { statement });
  const { operationHandle } = begun as { operationHandle: string };
  const rows: unknown[] = [];
  for (let next: string | undefined = `${session}/operations/${operationHandle}/result/0`; next !== undefined; ) {
    const answer = (await gateway.request('GET', next)) as Results;
    if (answer.errors) throw new TypeError(answer.errors.join('\n'));
    rows.push(...(answer.results?.data ?? []).map(({ fields }) => fields));
    next = answer.resultType === 'EOS' ? undefined : answer.nextResultUri?.replace(/^\/v\d+/, '');
  }
  return rows;
}
