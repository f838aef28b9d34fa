import type { Socket } from 'node:net';
import { createServer } from 'node:tls';
import type { TlsOptions } from './options.js';
import type { WorkerProcess } from './worker-process.js';

const LONGEST_HEAD = 4096;

/** What every TLS server of a server of workers is made with. */
export function tlsSettings({ cert, key, clientCa }: TlsOptions) {
  return {
    cert,
    key,
    minVersion: 'TLSv1.2' as const,
    handshakeTimeout: 10_000,
    ...(clientCa && { ca: clientCa, requestCert: true, rejectUnauthorized: true }),
  };
}

/** Reads the head of a connection: gives the worker that it names; undefined where it names none. */
export async function readHead(socket: Socket): Promise<string | undefined> {
  let head = '';
  for (;;) {
    const chunk = socket.read() as Buffer | null;
    if (chunk) {
      head += chunk.toString('latin1');
      const end = head.indexOf('\r\n\r\n');
      if (end >= 0) {
        // Nothing may follow before it is answered.
        return head.length === end + 4 ? /^CONNECT ([0-9a-f]{32}):1 HTTP\/1\.1\s/.exec(head)?.[1] : undefined;
      }
      if (head.length > LONGEST_HEAD) return undefined;
    } else {
      if (socket.readableEnded || socket.destroyed) return undefined;
      await new Promise<void>((resolve) => {
        for (const event of ['readable', 'end', 'close']) socket.once(event, resolve);
      });
    }
  }
}

/** Joins a connection with a worker, by TLS where there are certificates; the worker asks for its own token. */
export function joinWith(
  worker: WorkerProcess,
  socket: Socket,
  tls: TlsOptions | undefined,
  refused: (error: Error) => void,
): void {
  const join = (outer: Socket) => {
    const inner = worker.connect();
    outer.pipe(inner).pipe(outer);
    for (const [one, other] of [
      [outer, inner],
      [inner, outer],
    ] as const) {
      one.on('error', () => {}); // 'close' follows
      one.once('close', () => other.destroy());
    }
  };
  socket.setNoDelay(true);
  socket.write('HTTP/1.1 200 OK\r\n\r\n');
  if (!tls) {
    join(socket);
    return;
  }
  createServer({ ...tlsSettings(tls), ALPNProtocols: ['h2'] }, join)
    .on('tlsClientError', refused)
    .emit('connection', socket);
}
