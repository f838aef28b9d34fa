import { fileURLToPath } from 'node:url';

/** A place in the user's program; lines and columns count from 1; a column of 0 is not known. */
export interface SourcePosition {
  /** Absolute path. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** The place of a line `at name (file:///a.ts:1:2)` of a stack trace; undefined for other lines, and for Node's own. */
export function parseFrame(text: string): SourcePosition | undefined {
  const match = /^\s+at (?:.*\()?(?:async )?(.+?):(\d+):(\d+)\)?$/.exec(text);
  if (!match) return undefined;
  const [, at = '', line, column] = match;
  if (at.startsWith('node:')) return undefined;
  const file = at.startsWith('file:') ? fileURLToPath(at) : at;
  return { file: file.replace(/\?.*$/, ''), line: Number(line), column: Number(column) };
}
