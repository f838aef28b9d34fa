import { connect, type Socket } from 'node:net';
import type { Interceptor, Transport } from '@connectrpc/connect';
import { createGrpcTransport } from '@connectrpc/connect-node';
import type { GatewayAddress } from './process.js';

/** The largest request that a gateway takes, in bytes. */
const MOST_BYTES = 512 * 2 ** 20;

/** A gRPC connection with a gateway. It does not keep the process alive: {@link keepAlive} does. */
export function gatewayTransport({ address, token }: GatewayAddress): Transport {
  const authorize: Interceptor = (next) => (request) => {
    request.header.set('authorization', `Bearer ${token}`);
    return next(request);
  };
  return createGrpcTransport({
    baseUrl: `http://${address}`,
    interceptors: [authorize],
    acceptCompression: [],
    readMaxBytes: 2 ** 32 - 1,
    writeMaxBytes: MOST_BYTES,
    // in megabytes: by default Node.js opens no streams while 10 MB are on their way
    nodeOptions: { maxSessionMemory: 4096, createConnection: (authority) => quietSocket(authority) },
  });
}

/** A socket that does not keep the process alive, whatever HTTP/2 asks of it. */
function quietSocket({ hostname, port }: URL): Socket {
  const socket = connect({ host: hostname, port: Number(port), noDelay: true });
  socket.unref();
  socket.ref = () => socket;
  return socket;
}
