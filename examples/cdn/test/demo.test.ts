import { describe, expect, it } from 'vitest';
import { differences } from '../demo/compare.js';
import { LiveView } from '../demo/live-view.js';
import { demoOptions, UsageError } from '../demo/options.js';
import { Rate } from '../demo/rate.js';

const statistic = (accessCount: number, totalDownload = 10, downloadSpeed = 0.1) => ({
  accessCount: BigInt(accessCount),
  totalDownload: BigInt(totalDownload),
  downloadSpeed,
});

describe('the comparison', () => {
  it('finds wrong values in any column, missing rows and rows too many', () => {
    const expected = new Map([
      ['a', statistic(1)],
      ['b', statistic(1)],
      ['c', statistic(1)],
      ['d', statistic(1)],
      ['e', statistic(1)],
    ]);
    const actual = new Map([
      ['a', statistic(1)],
      ['b', statistic(2)],
      ['c', statistic(1, 11)],
      ['d', statistic(1, 10, 0.1 + Number.EPSILON)],
      ['f', statistic(1)],
    ]);
    expect(differences(expected, actual).map(({ province }) => province)).toEqual(['b', 'c', 'd', 'e', 'f']);
    expect(differences(expected, expected)).toEqual([]);
  });
});

describe('the rate', () => {
  it('is that of the last seconds', () => {
    const rate = new Rate(2_000);
    expect(rate.update(0, 0)).toBe(0);
    expect(rate.update(100, 1_000)).toBe(100);
    expect(rate.update(100, 2_000)).toBe(50);
    expect(rate.update(100, 3_000)).toBe(0);
  });
});

describe('the live view', () => {
  const view = (accessCount: number) => ({
    elapsedSeconds: 1,
    sent: 1234,
    sentRate: 5,
    counted: accessCount,
    countedRate: 7,
    statistics: new Map([['Anhui', statistic(accessCount)]]),
  });
  const show = (properties: object, ...counts: number[]) => {
    const written: string[] = [];
    const output = { ...properties, write: (text: string) => written.push(text) } as unknown as NodeJS.WriteStream;
    const live = new LiveView(output, 'http://127.0.0.1:1');
    for (const count of counts) live.show(view(count));
    return written;
  };

  it('is drawn in place on a terminal', () => {
    const [first = '', second = ''] = show({ isTTY: true, rows: 30, columns: 100 }, 1, 2);
    expect(first).toContain('counted in MariaDB 1 (7/s)');
    expect(first).toMatch(/Anhui +1 +10 +0\.100/);
    const lines = first.split('\n').length - 1;
    expect(second.startsWith(`\x1b[${lines}A`)).toBe(true);
    expect(second).toContain('counted in MariaDB 2 (7/s)');
  });

  it('never wraps, and never passes the bottom', () => {
    const [text = ''] = show({ isTTY: true, rows: 6, columns: 20 }, 1);
    const lines = text.replace('\x1b[J', '').replaceAll('\x1b[K', '').trimEnd().split('\n');
    expect(lines.length).toBeLessThanOrEqual(4);
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(20);
  });

  it('is a line each where the output is no terminal', () => {
    expect(show({}, 1, 2)).toEqual([
      '  1 s   sent 1,234 lines (5/s)   counted in MariaDB 1 (7/s)\n',
      '  1 s   sent 1,234 lines (5/s)   counted in MariaDB 2 (7/s)\n',
    ]);
  });
});

describe('the options', () => {
  it('have defaults', () => {
    expect(demoOptions([])).toMatchObject({ duration: 30, rate: 25_000, rows: 0, target: 'local', keep: false });
    expect(demoOptions(['--malformed', '20', '--target', 'remote', '--typed'])).toMatchObject({
      malformedShare: 0.2,
      target: 'remote',
      typed: true,
    });
    expect(demoOptions(['--async'])).toMatchObject({ async: true, rate: 1_000 });
    expect(demoOptions(['--async', '--rate', '7'])).toMatchObject({ async: true, rate: 7 });
    expect(demoOptions(['--help'])).toBeUndefined();
  });

  it.each([[['--rate', 'fast']], [['--duration', '-1']], [['--target', 'mars']], [['--frob']], [['--rows', '']]])(
    'that are wrong are refused: %s',
    (args) => {
      expect(() => demoOptions(args)).toThrow(UsageError);
    },
  );
});
