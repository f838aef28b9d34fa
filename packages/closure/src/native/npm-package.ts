import fs from 'node:fs';
import path from 'node:path';
import { filesBelow } from '../files/list.js';
import { isBinary, isForThisPlatform } from './machine-code.js';

/** What people read, and what compilers do. */
const NOT_RUN =
  /\.(?:md|markdown|map|flow|[cm]?tsx?|c|cc|cpp|cxx|h|hh|hpp|gypi?|o|a|obj|lib|pdb)$|^(?:readme|changelog|history)(?:\..*)?$/i;
const NOT_RUN_FOLDERS = new Set([
  'test',
  'tests',
  '__tests__',
  'docs',
  'example',
  'examples',
  'benchmark',
  'benchmarks',
]);
/** What packages with native code depend on to be installed. */
const INSTALLERS = new Set(['prebuild-install', 'node-gyp', 'node-addon-api', 'nan', 'cmake-js']);

const known = new Map<string, NpmPackage>();

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

/** An installed package. */
export class NpmPackage {
  readonly #manifest: Manifest;
  #hasNativeCode: boolean | undefined;

  private constructor(readonly root: string) {
    const file = path.join(root, 'package.json');
    this.#manifest = fs.existsSync(file) ? (JSON.parse(fs.readFileSync(file, 'utf8')) as Manifest) : {};
  }

  /** The package of a directory, with no link in its path. */
  static at(root: string): NpmPackage {
    const found = known.get(root) ?? new NpmPackage(root);
    known.set(root, found);
    return found;
  }

  /** Whether it has an addon: itself, or in one of the packages that it may have for each platform. */
  get hasNativeCode(): boolean {
    this.#hasNativeCode ??=
      fs.existsSync(path.join(this.root, 'binding.gyp')) ||
      [this, ...this.#installed(this.#manifest.optionalDependencies)].some(({ root }) =>
        filesBelow(root).some((file) => file.endsWith('.node')),
      );
    return this.#hasNativeCode;
  }

  /** The installed packages that it needs to run, by the names that it calls them by. */
  get dependencies(): ReadonlyMap<string, NpmPackage> {
    const { dependencies, optionalDependencies, peerDependencies } = this.#manifest;
    const names = Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies }).sort();
    return new Map(
      names.flatMap((name) => {
        const found = INSTALLERS.has(name) ? undefined : this.#find(name);
        return found ? [[name, found] as const] : [];
      }),
    );
  }

  /** Its files, without sources, what people read, and machine code for other platforms. */
  get files(): readonly string[] {
    const leaveOut = (entry: fs.Dirent) =>
      entry.name.startsWith('.') ||
      NOT_RUN.test(entry.name) ||
      (entry.isDirectory() && NOT_RUN_FOLDERS.has(entry.name));
    return filesBelow(this.root, leaveOut).filter((file) => !isBinary(file) || isForThisPlatform(file));
  }

  #installed(dependencies: Readonly<Record<string, string>> = {}): NpmPackage[] {
    return Object.keys(dependencies).flatMap((name) => this.#find(name) ?? []);
  }

  /** As Node.js looks for a package. */
  #find(name: string): NpmPackage | undefined {
    for (let dir = this.root; ; dir = path.dirname(dir)) {
      const candidate = path.join(dir, 'node_modules', name);
      if (fs.existsSync(candidate)) return NpmPackage.at(fs.realpathSync(candidate));
      if (dir === path.dirname(dir)) return undefined;
    }
  }
}
