import { freePorts } from '@tsflink/servers';
import { type GatewayAddress, startGateway } from '../../../packages/tsflink/src/gateway/process.js';

/** One gateway, and one Flink, for all of the suite: the tests attach to it. */
export default async function setup(): Promise<void> {
  if (process.env.TSFLINK_GATEWAY_ADDRESS) return;
  const [prometheus] = await freePorts(1);
  const gateway: GatewayAddress = await startGateway(() => {}, {
    'metrics.fetcher.update-interval': '100',
    'metrics.reporter.prom.factory.class': 'org.apache.flink.metrics.prometheus.PrometheusReporterFactory',
    'metrics.reporter.prom.port': `${prometheus}`,
  });
  process.env.TSFLINK_TEST_PROMETHEUS = `${prometheus}`;
  process.env.TSFLINK_GATEWAY_ADDRESS = gateway.address;
  process.env.TSFLINK_GATEWAY_TOKEN = gateway.token;
}
