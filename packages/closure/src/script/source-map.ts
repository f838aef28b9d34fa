import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** A source map (version 3), its sources absolute paths. */
export interface SourceMap {
  readonly version: 3;
  readonly sources: (string | null)[];
  readonly names: string[];
  readonly mappings: string;
}

/** Reads the source map that a script names; undefined if it names none, or one that cannot be read. */
export function readSourceMap(url: string, dir: string): SourceMap | undefined {
  if (!url) return undefined;
  try {
    const { sourceRoot = '', ...map } = JSON.parse(readText(url, dir)) as SourceMap & { sourceRoot?: string };
    const root = path.resolve(dir, path.isAbsolute(sourceRoot) ? '' : sourceRoot);
    const absolute = (source: string | null) =>
      source === null ? null : source.startsWith('file:') ? fileURLToPath(source) : path.resolve(root, source);
    return { ...map, sources: map.sources.map(absolute) };
  } catch {
    return undefined;
  }
}

function readText(url: string, dir: string): string {
  if (!url.startsWith('data:')) {
    return fs.readFileSync(url.startsWith('file:') ? fileURLToPath(url) : path.resolve(dir, url), 'utf8');
  }
  const comma = url.indexOf(',');
  const data = url.slice(comma + 1);
  return url.slice(0, comma).endsWith(';base64') ? Buffer.from(data, 'base64').toString() : decodeURIComponent(data);
}
