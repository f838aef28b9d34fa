import { type GatewayAddress, startGateway } from '../../../packages/tsflink/src/gateway/process.js';

/** One gateway, and one Flink, for all of the suite: the tests attach to it. */
export default async function setup(): Promise<void> {
  if (process.env.TSFLINK_GATEWAY_ADDRESS) return;
  const gateway: GatewayAddress = await startGateway(() => {});
  process.env.TSFLINK_GATEWAY_ADDRESS = gateway.address;
  process.env.TSFLINK_GATEWAY_TOKEN = gateway.token;
}
