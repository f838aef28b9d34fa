import iconv from 'iconv-lite';
import { asyncUdf, DataTypes } from 'tsflink';

const { STRING } = DataTypes;

/** How long an answer is waited for, in milliseconds. */
const TIMEOUT_MS = 10_000;

/** The province of an IPv4 address, by a service that answers in GBK; `UnKnow` when that fails, or takes too long. */
export async function lookUpProvince(service: string, ip: string, timeoutMs = TIMEOUT_MS): Promise<string> {
  try {
    const url = `${service}?ip=${encodeURIComponent(ip)}`;
    const response = await fetch(url, { signal: AbortSignal.timeout(timeoutMs) });
    // Also of an answer that says no: its connection is free again only when it has been read.
    const body = Buffer.from(await response.arrayBuffer());
    return response.ok ? iconv.decode(body, 'gbk') : 'UnKnow';
  } catch {
    return 'UnKnow';
  }
}

/** The same function as ip-to-province.ts for a service at an `http://` address, with many look-ups at once. */
export function ipToProvinceAt(service: string) {
  return asyncUdf({ name: 'ip_to_province', args: [STRING()], returns: STRING().notNull() }, async (ip) =>
    ip === null ? 'UnKnow' : lookUpProvince(service, ip),
  );
}
