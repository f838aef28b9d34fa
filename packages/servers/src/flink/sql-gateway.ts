import { join } from 'node:path';
import { jdkTool } from '../process/jdk.js';
import type { ServerOptions } from '../process/server-options.js';
import { ServerProcess } from '../process/server-process.js';
import { startOnPorts } from '../process/start-on-ports.js';
import { javaArguments, type SqlTarget } from './sql-tools.js';

const GATEWAY = 'org.apache.flink.table.gateway.SqlGateway';

/** Flink's SQL gateway, as it comes from Apache: a process with a REST interface on loopback. */
export class SqlGateway {
  private constructor(
    readonly process: ServerProcess,
    /** The address of its REST interface. */
    readonly url: string,
  ) {}

  /** Starts it. */
  static async start(target: SqlTarget, options: ServerOptions): Promise<SqlGateway> {
    return startOnPorts("Flink's SQL gateway", options.port, async ([port]) => {
      const process = ServerProcess.start({
        name: "Flink's SQL gateway",
        command: jdkTool('java'),
        args: [
          ...(await javaArguments(GATEWAY, target)),
          '-Dsql-gateway.endpoint.rest.address=127.0.0.1',
          `-Dsql-gateway.endpoint.rest.port=${port}`,
        ],
        env: { FLINK_CONF_DIR: target.directory },
        logFile: join(options.logs, 'sql-gateway.log'),
      });
      const gateway = new SqlGateway(process, `http://127.0.0.1:${port}/v3`);
      await process.ready(() => gateway.request('GET', '/info'));
      return gateway;
    });
  }

  /** Makes a request of its REST interface; what it answers. */
  async request(method: 'GET' | 'POST', path: string, body?: unknown): Promise<unknown> {
    const response = await fetch(`${this.url}${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
      signal: AbortSignal.timeout(60_000),
    });
    return response.json();
  }

  /** Ends it. */
  stop(): Promise<void> {
    return this.process.stop();
  }
}
