import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { originalPositionFor, TraceMap } from '@jridgewell/trace-mapping';
import type { AnyFunction, Functions, Location } from '../inspector/functions.js';
import type { Inspector, ScriptInfo } from '../inspector/inspector.js';
import { formatPosition, type Position } from '../position.js';
import type { AstNode } from './ast.js';
import { readSourceMap, type SourceMap } from './source-map.js';
import { type Range, Syntax } from './syntax.js';

/** A function or class in its script: the text that `toString()` gives, and the node that it is (or ends with). */
export interface Place extends Range {
  readonly node: AstNode;
}

/** What V8 does not tell of a script: one of Node.js, of its snapshot. */
const HIDDEN: ScriptInfo = { url: 'node:internal', sourceMapUrl: '', isModule: false };

/** A script that V8 has loaded: the text that really runs, after any transformation. */
export class Script {
  readonly url: string;
  /** Absolute path; empty for scripts that are no file. */
  readonly file: string;
  readonly dir: string;
  readonly source: string;
  /** An ES module for V8; transformed modules (vitest, CommonJS output) are none. */
  readonly isModule: boolean;
  /** Part of Node.js. */
  readonly isNode: boolean;
  readonly sourceMap: SourceMap | undefined;
  readonly #lineStarts: number[] = [0];
  #trace: TraceMap | undefined;
  #syntax: Syntax | undefined;

  constructor(
    readonly id: string,
    inspector: Inspector,
  ) {
    const info = inspector.scripts.get(id) ?? HIDDEN;
    this.url = info.url;
    this.isModule = info.isModule;
    this.isNode = info.url.startsWith('node:');
    const bare = info.url.replace(/[?#].*$/, '');
    this.file = bare.startsWith('file:') ? fileURLToPath(bare) : path.isAbsolute(bare) ? bare : '';
    this.dir = this.file ? path.dirname(this.file) : process.cwd();
    this.source = info === HIDDEN ? '' : inspector.source(id);
    for (let at = this.source.indexOf('\n'); at >= 0; at = this.source.indexOf('\n', at + 1)) {
      this.#lineStarts.push(at + 1);
    }
    this.sourceMap = readSourceMap(info.sourceMapUrl, this.dir);
  }

  /** The npm package that the script belongs to. */
  get packageName(): string | undefined {
    return packageNameOf(this.file);
  }

  get syntax(): Syntax {
    this.#syntax ??= new Syntax(this.source, this.isModule);
    return this.#syntax;
  }

  /** The place in the original source. */
  position(offset: number): Position {
    let line = this.#lineStarts.findIndex((start) => start > offset) - 1;
    if (line < 0) line = this.#lineStarts.length - 1;
    const column = offset - (this.#lineStarts[line] as number);
    if (this.sourceMap) {
      this.#trace ??= new TraceMap(this.sourceMap);
      const original = originalPositionFor(this.#trace, { line: line + 1, column });
      if (original.source) return { file: original.source, line: original.line, column: original.column + 1 };
    }
    return { file: this.file || this.url || '<eval>', line: line + 1, column: column + 1 };
  }

  /** The place in the original source, as text. */
  where(offset: number): string {
    return formatPosition(this.position(offset));
  }

  offset({ lineNumber, columnNumber }: Location): number {
    return (this.#lineStarts[lineNumber] as number) + columnNumber;
  }

  /** The innermost function or class around the location whose text is that of the function. */
  find(location: Location, fn: AnyFunction): Place | undefined {
    const text = textOf(fn);
    const at = this.offset(location);
    let best: Place | undefined;
    for (const node of this.syntax.functions) {
      const start = node.end - text.length;
      const around = node.start <= at && at <= node.end && start >= node.start;
      if (around && this.source.startsWith(text, start) && (!best || start >= best.start)) {
        best = { start, end: node.end, node };
      }
    }
    return best;
  }
}

/** The scripts that functions were found in, each parsed once. */
export class Scripts {
  readonly #scripts = new Map<string, Script>();

  constructor(
    readonly inspector: Inspector,
    readonly functions: Functions,
  ) {}

  get(id: string): Script {
    let script = this.#scripts.get(id);
    if (!script) {
      script = new Script(id, this.inspector);
      this.#scripts.set(id, script);
    }
    return script;
  }

  /** The script of a function; undefined for native ones. */
  of(fn: AnyFunction): Script | undefined {
    const location = this.functions.location(fn);
    return location && this.get(location.scriptId);
  }

  /** The function in its script. */
  placeOf(fn: AnyFunction): Place | undefined {
    const location = this.functions.location(fn);
    return location && this.get(location.scriptId).find(location, fn);
  }

  /** Where a function is, in the original source. */
  positionOf(fn: AnyFunction): Position | undefined {
    const location = this.functions.location(fn);
    if (!location) return undefined;
    const script = this.get(location.scriptId);
    return script.position(script.offset(location));
  }
}

/** The source text of a function, whatever `toString` it has. */
export const textOf = (fn: AnyFunction): string => Function.prototype.toString.call(fn);
/** Whether a function is a class. */
export const isClassFunction = (fn: AnyFunction): boolean => /^class\b/.test(textOf(fn));

/** The npm package of a file; undefined for files of the user. */
export function packageNameOf(file: string): string | undefined {
  return /^.*[\\/]node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/.exec(file)?.[1]?.replaceAll('\\', '/');
}
