import { type Client, createClient, type Transport } from '@connectrpc/connect';
import { GatewayService } from '../generated/tsflink/v1/gateway_pb.js';
import { keepAlive } from './keep-alive.js';
import { type GatewayAddress, startGateway } from './process.js';
import { gatewayTransport } from './transport.js';

/** A gateway, as sessions see it. */
export interface Gateway {
  readonly client: Client<typeof GatewayService>;
  /** Where it writes its log, where that is known. */
  readonly log?: string | undefined;
}

/** A gateway behind any transport: tests give one of their own. */
export function gatewayOf(transport: Transport, log?: string): Gateway {
  return { client: createClient(GatewayService, transport), log };
}

let shared: Promise<Gateway> | undefined;

/**
 * The gateway of this process: the one that TSFLINK_GATEWAY_ADDRESS and TSFLINK_GATEWAY_TOKEN name, or one that is
 * started at the first call, with what the configuration says of its cluster, and shared by all environments.
 */
export function connectGateway(configuration: Readonly<Record<string, string>> = {}): Promise<Gateway> {
  if (shared === undefined) {
    // after a failure, or the end of the gateway, the next call tries anew
    const forget = () => {
      if (shared === connecting) shared = undefined;
    };
    const connecting = locate(forget, configuration).then((found) => gatewayOf(gatewayTransport(found), found.log));
    connecting.catch(forget);
    shared = connecting;
  }
  return shared;
}

async function locate(onExit: () => void, configuration: Readonly<Record<string, string>>): Promise<GatewayAddress> {
  const { TSFLINK_GATEWAY_ADDRESS: address, TSFLINK_GATEWAY_TOKEN: token = '' } = process.env;
  return address ? { address, token } : keepAlive.during(startGateway(onExit, configuration));
}
