import fs from 'node:fs';
import path from 'node:path';

const CODE = /\.(?:[cm]?[jt]sx?|map|md|markdown|flow)$|^(?:licen[cs]e|readme|changelog|history)(?:\..*)?$/i;
const NOT_READ = new Set(['test', 'tests', '__tests__', 'docs', 'example', 'examples', 'benchmark', 'benchmarks']);

/** All files of a directory, by name; not those of packages in it. */
export function filesBelow(directory: string, leaveOut: (entry: fs.Dirent) => boolean = () => false): string[] {
  if (!fs.existsSync(directory)) return [];
  const entries = fs.readdirSync(directory, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries
    .filter((entry) => entry.name !== 'node_modules' && !leaveOut(entry))
    .flatMap((entry) => {
      const file = path.join(directory, entry.name);
      const stat = fs.statSync(file, { throwIfNoEntry: false });
      if (stat?.isDirectory()) return entry.isDirectory() ? filesBelow(file, leaveOut) : [];
      return stat?.isFile() ? [file] : [];
    });
}

/** The files of a package that are neither code nor for people. */
export function dataFiles(root: string): string[] {
  return filesBelow(root, ({ name }) => name.startsWith('.') || NOT_READ.has(name) || CODE.test(name));
}
