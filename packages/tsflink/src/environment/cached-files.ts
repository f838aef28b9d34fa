import { statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FlinkError } from '../errors/flink-error.js';

/** Files that the jobs of an environment take along, or archives. Maps to Flink's `DistributedCache`. */
export class CachedFiles {
  private readonly paths = new Map<string, string>();

  /** @param names the files of all kinds, by name: one name is one file. */
  constructor(private readonly names: Map<string, string>) {}

  /** Adds one. Throws FILE_NOT_FOUND, ARGUMENT_INVALID where another one has the name. */
  add(file: string | URL, name: string | undefined): void {
    const path = typeof file === 'string' ? resolve(file) : fileURLToPath(file);
    const known = name ?? basename(path);
    if (statSync(path, { throwIfNoEntry: false }) === undefined) {
      throw new FlinkError('FILE_NOT_FOUND', `There is no file ${path}`, {
        hint: "Relative paths are those from the working directory; beside a module: new URL('./file', import.meta.url).",
      });
    }
    const other = this.names.get(known);
    if (other !== undefined && other !== path) {
      throw new FlinkError('ARGUMENT_INVALID', `Another file is known as '${known}' already: ${other}`, {
        hint: 'Give one of them another name, the second argument.',
      });
    }
    this.names.set(known, path);
    this.paths.set(known, path);
  }

  /** All of them, in the form of Flink's option `pipeline.cached-files`. */
  toString(): string {
    const entry = (key: string, value: string) => quoted(`${key}:${quoted(value)}`);
    return [...this.paths]
      .map(([name, path]) => quoted(`${entry('name', name)},${entry('path', `file://${path}`)}`))
      .join(';');
  }
}

/** A part of a structured option: what is in quotes is not split. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
