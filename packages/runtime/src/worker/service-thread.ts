// The thread of a worker that serves the TaskManager by gRPC; no function runs in it, so that it always answers.
import { timingSafeEqual } from 'node:crypto';
import { createServer, type ServerHttp2Session } from 'node:http2';
import process from 'node:process';
import type { MessagePort } from 'node:worker_threads';
import { Code, ConnectError, type Interceptor } from '@connectrpc/connect';
import { connectNodeAdapter } from '@connectrpc/connect-node';
import {
  WorkerControlService,
  WorkerDataService,
  WorkerLoggingService,
  WorkerMetricsService,
} from '../generated/tsflink/v1/worker_pb.js';
import { Control } from './control.js';
import { LogLines } from './log-lines.js';
import type { Threads, ToService } from './messages.js';
import { hearParent, tellParent } from './parent.js';
import { Programs } from './programs.js';
import { PROTOCOL_VERSION } from './protocol-version.js';
import { receiveFiles } from './receive-files.js';
import { WorkerMetrics } from './worker-metrics.js';

const WINDOW = 8 << 20;

/** Listens where the parent says, for whoever knows the token. */
export async function serve(
  functions: MessagePort,
  answers: MessagePort,
  threads: Threads,
  inspector: string | undefined,
): Promise<void> {
  const parent = await hearParent();
  const control = new Control(functions, PROTOCOL_VERSION, inspector);
  const log = new LogLines();
  const metrics = new WorkerMetrics();
  const programs = new Programs(functions, answers, threads, metrics);
  functions.on('message', (message: ToService) => {
    if (message.kind === 'log') log.add(message.line);
    else if (message.kind === 'memory') metrics.note(message);
    else if (message.kind === 'loaded') control.loaded(message.id, message.failure);
    else programs.take(message);
  });

  const handler = connectNodeAdapter({
    interceptors: [authorize(parent.token)],
    grpcWeb: false,
    acceptCompression: [],
    connect: false,
    readMaxBytes: 2 ** 32 - 1,
    routes: (router) => {
      router.service(WorkerControlService, {
        greet: control.greet,
        loadArtifact: control.loadArtifact,
        sendFiles: (parts) => receiveFiles(parts, parent.directory),
      });
      router.service(WorkerDataService, { runProgram: programs.run });
      router.service(WorkerLoggingService, { followLog: (_, { signal }) => log.follow(signal) });
      router.service(WorkerMetricsService, { followMetrics: (_, { signal }) => metrics.follow(signal) });
    },
  });
  const server = createServer({ settings: { initialWindowSize: WINDOW } }, handler);
  server.on('session', (session: ServerHttp2Session) => session.setLocalWindowSize(WINDOW));
  server.once('error', (error) => tellParent({ error: `cannot listen on ${parent.socket}: ${error.message}` }));
  server.listen(parent.socket, () => tellParent({ ready: process.pid }));
}

function authorize(token: string): Interceptor {
  const expected = Buffer.from(`Bearer ${token}`);
  return (next) => async (request) => {
    const given = Buffer.from(request.header.get('authorization') ?? '');
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
      throw new ConnectError('The token is not that of this worker.', Code.Unauthenticated);
    }
    return await next(request);
  };
}
