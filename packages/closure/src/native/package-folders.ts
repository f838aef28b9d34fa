import path from 'node:path';
import { BundleError } from '../errors.js';
import type { Layout } from '../files/layout.js';
import { isBinary, OWN_PLATFORM } from './machine-code.js';
import { NpmPackage } from './npm-package.js';

/** A package in the task, and the folder that it has there. */
interface Placed {
  readonly name: string;
  readonly folder: string;
  readonly npmPackage: NpmPackage;
}

/** Packages that travel as folders, with all that they depend on: as Node.js finds them, each once where that can be. */
export class PackageFolders {
  readonly #placed = new Map<string, Placed>();
  readonly #entries = new Set<Placed>();

  /** The names of the packages that are there for their native code. */
  get names(): string[] {
    return [...new Set([...this.#entries].map(({ name }) => name))].sort();
  }

  /** Gives a package that the script imports a folder; returns it. */
  add(name: string, root: string): string {
    for (let i = 1; ; i++) {
      const placed = this.#place(name, NpmPackage.at(root), i === 1 ? '.' : `node_modules/.${i}`);
      if (!placed) continue;
      this.#entries.add(placed);
      return placed.folder;
    }
  }

  /** Lays out the files of the packages, and of those that they depend on. Throws {@link BundleError}. */
  layOut(layout: Layout): void {
    const all = [...this.#entries].sort((a, b) => (a.folder < b.folder ? -1 : 1));
    for (const { folder, npmPackage } of all) {
      for (const [name, dependency] of npmPackage.dependencies) {
        const before = this.#placed.size;
        const placed = this.#place(name, dependency, folder);
        if (placed && this.#placed.size > before) all.push(placed);
      }
    }
    const native = new Set<Placed>();
    for (const placed of all) {
      const files = placed.npmPackage.files;
      layout.addPackage(placed.name, placed.folder, placed.npmPackage.root, files);
      if (files.some(isBinary)) native.add(placed);
    }
    for (const entry of this.#entries) {
      const own = [entry.npmPackage, ...entry.npmPackage.dependencies.values()];
      if (![...native].some(({ npmPackage }) => own.includes(npmPackage))) throw withoutBinary(entry.name);
    }
  }

  /** The place from which a package is found by its name; undefined where another one of the name is in the way. */
  #place(name: string, npmPackage: NpmPackage, from: string): Placed | undefined {
    let folder = '';
    for (let dir = from; ; dir = path.posix.dirname(dir)) {
      const candidate = path.posix.join(dir, 'node_modules', name);
      const there = this.#placed.get(candidate);
      if (there?.npmPackage === npmPackage) return there;
      if (there) break;
      folder = candidate;
      if (dir === '.') break;
    }
    const nested = path.posix.join(from, 'node_modules', name);
    if (folder !== path.posix.join('node_modules', name)) folder = nested;
    if (this.#placed.has(folder)) return undefined;
    const placed = { name, folder, npmPackage };
    this.#placed.set(folder, placed);
    return placed;
  }
}

function withoutBinary(name: string): BundleError {
  return new BundleError(
    'FUNCTION_NOT_SHIPPABLE',
    `Package ${name} has native code, and none of it is for ${OWN_PLATFORM}, which this program runs on`,
    `Install it on this machine: npm rebuild ${name}. Run the program on a machine of the cluster's platform.`,
  );
}
