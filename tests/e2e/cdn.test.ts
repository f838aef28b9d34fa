import { fileURLToPath } from 'node:url';
import {
  createWorkDirectory,
  freePorts,
  KafkaServer,
  MariaDbServer,
  removeWorkDirectory,
  type ServerOptions,
  SessionCluster,
} from '@tsflink/servers';
import { DataTypes, EnvironmentSettings, FlinkError, TableEnvironment, type TableResult } from 'tsflink';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { differences } from '../../examples/cdn/demo/compare.js';
import { startJob } from '../../examples/cdn/demo/job-process.js';
import { startProvinceService } from '../../examples/cdn/demo/province-service-process.js';
import { type Statistics, StatisticsTable, totalCount } from '../../examples/cdn/demo/statistics-table.js';
import { LoadProcess } from '../../examples/cdn/load/load-process.js';
import { inChinese } from '../../examples/cdn/service/names.js';
import { ipToProvince } from '../../examples/cdn/src/ip-to-province.js';

const LOGS = fileURLToPath(new URL('../../.cache/logs/e2e', import.meta.url));
const ROWS = 40_000;

let directory: string;
let kafka: KafkaServer;
let database: MariaDbServer;
let cluster: SessionCluster;
let away: Promise<unknown>;

beforeAll(async () => {
  directory = await createWorkDirectory();
  const place = (name: string): ServerOptions => ({ directory: `${directory}/${name}`, logs: LOGS });
  [kafka, database, cluster] = await Promise.all([
    KafkaServer.start(place('kafka')),
    MariaDbServer.start(place('mariadb')),
    SessionCluster.start({ ...place('flink'), taskManagers: 2 }),
  ]);
  // Waits while the other tests run, and is looked at by the last one.
  away = awayFailure();
}, 180_000);

afterAll(async () => {
  await Promise.all([kafka?.stop(), database?.stop(), cluster?.stop()]);
  await removeWorkDirectory(directory);
}, 60_000);

/** Sends an access log of its own to a topic of its own, while `run` has a job read it; compares every row. */
async function check(
  name: string,
  run: (topic: string, table: string) => Promise<() => Promise<unknown>>,
  changed: { readonly rows?: number; readonly expected?: (statistics: Statistics) => Statistics } = {},
) {
  const rows = changed.rows ?? ROWS;
  await kafka.createTopic(name, 2);
  const table = await StatisticsTable.create(database, name);
  const seed = [...name].reduce((sum, char) => sum * 31 + char.charCodeAt(0), 7) | 0;
  const { bootstrapServers } = kafka;
  const load = LoadProcess.start({
    bootstrapServers,
    topic: name,
    partitions: 2,
    rate: 0,
    rows,
    malformedShare: 0.2,
    seed,
  });
  const end = await run(name, name);
  try {
    await load.ended;
    const sent = await load.stop();
    const expected = changed.expected?.(sent) ?? sent;
    expect(load.sent).toBe(rows);
    expect(load.counted).toBeLessThan(rows * 0.9);
    await expect.poll(async () => totalCount(await table.read()), { timeout: 60_000 }).toBe(load.counted);
    expect(differences(expected, await table.read())).toEqual([]);
  } catch (failure) {
    await end().catch(() => {}); // what went wrong first is what counts
    throw failure;
  }
  await end();
  await table.close();
}

describe('the CDN job', () => {
  it('is right to the last row, run by its own program', async () => {
    await check('local', async (topic, table) => {
      const job = await startJob({ kafka, database, logs: LOGS, topic, table });
      expect(job.dashboard).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
      return () => job.process.stop();
    });
  });

  it('is right with provinces of a service that answers by HTTP, in GBK, if at all', async () => {
    const service = await startProvinceService(LOGS);
    const run = async (topic: string, table: string) => {
      const job = await startJob({ kafka, database, logs: LOGS, topic, table, provinceService: service.url });
      return async () => {
        await job.process.stop();
        await service.process.stop();
      };
    };
    await check('by_http', run, { rows: 8_000, expected: inChinese });
  });

  it('is right with typed tables on a session cluster', async () => {
    await check('remote_typed', async (topic, table) => {
      const restAddress = `127.0.0.1:${cluster.port}`;
      const job = await startJob({ kafka, database, logs: LOGS, topic, table, typed: true, restAddress });
      expect(job.dashboard).toBe(cluster.url);
      return async () => {
        await job.process.stop();
        await cancel(job.jobId);
      };
    });
  });
});

describe('TaskManagers', () => {
  it('run one job after the other', async () => {
    for (const name of ['after_1', 'after_2', 'after_3']) await check(name, submit);
    expect((await cluster.overview()).taskmanagers).toBe(2);
  });

  it('run several jobs at once', async () => {
    await Promise.all(['at_once_1', 'at_once_2', 'at_once_3'].map((name) => check(name, submit)));
    expect((await cluster.overview()).taskmanagers).toBe(2);
    cluster.assertRunning();
  });
});

describe('a JDBC catalog', () => {
  it('has the databases and tables of MariaDB, to be read, joined and written', async () => {
    const connection = await database.connect();
    await connection.query(`CREATE TABLE customer (id INT PRIMARY KEY, name VARCHAR(40) NOT NULL, credit DECIMAL(10, 2),
      since DATETIME(3))`);
    await connection.query(
      `INSERT INTO customer VALUES (1, 'Zoë', 12.50, '2024-02-29 12:30:15.123'), (2, 'Bo', NULL, NULL)`,
    );
    const tEnv = TableEnvironment.create(EnvironmentSettings.inBatchMode());
    const { jdbcUrl, user, password } = database;
    const options = { 'base-url': jdbcUrl.slice(0, jdbcUrl.lastIndexOf('/')), 'default-database': database.database };
    const withs = Object.entries({ type: 'jdbc', ...options, username: user, password });
    const create = `CREATE CATALOG db WITH (${withs.map(([key, value]) => `'${key}' = '${value}'`).join(', ')})`;
    await tEnv.executeSql(create);
    await tEnv.useCatalog('db');
    expect(await tEnv.listDatabases()).toContain(database.database);
    expect(await tEnv.listTables()).toContain('customer');

    const customer = tEnv.from('customer');
    expect(String(await customer.getResolvedSchema())).toBe(`(
  \`id\` INT NOT NULL,
  \`name\` VARCHAR(40) NOT NULL,
  \`credit\` DECIMAL(10, 2),
  \`since\` TIMESTAMP(3),
  CONSTRAINT \`PRIMARY\` PRIMARY KEY (\`id\`) NOT ENFORCED
)`);
    const written = await tEnv.executeSql(
      "INSERT INTO customer VALUES (3, '日本', 0.01, TIMESTAMP '1970-01-01 00:00:00')",
    );
    await written.await();
    const orders = tEnv.fromValues(
      { customerId: DataTypes.INT(), n: DataTypes.INT() },
      [1, 3, 3, 4].map((customerId, n) => ({ customerId, n })),
    );
    const joined = customer.join(orders, (c, o) => c.id.isEqual(o.customerId)).select('name', 'credit', 'since', 'n');
    const rows: Record<string, unknown>[] = [];
    for await (const row of (await joined.execute()).collect()) rows.push(row as Record<string, unknown>);
    expect(rows.map((row) => Object.values(row).map(String).join(' ')).sort()).toEqual([
      'Zoë 12.5 2024-02-29T12:30:15.123 0',
      '日本 0.01 1970-01-01T00:00:00 1',
      '日本 0.01 1970-01-01T00:00:00 2',
    ]);
    // As q13 of Nexmark: what is bounded, looked up at the time of processing.
    const streaming = TableEnvironment.create(EnvironmentSettings.inStreamingMode());
    await streaming.executeSql(create);
    const numbers = streaming.fromValues({ x: DataTypes.INT() }, [{ x: 2 }, { x: 3 }, { x: 4 }]);
    streaming.createTemporaryView('numbers', numbers);
    const lookup = await streaming.executeSql(`SELECT x, name FROM (SELECT x, PROCTIME() AS pt FROM numbers) AS o
      JOIN db.${database.database}.customer FOR SYSTEM_TIME AS OF o.pt AS c ON c.id = o.x`);
    expect((await lookup.toArray()).sort((a, b) => a.x - b.x)).toEqual([
      { x: 2, name: 'Bo' },
      { x: 3, name: '日本' },
    ]);
    await streaming.close();

    await expect(tEnv.from('customers').execute()).rejects.toMatchObject({ code: 'TABLE_NOT_FOUND' });
    const refused = create.replace('CATALOG db', 'CATALOG other').replace(password, 'wrong');
    await expect(tEnv.executeSql(refused)).rejects.toMatchObject({ code: 'JDBC_ERROR' });
    await Promise.all([tEnv.close(), connection.end()]);
  });
});

describe('a table whose Kafka is away', () => {
  it('is an error after a bounded time', async () => {
    const failure = await away;
    expect(failure).toBeInstanceOf(FlinkError);
    expect(failure).toMatchObject({
      code: 'CONNECTION_FAILED',
      message: expect.stringMatching(/^Kafka cannot be reached: .*\nCheck the table's option 'properties.bootstrap/),
    });
  });
});

/** Resolves to the failure of a job whose Kafka is not there. Kafka's client tries for a minute. */
async function awayFailure(): Promise<unknown> {
  const tEnv = TableEnvironment.create(EnvironmentSettings.inStreamingMode());
  const [port] = await freePorts(1);
  try {
    const result = await insert(tEnv, { bootstrapServers: `127.0.0.1:${port}` }, 'away', 'away');
    await result.await(120_000);
    return undefined;
  } catch (error) {
    return error;
  } finally {
    await tEnv.close();
  }
}

/** Submits the job to the cluster from this process; resolves to what cancels it. */
async function submit(topic: string, table: string): Promise<() => Promise<void>> {
  const tEnv = TableEnvironment.create(
    EnvironmentSettings.newInstance()
      .inStreamingMode()
      .withConfiguration({
        'execution.target': 'remote',
        'rest.address': '127.0.0.1',
        'rest.port': cluster.port,
        'parallelism.default': 2,
        'pipeline.name': topic,
        'table.exec.mini-batch.enabled': true,
        'table.exec.mini-batch.allow-latency': '200 ms',
        'table.exec.mini-batch.size': 5000,
      })
      .build(),
  );
  const result = await insert(tEnv, kafka, topic, table);
  return async () => {
    await cancel(result.getJobClient()?.getJobID() ?? '');
    await tEnv.close();
  };
}

/** The job in SQL. */
async function insert(
  tEnv: TableEnvironment,
  broker: { readonly bootstrapServers: string },
  topic: string,
  table: string,
): Promise<TableResult<unknown>> {
  tEnv.createTemporarySystemFunction('ip_to_province', ipToProvince);
  await tEnv.executeSql(`
    CREATE TABLE access_log (uuid STRING, client_ip STRING, request_time BIGINT, response_size BIGINT, uri STRING)
    WITH ('connector' = 'kafka', 'topic' = '${topic}', 'properties.bootstrap.servers' = '${broker.bootstrapServers}',
      'scan.startup.mode' = 'earliest-offset', 'format' = 'csv', 'csv.ignore-parse-errors' = 'true')`);
  await tEnv.executeSql(`
    CREATE TABLE access_statistic (province STRING, access_count BIGINT, total_download BIGINT, download_speed DOUBLE,
      PRIMARY KEY (province) NOT ENFORCED)
    WITH ('connector' = 'jdbc', 'driver' = 'com.mysql.cj.jdbc.Driver', 'url' = '${database.jdbcUrl}',
      'table-name' = '${table}', 'username' = '${database.user}', 'password' = '${database.password}',
      'sink.buffer-flush.interval' = '500ms')`);
  return tEnv.executeSql(`
    INSERT INTO access_statistic
    SELECT province, COUNT(uuid), SUM(response_size), CAST(SUM(response_size) AS DOUBLE) / SUM(request_time)
    FROM (SELECT ip_to_province(client_ip) AS province, uuid, response_size, request_time FROM access_log
      WHERE uuid IS NOT NULL AND client_ip IS NOT NULL AND request_time IS NOT NULL AND response_size IS NOT NULL
        AND uri IS NOT NULL)
    GROUP BY province`);
}

/** Cancels a job of the cluster, and waits for its end. */
async function cancel(jobId: string): Promise<void> {
  await fetch(`${cluster.url}/jobs/${jobId}?mode=cancel`, { method: 'PATCH' });
  const state = async () => {
    const job = (await (await fetch(`${cluster.url}/jobs/${jobId}`)).json()) as { state: string };
    return job.state;
  };
  await expect.poll(state, { timeout: 30_000 }).toBe('CANCELED');
}
