// A server of workers for the external engine. What it authorises it hands on to a process for each task; no function
// runs in this process.
import { timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import {
  constants,
  createSecureServer,
  createServer,
  Http2ServerRequest,
  Http2ServerResponse,
  type Http2Session,
  type IncomingHttpHeaders,
  type ServerHttp2Session,
  type ServerHttp2Stream,
} from 'node:http2';
import { type AddressInfo, createServer as createTcpServer, type Server, type Socket } from 'node:net';
import { Code } from '@connectrpc/connect';
import { connectNodeAdapter } from '@connectrpc/connect-node';
import { WorkerServerService } from '@tsflink/runtime/worker';
import { Leases } from './leases.js';
import type { TlsOptions, WorkerServerOptions } from './options.js';
import { type Refusal, ServerMetrics } from './server-metrics.js';
import { statusEndpoint } from './status-endpoint.js';
import { joinWith, readHead, tlsSettings } from './tunnel.js';

const WINDOW = 8 << 20;
const HANDSHAKE_MILLIS = 10_000;
const PING_MILLIS = 10_000;

/** Who has a connection. */
interface Caller {
  readonly address: string | undefined;
  /** Whether it has shown the token. */
  isKnown: boolean;
}

/** A server of workers that listens. */
export interface WorkerServer {
  readonly port: number;
  /** Of health and metrics. */
  readonly statusPort: number | undefined;
  /** Takes no more tasks, lets those that run end until the grace period is over, ends the rest, and closes. */
  stop(gracePeriod?: number): Promise<void>;
}

/** Starts a server of workers. */
export async function startWorkerServer(options: WorkerServerOptions): Promise<WorkerServer> {
  const metrics = new ServerMetrics(options.maxTasks);
  const leases = new Leases(options, metrics);
  const handler = connectNodeAdapter({
    grpcWeb: false,
    connect: false,
    acceptCompression: [],
    routes: (router) => router.service(WorkerServerService, { leaseWorker: leases.lease }),
  });
  const isAuthorized = authorizer(options.token);
  const callers = new Map<Http2Session, Caller>();
  const server = serverFor(options.tls);

  server.on('stream', (stream: ServerHttp2Stream, headers: IncomingHttpHeaders, _: number, raw: string[]) => {
    stream.on('error', () => {}); // the caller is gone
    const caller = stream.session && callers.get(stream.session);
    if (!caller || !isAuthorized(headers)) {
      metrics.refused('token');
      options.log(`refused a call of ${caller?.address}: it does not know the token`);
      refuse(stream);
      return;
    }
    caller.isKnown = true;
    handler(new Http2ServerRequest(stream, headers, {}, raw), new Http2ServerResponse(stream));
  });
  server.on('session', (session: ServerHttp2Session) => {
    session.setLocalWindowSize(WINDOW);
    const caller = { address: session.socket.remoteAddress, isKnown: false };
    callers.set(session, caller);
    const pings = pingRegularly(session, caller);
    session.once('close', () => {
      clearInterval(pings);
      callers.delete(session);
    });
    session.on('error', ({ message }) => {
      if (!caller.isKnown) refused('protocol', caller.address, message);
    });
  });
  const refused = (reason: Refusal, address: string | undefined, message: string) => {
    metrics.refused(reason);
    options.log(`refused a connection of ${address}: ${message}`);
  };
  server.on('tlsClientError', ({ message }: Error, socket: Socket) => refused('tls', socket.remoteAddress, message));

  // Those of which it is not known yet what they are.
  const silent = new Set<Socket>();
  const entrance = createTcpServer((socket) => {
    silent.add(socket);
    socket.once('close', () => silent.delete(socket));
    socket.on('error', () => {}); // the caller is gone
    socket.setTimeout(HANDSHAKE_MILLIS, () => socket.destroy());
    socket.once('readable', async () => {
      const first = socket.read(1) as Buffer | null;
      if (!first) {
        socket.destroy();
        return;
      }
      socket.unshift(first);
      if (first.toString() !== 'C') {
        silent.delete(socket);
        socket.setTimeout(0);
        server.emit('connection', socket);
        return;
      }
      const worker = leases.find((await readHead(socket)) ?? '');
      silent.delete(socket);
      socket.setTimeout(0);
      if (worker) joinWith(worker, socket, options.tls, ({ message }) => refused('tls', socket.remoteAddress, message));
      else socket.end('HTTP/1.1 404 Not Found\r\n\r\n');
    });
  });
  const port = await listen(entrance, options.host, options.port);
  const status = options.status && statusEndpoint(leases, metrics);
  const statusPort = status && (await listen(status, options.status?.host ?? '', options.status?.port ?? 0));
  return {
    port,
    statusPort,
    stop: async (gracePeriod = options.gracePeriod) => {
      await leases.stop(gracePeriod);
      entrance.close();
      status?.close();
      for (const session of callers.keys()) session.close();
      for (const socket of silent) socket.destroy();
      status?.closeAllConnections();
    },
  };
}

function serverFor(tls: TlsOptions | undefined) {
  const settings = { initialWindowSize: WINDOW };
  return tls ? createSecureServer({ settings, ...tlsSettings(tls) }) : createServer({ settings });
}

/** Ends a call whose caller does not know the token. */
function refuse(stream: ServerHttp2Stream): void {
  const failure = {
    'grpc-status': String(Code.Unauthenticated),
    'grpc-message': 'The token is not that of this worker.',
  };
  stream.respond({ ':status': 200, 'content-type': 'application/grpc+proto', ...failure }, { endStream: true });
  // What it still sends is not waited for.
  stream.close(constants.NGHTTP2_NO_ERROR);
}

async function listen(server: Server, host: string, port: number): Promise<number> {
  server.listen(port, host);
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

function authorizer(token: string): (headers: IncomingHttpHeaders) => boolean {
  const expected = Buffer.from(`Bearer ${token}`);
  return ({ authorization = '' }) => {
    const given = Buffer.from(authorization);
    return given.length === expected.length && timingSafeEqual(given, expected);
  };
}

// A caller whose machine is gone does not close its connection: its workers must not stay for ever. One that says
// nothing has no business here.
function pingRegularly(session: ServerHttp2Session, caller: Caller): NodeJS.Timeout {
  let answered = true;
  return setInterval(() => {
    if (!answered || !caller.isKnown) session.destroy();
    else if (!session.destroyed) {
      answered = false;
      session.ping(() => {
        answered = true;
      });
    }
  }, PING_MILLIS);
}
