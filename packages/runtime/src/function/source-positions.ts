import { originalPositionFor, TraceMap } from '@jridgewell/trace-mapping';

/** A stack trace in terms of the user's sources. */
export interface MappedStack {
  readonly stack: string;
  /** The topmost frame in code of the user's own, else in any source of the bundle. */
  readonly frame?: string;
}

const POSITION = /(tsflink-bundle:[^\s():]+):(\d+):(\d+)/;

/** Finds the sources behind positions in bundles. */
export class SourcePositions {
  readonly #maps = new Map<string, TraceMap>();

  /** Makes a script's source map (JSON) known. */
  add(script: string, sourceMap: string): void {
    this.#maps.set(script, new TraceMap(sourceMap));
  }

  /** Rewrites the frames of a stack trace that lie in bundles and leaves out those of the runtime. */
  map(stack: string): MappedStack {
    const lines: string[] = [];
    const frames: string[] = [];
    for (const line of stack.split('\n')) {
      const match = POSITION.exec(line);
      if (match === null) {
        if (!/^\s+at /.test(line) || line.includes('node:')) lines.push(line);
        continue;
      }
      const position = this.#original(match[1] as string, Number(match[2]), Number(match[3]));
      lines.push(line.replace(match[0], position));
      frames.push(position);
    }
    const frame = frames.find((position) => !position.includes('node_modules/')) ?? frames[0];
    return frame === undefined ? { stack: lines.join('\n') } : { stack: lines.join('\n'), frame };
  }

  #original(script: string, line: number, column: number): string {
    const map = this.#maps.get(script);
    const original = map && originalPositionFor(map, { line, column: column - 1 });
    if (original?.source == null) return `${script}:${line}:${column}`;
    return `${original.source}:${original.line}:${original.column + 1}`;
  }
}
