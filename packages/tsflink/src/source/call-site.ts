import { isAbsolute, relative, sep } from 'node:path';
import { parseFrame, type SourcePosition } from './frame.js';
import { original } from './original.js';
import { ownDirectory } from './own-directory.js';

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
    const own = ownDirectory() + sep;
    return this.stack.split('\n').filter((line) => {
      const frame = parseFrame(line);
      return frame !== undefined && !frame.file.startsWith(own);
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
  return `${below.startsWith('..') || isAbsolute(below) ? file : below}:${line}${column === 0 ? '' : `:${column}`}`;
}
