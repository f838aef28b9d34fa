import ipaddr from 'ipaddr.js';
import { DataTypes, udf } from 'tsflink';
import provinces from './provinces.json' with { type: 'json' };

const { STRING } = DataTypes;

const ranges = Object.fromEntries(
  Object.entries(provinces).map(([province, blocks]) => [province, blocks.map((block) => ipaddr.parseCIDR(block))]),
);

/** The province of an IPv4 address; `Unknown` for one that is in no range, or is no address at all. */
export const ipToProvince = udf({ name: 'ip_to_province', args: [STRING()], returns: STRING().notNull() }, (ip) => {
  if (ip === null || !ipaddr.IPv4.isValidFourPartDecimal(ip)) return 'Unknown';
  return ipaddr.subnetMatch(ipaddr.IPv4.parse(ip), ranges, 'Unknown');
});
