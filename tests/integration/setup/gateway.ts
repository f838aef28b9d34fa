import { freePorts } from '@tsflink/servers';
import { type GatewayAddress, startGateway } from '../../../packages/tsflink/src/gateway/process.js';
import { TOKEN, WorkerServerProcess } from './worker-server.js';

/**
 * One gateway, and one Flink, for all of the suite: the tests attach to it. With TSFLINK_TEST_ENGINE=process functions run
 * in processes, with TSFLINK_TEST_ENGINE=external in two servers of workers.
 */
export default async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.TSFLINK_GATEWAY_ADDRESS) return undefined;
  const engine = process.env.TSFLINK_TEST_ENGINE;
  const servers = engine === 'external' ? await startServers() : [];
  if (engine === 'process') process.env.TSFLINK_JVM_OPTS = '-Dtsflink.function.engine=process';
  const [prometheus] = await freePorts(1);
  const gateway: GatewayAddress = await startGateway(() => {}, {
    // Tests that run many jobs at the same time wait for slots.
    'slot.request.timeout': '5 min',
    'metrics.fetcher.update-interval': '100',
    'metrics.reporter.prom.factory.class': 'org.apache.flink.metrics.prometheus.PrometheusReporterFactory',
    'metrics.reporter.prom.port': `${prometheus}`,
  });
  process.env.TSFLINK_TEST_PROMETHEUS = `${prometheus}`;
  process.env.TSFLINK_TEST_LOG = gateway.log;
  process.env.TSFLINK_GATEWAY_ADDRESS = gateway.address;
  process.env.TSFLINK_GATEWAY_TOKEN = gateway.token;
  return async () => {
    await Promise.all(servers.map((server) => server.end('SIGKILL')));
  };
}

async function startServers(): Promise<WorkerServerProcess[]> {
  const servers = await Promise.all([1, 2].map(() => WorkerServerProcess.start('--max-tasks', '100')));
  process.env.TSFLINK_WORKER_TOKEN = TOKEN;
  process.env.TSFLINK_JVM_OPTS = [
    '-Dtsflink.function.engine=external',
    `-Dtsflink.external.addresses=${servers.map(({ address }) => address).join(',')}`,
    '-Dtsflink.external.tls.enabled=false',
  ].join(' ');
  return servers;
}
