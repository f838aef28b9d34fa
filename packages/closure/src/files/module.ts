import fs from 'node:fs';
import path from 'node:path';
import { formatFile } from '../position.js';
import { packageNameOf } from '../script/script.js';
import type { KnownPath } from './known-path.js';
import { dataFiles, filesBelow } from './list.js';

/** Reads files, by its source. */
const READS = /readFile|readdir|opendir|createReadStream|openSync|\.wasm\b/;
/** Loads a native addon that it looks for itself. */
const LOADS_ADDON = /node-gyp-build|node-pre-gyp|\bbindings\b|process\.dlopen|prebuilds/;

/** A module that asks where it is, and the directory of its package: files keep their places below it. */
export class Module {
  readonly packageName: string | undefined;
  readonly root: string;
  #source: string | undefined;

  constructor(readonly file: string) {
    this.packageName = packageNameOf(file);
    this.root = this.packageName ? packageRoot(file, this.packageName) : projectRoot(path.dirname(file));
  }

  /** As people call it. */
  get title(): string {
    return this.packageName ? `Package ${this.packageName}` : `Module ${formatFile(this.file)}`;
  }

  get readsFiles(): boolean {
    return READS.test(this.source);
  }

  get loadsAddon(): boolean {
    return this.packageName !== undefined && LOADS_ADDON.test(this.source);
  }

  /** The files that a path means; undefined if that cannot be told. */
  filesAt({ path: known, open, requires }: KnownPath): readonly string[] | undefined {
    if (requires) return undefined;
    if (open) return this.filesWith(known);
    const stat = fs.statSync(known, { throwIfNoEntry: false });
    if (!stat) return this.packageName ? [] : undefined;
    if (stat.isFile()) return known === this.file && this.packageName ? [] : this.within([known]);
    return this.isAround(known) ? undefined : this.within(filesBelow(known));
  }

  /** Files of the package that are no code: what it may read, where it cannot be told what it reads. */
  dataFiles(): readonly string[] {
    return dataFiles(this.root);
  }

  private filesWith(prefix: string): readonly string[] | undefined {
    const directory = prefix.endsWith('/') ? prefix.slice(0, -1) : path.dirname(prefix);
    if (prefix.endsWith('/') && this.isAround(directory)) return undefined;
    const files = filesBelow(directory).filter((file) => file.startsWith(prefix) && file !== this.file);
    return files.length > 0 ? this.within(files) : undefined;
  }

  /** Only what lies in the package keeps its place. */
  private within(files: readonly string[]): readonly string[] | undefined {
    return files.every((file) => file.startsWith(`${this.root}/`)) ? files : undefined;
  }

  private isAround(directory: string): boolean {
    return `${path.dirname(this.file)}/`.startsWith(`${path.resolve(directory)}/`);
  }

  private get source(): string {
    this.#source ??= fs.readFileSync(this.file, 'utf8');
    return this.#source;
  }
}

/** The directory of the package of that name that a file is in. */
export function packageRoot(file: string, name: string): string {
  const end = file.lastIndexOf(`/node_modules/${name}/`) + `/node_modules/${name}`.length;
  return file.slice(0, end);
}

/** The directory with the package.json of a file. */
export function projectRoot(dir: string): string {
  for (let root = dir; ; root = path.dirname(root)) {
    if (fs.existsSync(path.join(root, 'package.json'))) return root;
    if (root === path.dirname(root)) return dir;
  }
}
