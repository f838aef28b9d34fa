import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chineseNames, inChinese } from '../service/names.js';
import { provinceService } from '../service/province-service.js';
import { lookUpProvince } from '../src/ip-to-province-by-http.js';
import provinces from '../src/provinces.json' with { type: 'json' };

async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

describe('the province of an address, by HTTP', () => {
  const servers = [provinceService(1), createServer(() => undefined)] as const;
  let service: string;
  let silent: string;
  beforeAll(async () => {
    [service, silent] = await Promise.all([listening(servers[0]), listening(servers[1])]);
  });
  afterAll(() => {
    for (const server of servers) {
      server.closeAllConnections();
      server.close();
    }
  });

  it('is read from an answer in GBK', async () => {
    const answer = await fetch(`${service}?ip=10.113.0.0`);
    expect([...new Uint8Array(await answer.arrayBuffer())]).toEqual([0xc9, 0xcf, 0xba, 0xa3]); // 上海
    expect(await lookUpProvince(service, '10.113.0.0')).toBe('上海');
    expect(await lookUpProvince(service, '10.8.0.1')).toBe('北京');
  });

  it('is UnKnow when there is none, no answer, no answer in time, or no service', async () => {
    expect(await lookUpProvince(service, '198.18.0.1')).toBe('UnKnow');
    expect(await lookUpProvince(service, '10.1&ip=10.8.0.1')).toBe('UnKnow');
    expect(await lookUpProvince(silent, '10.8.0.1', 20)).toBe('UnKnow');
    expect(await lookUpProvince('http://127.0.0.1:1/', '10.8.0.1')).toBe('UnKnow');
    expect(await lookUpProvince('no address', '10.8.0.1')).toBe('UnKnow');
  });
});

describe('the names', () => {
  it('are there for each province, and no two are the same', () => {
    expect(Object.keys(chineseNames)).toEqual(Object.keys(provinces));
    expect(new Set(Object.values(chineseNames)).size).toBe(Object.keys(provinces).length);
    const statistic = { accessCount: 1n, totalDownload: 2n, downloadSpeed: 3 };
    const renamed = inChinese(new Map(['Hebei', 'Unknown'].map((province) => [province, statistic])));
    expect([...renamed.keys()]).toEqual(['河北', 'UnKnow']);
  });
});
