import path from 'node:path';

/** A place in a source file; line and column count from 1. */
export interface Position {
  /** Absolute path, or the URL of a script that is no file. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A file as people read it: relative to the working directory if it is below. */
export function formatFile(file: string): string {
  if (!path.isAbsolute(file)) return file;
  const relative = path.relative(process.cwd(), file);
  return relative.startsWith('..') ? file : relative.split(path.sep).join('/');
}

/** `file:line:column`, as editors and terminals open it. */
export function formatPosition({ file, line, column }: Position): string {
  return `${formatFile(file)}:${line}:${column}`;
}
