import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A place in the user's program; lines and columns count from 1. */
export interface SourcePosition {
  /** Absolute path. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Frames kept of a call: those of this package between the user's call and here are few. */
const DEPTH = 10;

/** Where the user's program called. Costs little to make: text is made of the stack only when it is asked for. */
export class CallSite {
  declare private readonly stack: string;

  constructor() {
    const limit = Error.stackTraceLimit;
    Error.stackTraceLimit = DEPTH;
    Error.captureStackTrace(this, CallSite);
    Error.stackTraceLimit = limit;
  }

  /** The frames of the user's program, innermost first, as lines of a stack trace. */
  get frames(): readonly string[] {
    return this.stack.split('\n').filter((line) => {
      const frame = parseFrame(line);
      return frame !== undefined && !frame.file.startsWith(ownDirectory());
    });
  }

  /** The user's call as the engine ran it: of compiled code, the place in the `.js` file. */
  get generated(): SourcePosition | undefined {
    const [first] = this.frames;
    return first === undefined ? undefined : parseFrame(first);
  }

  /** The user's call in its source: of compiled code, the place that its source map names. */
  get position(): SourcePosition | undefined {
    const { generated } = this;
    return generated && original(generated);
  }
}

/** `src/job.ts:12:9`, from the working directory where the file is below it. */
export function formatPosition({ file, line, column }: SourcePosition): string {
  const below = relative(process.cwd(), file);
  return `${below.startsWith('..') || isAbsolute(below) ? file : below}:${line}:${column}`;
}

/** The place of a line `at name (file:///a.ts:1:2)`; undefined for those of Node itself. */
function parseFrame(text: string): SourcePosition | undefined {
  const match = /^\s+at (?:.*\()?(?:async )?(.+?):(\d+):(\d+)\)?$/.exec(text);
  if (!match) return undefined;
  const [, at = '', line, column] = match;
  if (at.startsWith('node:')) return undefined;
  const file = at.startsWith('file:') ? fileURLToPath(at) : at;
  return { file: file.replace(/\?.*$/, ''), line: Number(line), column: Number(column) };
}

let own: string | undefined;
/** The directory of this package's code, as stack traces name it (they may be mapped to its sources). */
function ownDirectory(): string {
  if (own === undefined) {
    const here = new Error().stack?.split('\n').map(parseFrame).find(Boolean)?.file ?? '';
    own = dirname(dirname(here)) + sep;
  }
  return own;
}

const maps = new Map<string, SourceMap | null>();

/** Follows the source map of a compiled file, where it has one and Node was not told to. */
function original(generated: SourcePosition): SourcePosition {
  if (!/\.[cm]?js$/.test(generated.file)) return generated;
  let map = maps.get(generated.file);
  if (map === undefined) {
    map = readSourceMap(generated.file);
    maps.set(generated.file, map);
  }
  const entry = map?.findEntry(generated.line - 1, generated.column - 1);
  if (!entry || !('originalSource' in entry)) return generated;
  return {
    file: resolve(dirname(generated.file), entry.originalSource),
    line: entry.originalLine + 1,
    column: entry.originalColumn + 1,
  };
}

function readSourceMap(file: string): SourceMap | null {
  try {
    const link = /\/\/# sourceMappingURL=(\S+)\s*$/.exec(readFileSync(file, 'utf8'))?.[1];
    if (link === undefined) return null;
    const inline = /^data:application\/json[^,]*;base64,(.*)$/.exec(link)?.[1];
    const text = inline
      ? Buffer.from(inline, 'base64').toString('utf8')
      : readFileSync(resolve(dirname(file), decodeURIComponent(link)), 'utf8');
    return new SourceMap(JSON.parse(text));
  } catch {
    return null; // no map, or one that cannot be read: the generated place is still true
  }
}
