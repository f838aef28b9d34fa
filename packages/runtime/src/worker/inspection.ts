import { existsSync, readFileSync } from 'node:fs';
import inspector from 'node:inspector';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** Only this machine gets to the inspector. */
const HOST = '127.0.0.1';
/** So many ports are tried, from the one that is asked for on: each process of a machine takes one. */
const PORTS = 100;
/** In two pieces: else tools take it for the source map of this file. */
const MAP_COMMENT = ['//# source', 'MappingURL='].join('');

/** The inspector of a worker: it shows the functions as they were written. */
export class Inspection {
  #waits: boolean;

  private constructor(
    /** Where debuggers connect: `ws://127.0.0.1:…`. */
    readonly url: string,
    waits: boolean,
  ) {
    this.#waits = waits;
  }

  /** Opens the inspector if the arguments of the process say so: `--inspect=9229`, and `--wait` for a debugger. */
  static open(args: readonly string[]): Inspection | undefined {
    const wanted = args.find((arg) => arg.startsWith('--inspect='));
    if (wanted === undefined) return undefined;
    const first = Number(wanted.slice(wanted.indexOf('=') + 1));
    for (let port = first; inspector.url() === undefined && port < first + PORTS; port++) inspector.open(port, HOST);
    const url = inspector.url();
    return url === undefined ? undefined : new Inspection(url, args.includes('--wait'));
  }

  /** Waits for a debugger, if it is to. */
  wait(): void {
    if (this.#waits) inspector.waitForDebugger();
  }

  /** Halts once, when functions are loaded: the debugger sets its breakpoints in them. */
  halt(): void {
    // biome-ignore lint/suspicious/noDebugger: it is what it is for
    if (this.#waits) debugger;
    this.#waits = false;
  }

  /** The code with its source map, as debuggers want it: with the places and the texts of the sources. */
  withSources(code: string, sourceMap: string): string {
    if (sourceMap === '') return code;
    const map = JSON.parse(sourceMap) as {
      sources: (string | null)[];
      sourcesContent?: (string | null)[];
      x_tsflink_directory?: string;
    };
    const files = map.sources.map((source) => source && path.resolve(map.x_tsflink_directory ?? '/', source));
    map.sources = files.map((file) => file && pathToFileURL(file).href);
    map.sourcesContent = files.map((file) => (file && existsSync(file) ? readFileSync(file, 'utf8') : null));
    const url = `data:application/json;base64,${Buffer.from(JSON.stringify(map)).toString('base64')}`;
    return `${code}\n${MAP_COMMENT}${url}`;
  }
}
