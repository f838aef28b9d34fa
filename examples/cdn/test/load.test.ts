import { describe, expect, it } from 'vitest';
import { Expected } from '../load/expected.js';
import { LineGenerator } from '../load/line-generator.js';
import { splitCsv } from '../load/split-csv.js';

/** Each line, and whether Flink's CSV format keeps it with all five columns: tried on Flink 2.3.0. */
const lines: [string, boolean][] = [
  ['u,10.1.2.3,1,2,/x', true],
  ['u,10.1.2.3,1,2,/x,', true],
  ['u,10.1.2.3,1,2,', true],
  ['u,10.1.2.3, 12 ,+5,/x', true],
  ['u,10.1.2.3,"1","2",/x', true],
  ['u,10.1.2.3,9223372036854775807,-9223372036854775808,/x', true],
  ['u,10.1.2.3,1,2,"/x?tags=""a"",b"', true],
  ['u,10.1.2.3,1,2,/x"y', true],
  ['u,not an address,1,2,/x', true],
  ['u,10.1.2.3,1,2,/x,,', false],
  ['u,10.1.2.3,1,2', false],
  ['u', false],
  ['', false],
  ['u,10.1.2.3,fast,2,/x', false],
  ['u,10.1.2.3,,2,/x', false],
  ['u,10.1.2.3,1.5,1e400,/x', false],
  ['u,10.1.2.3,9223372036854775808,1,/x', false],
  ['u,10.1.2.3,0x10,2,/x', false],
  ['u,10.1.2.3,--1,2,/x', false],
  ['u,10.1.2.3,1,2,/x,HIT,edge', false],
  ['"u,10.1.2.3,1,2,/x', false],
  ['u,"10.1.2.3"?,1,2,/x', false],
  ['u,10.1.2.3,1,2,"/x', false],
  ['u,10.1.2.3,1,2,"/x"y', false],
];

describe('the expected statistics', () => {
  it.each(lines)('%s counts: %s', (line, counts) => {
    const expected = new Expected();
    expected.add(line);
    expect(expected.counted).toBe(counts ? 1 : 0);
  });

  it('are sums by province', () => {
    const expected = new Expected();
    for (const line of ['a,10.8.0.1,10,100,/', 'b,10.240.0.9,20,50,/', 'c,10.113.0.0,4,10,/', 'd,999.1.1.1,1,1,/']) {
      expected.add(line);
    }
    expect([...expected.statistics()]).toEqual([
      ['Beijing', { accessCount: 2n, totalDownload: 150n, downloadSpeed: 5 }],
      ['Shanghai', { accessCount: 1n, totalDownload: 10n, downloadSpeed: 2.5 }],
      ['Unknown', { accessCount: 1n, totalDownload: 1n, downloadSpeed: 1 }],
    ]);
  });
});

describe('the generated lines', () => {
  const generate = (seed: number, malformedShare: number, count = 2_000) => {
    const generator = new LineGenerator({ seed, malformedShare });
    return Array.from({ length: count }, () => generator.next());
  };

  it('are the same for the same seed', () => {
    expect(generate(1, 0.1)).toEqual(generate(1, 0.1));
    expect(generate(1, 0.1)).not.toEqual(generate(2, 0.1));
  });

  it('are all well-formed without a malformed share, and skewed by region', () => {
    const expected = new Expected();
    for (const line of generate(3, 0)) {
      expect(splitCsv(line)).toHaveLength(5);
      expected.add(line);
    }
    expect(expected.counted).toBe(2_000);
    const counts = [...expected.statistics().values()].map(({ accessCount }) => Number(accessCount));
    expect(counts.length).toBeGreaterThan(10);
    expect(Math.max(...counts)).toBeGreaterThan(4 * Math.min(...counts));
  });

  it('are malformed in the share asked for', () => {
    const wellFormed = /^[\da-f-]{36},[\d.]+,\d+,\d+,https:\S+\d$/;
    const odd = generate(4, 0.25, 8_000).filter((line) => !wellFormed.test(line)).length;
    expect(odd / 8_000).toBeGreaterThan(0.2);
    expect(odd / 8_000).toBeLessThan(0.3);
  });
});
