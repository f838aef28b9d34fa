import { createHash } from 'node:crypto';
import path from 'node:path';
import { originalPositionFor, type TraceMap } from '@jridgewell/trace-mapping';
import { BundleError } from '../errors.js';
import { formatPosition, type Position } from '../position.js';
import { packageNameOf } from '../script/script.js';
import { Syntax } from '../script/syntax.js';
import { filesFrom } from './known-path.js';
import type { BundledFile, Layout } from './layout.js';
import { MARK, type PlaceKind, placeMark } from './marks.js';
import { Module } from './module.js';
import { type Section, sectionsOf } from './sections.js';

/** A script in which marks stand for the places of modules. Its first line is left free for what they are. */
export interface Marked {
  readonly code: string;
  readonly map: TraceMap;
  /** The directory that its modules are named from. */
  readonly root: string;
  readonly isInput: (name: string) => boolean;
  /** The modules of the marks that have a number. */
  readonly places: readonly string[];
  /** Takes the files; it may have some. */
  readonly layout: Layout;
}

/** Gives modules the places that they ask for, with the files that they read there. Throws {@link BundleError}. */
export function placeFiles(marked: Marked): { readonly code: string; readonly files: readonly BundledFile[] } {
  const { code, root, places, layout } = marked;
  const modules = [...places].map((file) => new Module(file));
  const numbers = new Map(places.map((file, i) => [file, i]));
  const used = new Set<string>();
  const numberOf = (file: string) => {
    const number = numbers.get(file) ?? modules.push(new Module(file)) - 1;
    numbers.set(file, number);
    return number;
  };
  const sections = code.search(MARK) < 0 ? [] : sectionsOf(code, marked.isInput);
  const numbered = sections.map((section) => {
    const text = code
      .slice(section.start, section.end)
      .replace(MARK, (mark, number: string, kind: PlaceKind) =>
        number.startsWith('$') ? placeMark(numberOf(path.resolve(root, section.input)), kind) : mark,
      );
    for (const [mark] of text.matchAll(MARK)) used.add(mark);
    collect(text, section, modules, layout, marked);
    return text;
  });
  const head = code.slice(0, sections[0]?.start ?? code.length);
  const files = layout.files;
  return { code: banner(used, modules, layout) + (head + numbered.join('')).replace(/^.*/, ''), files };
}

/** Adds the files that the marks in the text of a module lead to. */
function collect(text: string, section: Section, modules: Module[], layout: Layout, marked: Marked): void {
  if (text.search(MARK) < 0) return;
  const syntax = new Syntax(text, false);
  for (const { id } of syntax.free({ start: 0, end: text.length })) {
    const [, number, kind] = new RegExp(`^${MARK.source}$`).exec(id.name) ?? [];
    const module = modules[Number(number)];
    if (!module) continue;
    const start = kind === 'dirname' ? path.dirname(module.file) : module.file;
    const files = filesFrom(syntax, id, { path: start }, (known) => module.filesAt(known));
    const read =
      files ??
      guessed(module, () => positionIn(marked, section.start + id.start) ?? { file: module.file, line: 1, column: 1 });
    refuseAddons(read);
    layout.add(module, read);
  }
}

/** What a module reads, where it cannot be told from the source. */
function guessed(module: Module, position: () => Position): readonly string[] {
  if (module.packageName === undefined) {
    const at = position();
    throw new BundleError(
      'FUNCTION_NOT_SHIPPABLE',
      `${module.title} asks where it is (${formatPosition(at)}), and it cannot be told which files it reads there`,
      UNKNOWN_HINT,
      at,
    );
  }
  if (module.loadsAddon) throw addon(module.packageName, undefined);
  return module.readsFiles ? module.dataFiles() : [];
}

const UNKNOWN_HINT =
  "Name an existing file or a folder of its package: new URL('./data.txt', import.meta.url); or give the file to the jobs, and ask for it: tEnv.addFile(path), context.getCachedFile(name).";

function refuseAddons(files: readonly string[]): void {
  const found = files.find((file) => file.endsWith('.node'));
  if (found) throw addon(packageNameOf(found), path.basename(found));
}

/** The refusal of native code that is not in a package of its own. */
export function addon(packageName: string | undefined, file: string | undefined, at?: Position): BundleError {
  const of = packageName === undefined ? '' : ` of package ${packageName}`;
  return new BundleError(
    'FUNCTION_NOT_SHIPPABLE',
    `A native addon${of} cannot travel${file === undefined ? '' : `: ${file}`}`,
    packageName === undefined
      ? 'Put it into a package, and install that: those with native code travel as folders, for the process engine.'
      : `It is not built, or not where packages have it: npm rebuild ${packageName}. Or use one in JavaScript or WebAssembly.`,
    at,
  );
}

function positionIn({ code, map, root }: Marked, offset: number): Position | undefined {
  const before = code.slice(0, offset).split('\n');
  const { source, line, column } = originalPositionFor(map, {
    line: before.length,
    column: before.at(-1)?.length ?? 0,
  });
  return source ? { file: path.resolve(root, source), line, column: column + 1 } : undefined;
}

/** The first line of the script: what the marks are in the task. With the files, its hash is another one. */
function banner(used: ReadonlySet<string>, modules: readonly Module[], layout: Layout): string {
  const declared = [...used].sort().map((mark) => {
    const [, number, kind] = new RegExp(`^${MARK.source}$`).exec(mark) ?? [];
    const module = modules[Number(number)] as Module;
    const place = layout.pathOf(module, kind === 'dirname' ? path.dirname(module.file) : module.file);
    const text = `${ROOT} + ${JSON.stringify(`/${place}`)}`;
    return `${mark} = ${kind === 'url' ? `require("node:url").pathToFileURL(${text}).href` : text}`;
  });
  const listed = layout.files.map(({ path: name, hash }) => `${name}\0${hash}`).join('\n');
  const digest = listed && ` /* files: ${createHash('sha256').update(listed).digest('hex')} */`;
  if (used.size === 0) return digest;
  const root = `${ROOT} = typeof __dirname === "string" && __dirname.startsWith("/") ? __dirname : "/tsflink"`;
  return `const ${root}, ${declared.join(', ')};${digest}`;
}

const ROOT = '__tsflink_files';
