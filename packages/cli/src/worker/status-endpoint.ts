import { createServer, type Server } from 'node:http';
import type { Leases } from './leases.js';
import type { ServerMetrics } from './server-metrics.js';

/** Tells over HTTP whether the server lives (`/healthz`), takes tasks (`/readyz`), and what it counts (`/metrics`). */
export function statusEndpoint(leases: Leases, { registry }: ServerMetrics): Server {
  return createServer(async (request, response) => {
    const say = (status: number, text: string, type = 'text/plain') =>
      response.writeHead(status, { 'content-type': type }).end(text);
    if (request.method !== 'GET') say(405, 'GET only\n');
    else if (request.url === '/healthz') say(200, 'ok\n');
    else if (request.url === '/readyz') leases.isStopping ? say(503, 'is about to end\n') : say(200, 'ok\n');
    else if (request.url === '/metrics') say(200, await registry.metrics(), registry.contentType);
    else say(404, 'There are /healthz, /readyz and /metrics.\n');
  });
}
