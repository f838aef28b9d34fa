import type { Statistics } from './statistics-table.js';

/** What the terminal shows of the running demo. */
export interface View {
  readonly elapsedSeconds: number;
  /** Lines sent to Kafka, and how many a second of late. */
  readonly sent: number;
  readonly sentRate: number;
  /** Requests counted in MariaDB, and how many a second of late. */
  readonly counted: number;
  readonly countedRate: number;
  readonly statistics: Statistics;
}

/** The statistics in the terminal, in place; a line for each view where the output is no terminal. */
export class LiveView {
  #drawn = 0;

  constructor(
    private readonly output: NodeJS.WriteStream,
    private readonly dashboard: string,
  ) {}

  show(view: View): void {
    if (!this.output.isTTY) {
      this.output.write(`${headline(view)}\n`);
      return;
    }
    const { rows = 40, columns = 120 } = this.output;
    const lines = ['', headline(view), `Flink's dashboard: ${this.dashboard}`, '', ...table(view.statistics)]
      // A line that wraps, or one beyond the bottom, would spoil the way back up.
      .slice(0, rows - 2)
      .map((line) => line.slice(0, columns));
    // Up to where the last view began, then each line anew up to its end, and nothing below.
    const up = this.#drawn > 0 ? `\x1b[${this.#drawn}A` : '';
    this.output.write(`${up}${lines.map((line) => `${line}\x1b[K\n`).join('')}\x1b[J`);
    this.#drawn = lines.length;
  }
}

function headline(view: View): string {
  const { elapsedSeconds, sent, sentRate, counted, countedRate } = view;
  return `${elapsedSeconds.toFixed(0).padStart(3)} s   sent ${group(sent)} lines (${group(sentRate)}/s)   counted in MariaDB ${group(counted)} (${group(countedRate)}/s)`;
}

/** The statistics as lines of text. */
export function table(statistics: Statistics): string[] {
  const header = ['province', 'access_count', 'total_download', 'download_speed'];
  const rows = [...statistics].map(([province, { accessCount, totalDownload, downloadSpeed }]) => [
    province,
    group(accessCount),
    group(totalDownload),
    downloadSpeed.toFixed(3),
  ]);
  const widths = header.map((name, i) => Math.max(name.length, ...rows.map((row) => row[i]?.length ?? 0)));
  const line = (cells: string[]) =>
    cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join('  ');
  return [line(header), widths.map((width) => '─'.repeat(width)).join('  '), ...rows.map(line)];
}

const numbers = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });

function group(value: number | bigint): string {
  return numbers.format(value);
}
