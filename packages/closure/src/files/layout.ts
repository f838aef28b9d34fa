import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { Module } from './module.js';

/** A file that a module reads, and that goes along with the script. */
export interface BundledFile {
  /** Where it is below the directory that the script is given: `geo-data/tables/de.bin`. */
  readonly path: string;
  /** Where it is here. */
  readonly file: string;
  readonly bytes: number;
  /** Lower-case hexadecimal SHA-256. */
  readonly hash: string;
  /** The npm package that it belongs to; absent for a file of the program. */
  readonly packageName?: string;
}

/** Where modules and files are in the task: packages side by side, each as it is here. */
export class Layout {
  readonly #roots = new Map<string, string>();
  readonly #files = new Map<string, BundledFile>();

  /** Where a file of a module's package is in the task. */
  pathOf({ root, packageName }: Module, file: string): string {
    let name = this.#roots.get(root);
    if (name === undefined) {
      const wanted = packageName ?? 'program';
      const taken = new Set(this.#roots.values());
      name = wanted;
      for (let i = 2; taken.has(name); i++) name = `${wanted}-${i}`;
      this.#roots.set(root, name);
    }
    return path.posix.join(name, path.relative(root, file).split(path.sep).join('/'));
  }

  /** Adds files that a module reads; also the module, where its folder would else not be there: `lib/../data.txt`. */
  add(module: Module, files: readonly string[]): void {
    const dir = `${path.dirname(module.file)}/`;
    this.#add(
      module,
      files.length === 0 || files.some((file) => file.startsWith(dir)) ? files : [...files, module.file],
    );
  }

  #add(module: Module, files: readonly string[]): void {
    for (const file of files) this.#put(this.pathOf(module, file), file, module.packageName);
  }

  /** Adds files of a package that has a folder of its own. */
  addPackage(name: string, folder: string, root: string, files: readonly string[]): void {
    for (const file of files) {
      this.#put(path.posix.join(folder, path.relative(root, file).split(path.sep).join('/')), file, name);
    }
  }

  #put(place: string, file: string, packageName: string | undefined): void {
    if (this.#files.has(place)) return;
    const content = fs.readFileSync(file);
    this.#files.set(place, {
      path: place,
      file,
      bytes: content.length,
      hash: createHash('sha256').update(content).digest('hex'),
      ...(packageName !== undefined && { packageName }),
    });
  }

  get files(): BundledFile[] {
    return [...this.#files.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  }
}
