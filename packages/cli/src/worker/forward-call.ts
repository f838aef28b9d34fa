import {
  type ClientHttp2Session,
  type ClientHttp2Stream,
  constants,
  type IncomingHttpHeaders,
  type OutgoingHttpHeaders,
  type ServerHttp2Stream,
} from 'node:http2';
import { Code } from '@connectrpc/connect';

/** Ends a gRPC call with a failure. */
export function refuse(stream: ServerHttp2Stream, code: Code, message: string): void {
  if (stream.destroyed || stream.headersSent) return;
  stream.respond(
    { ':status': 200, 'content-type': 'application/grpc+proto', ...failure(code, message) },
    { endStream: true },
  );
  // What the caller still sends is not waited for.
  stream.close(constants.NGHTTP2_NO_ERROR);
}

function failure(code: Code, message: string): OutgoingHttpHeaders {
  return { 'grpc-status': String(code), 'grpc-message': encodeURIComponent(message) };
}

/** Hands a call on to another server, byte for byte; each side waits for the other one. */
export function forwardCall(
  stream: ServerHttp2Stream,
  headers: IncomingHttpHeaders,
  to: ClientHttp2Session,
  token: string,
): void {
  const { 'tsflink-worker': _, host: __, ...rest } = headers;
  let trailers: OutgoingHttpHeaders = failure(Code.Unavailable, 'the worker is gone');
  let upstream: ClientHttp2Stream;
  try {
    upstream = to.request({ ...rest, ':authority': 'localhost', ':scheme': 'http', authorization: `Bearer ${token}` });
  } catch {
    refuse(stream, Code.Unavailable, 'the worker is gone');
    return;
  }
  upstream.once('response', (response, flags) => {
    if (stream.destroyed) return;
    const endStream = (flags & constants.NGHTTP2_FLAG_END_STREAM) !== 0;
    stream.respond(withoutStatus(response), { endStream, waitForTrailers: !endStream });
  });
  upstream.once('trailers', (received) => {
    trailers = received;
  });
  stream.once('wantTrailers', () => stream.sendTrailers(trailers));
  upstream.pipe(stream, { end: false });
  stream.pipe(upstream);
  upstream.once('end', () => stream.end());
  upstream.once('close', () => {
    if (!stream.headersSent) refuse(stream, Code.Unavailable, 'the worker is gone');
    else if (!stream.writableEnded) stream.end();
  });
  // Whoever goes away is not to be worked for.
  stream.once('close', () => upstream.close(constants.NGHTTP2_CANCEL));
  upstream.on('error', () => {}); // 'close' follows
  stream.on('error', () => {});
}

function withoutStatus(headers: IncomingHttpHeaders): OutgoingHttpHeaders {
  const { connection: _, ...rest } = headers as OutgoingHttpHeaders;
  return rest;
}
