import { createServer, type Server } from 'node:http';
import iconv from 'iconv-lite';
import { provinceOf } from '../load/expected.js';
import { addressToNumber } from '../load/ranges.js';
import { chineseNames } from './names.js';

/**
 * A service as they are found: `/?ip=10.8.0.1` is answered after a while, in GBK. It has no answer for an address in no
 * range (404), and breaks off the connection for what is no address.
 */
export function provinceService(latencyMs: number): Server {
  return createServer((request, response) => {
    const ip = new URL(request.url ?? '', 'http://service').searchParams.get('ip') ?? '';
    setTimeout(() => {
      if (addressToNumber(ip) === undefined) {
        request.socket.destroy();
        return;
      }
      const name = chineseNames[provinceOf(ip)];
      response.writeHead(name ? 200 : 404, { 'content-type': 'text/plain; charset=gbk' });
      response.end(iconv.encode(name ?? '未知', 'gbk'));
    }, latencyMs);
  });
}
