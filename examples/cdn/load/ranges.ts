import { readFileSync } from 'node:fs';

/** A range of IPv4 addresses, as whole numbers, and the province it belongs to. */
export interface Range {
  readonly province: string;
  readonly first: number;
  readonly last: number;
}

/** The province of addresses that no range holds. */
export const UNKNOWN = 'Unknown';

/** The ranges of `provinces.json`, in ascending order. */
export const ranges: readonly Range[] = readRanges();

function readRanges(): Range[] {
  const file = new URL('../src/provinces.json', import.meta.url);
  const provinces = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string[]>;
  return Object.entries(provinces)
    .flatMap(([province, blocks]) => blocks.map((block) => range(province, block)))
    .sort((a, b) => a.first - b.first);
}

function range(province: string, block: string): Range {
  const [address = '', prefix = ''] = block.split('/');
  const first = addressToNumber(address) ?? 0;
  return { province, first, last: first + 2 ** (32 - Number(prefix)) - 1 };
}

/** The whole number of a dotted IPv4 address; `undefined` if it is not one. */
export function addressToNumber(address: string): number | undefined {
  const parts = address.split('.');
  if (parts.length !== 4) return undefined;
  let value = 0;
  for (const part of parts) {
    const byte = Number(part);
    if (!/^(0|[1-9]\d{0,2})$/.test(part) || byte > 255) return undefined;
    value = value * 256 + byte;
  }
  return value;
}

/** The dotted form of an IPv4 address. */
export function numberToAddress(value: number): string {
  return `${value >>> 24}.${(value >>> 16) & 255}.${(value >>> 8) & 255}.${value & 255}`;
}
