import type { SessionCluster } from '@tsflink/servers';
import { type AnyUdf, EnvironmentSettings, TableEnvironment } from 'tsflink';
import { functions, largest } from './functions.js';

const MINUTES = 60_000;

/** Submits jobs of all kinds of functions to a cluster, one after the other. */
export class Soak implements AsyncDisposable {
  readonly tEnv: TableEnvironment;

  constructor(cluster: SessionCluster, withRuntime: boolean, engine: 'embedded' | 'process' = 'embedded') {
    this.tEnv = TableEnvironment.create(
      EnvironmentSettings.newInstance()
        .inStreamingMode()
        .withConfiguration({
          'execution.target': 'remote',
          'rest.address': '127.0.0.1',
          'rest.port': cluster.port,
          'parallelism.default': 1,
          'tsflink.runtime.ship': !withRuntime,
          'tsflink.function.engine': engine,
        })
        .build(),
    );
    for (const [name, fn] of Object.entries<AnyUdf>(functions)) this.tEnv.createTemporarySystemFunction(name, fn);
  }

  /** Runs one job to its end: a query over so many rows. */
  async run(query: string, rows: number): Promise<void> {
    await this.tEnv.executeSql(`DROP TEMPORARY VIEW IF EXISTS largest_two`);
    await this.tEnv.executeSql(`DROP TEMPORARY TABLE IF EXISTS source`);
    await this.tEnv.executeSql(`CREATE TEMPORARY TABLE source (
        n BIGINT, k AS MOD(n, 1000), ts AS CAST(CURRENT_TIMESTAMP AS TIMESTAMP_LTZ(3)), WATERMARK FOR ts AS ts
      ) WITH ('connector' = 'datagen', 'rows-per-second' = '2000000000', 'number-of-rows' = '${rows}')`);
    await this.tEnv.executeSql(`CREATE TEMPORARY TABLE IF NOT EXISTS sink (s STRING) WITH ('connector' = 'blackhole')`);
    const groups = this.tEnv.from('source').groupBy('k');
    this.tEnv.createTemporaryView('largest_two', groups.flatAggregate(($) => largest($.n)).select('n'));
    const result = await this.tEnv.executeSql(`INSERT INTO sink ${query}`);
    await result.await(30 * MINUTES);
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.tEnv.close();
  }
}
