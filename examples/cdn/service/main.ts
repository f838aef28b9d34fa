// The service as a process of its own, at a free port of loopback: tsx examples/cdn/service/main.ts [latency in ms]
import type { AddressInfo } from 'node:net';
import { provinceService } from './province-service.js';

const server = provinceService(Number(process.argv[2] ?? 20));
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  console.log(`The province service is at http://127.0.0.1:${port}/`);
});
