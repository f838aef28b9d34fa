import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { dirname, resolve } from 'node:path';
import type { SourcePosition } from './frame.js';

const maps = new Map<string, SourceMap | undefined>();

/** Follows the source map of a compiled file, where it has one. (Node does so only when it is told to.) */
export function original(generated: SourcePosition): SourcePosition {
  if (!/\.[cm]?js$/.test(generated.file)) return generated;
  if (!maps.has(generated.file)) maps.set(generated.file, readSourceMap(generated.file));
  const entry = maps.get(generated.file)?.findEntry(generated.line - 1, generated.column - 1);
  if (!entry || !('originalSource' in entry)) return generated;
  return {
    file: resolve(dirname(generated.file), entry.originalSource),
    line: entry.originalLine + 1,
    column: entry.originalColumn + 1,
  };
}

function readSourceMap(file: string): SourceMap | undefined {
  try {
    const link = /\/\/# sourceMappingURL=(\S+)\s*$/.exec(readFileSync(file, 'utf8'))?.[1];
    if (link === undefined) return undefined;
    const inline = /^data:application\/json[^,]*;base64,(.*)$/.exec(link)?.[1];
    const text = inline
      ? Buffer.from(inline, 'base64').toString('utf8')
      : readFileSync(resolve(dirname(file), decodeURIComponent(link)), 'utf8');
    return new SourceMap(JSON.parse(text));
  } catch {
    return undefined; // no map, or one that cannot be read: the generated place is still true
  }
}
