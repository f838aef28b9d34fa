import path from 'node:path';
import { TraceMap } from '@jridgewell/trace-mapping';
import { type BuildFailure, build, type OutputFile } from 'esbuild';
import { type BundledFile, Layout } from '../files/layout.js';
import { DEFINES } from '../files/marks.js';
import { placeFiles } from '../files/place-files.js';
import { PackageFolders } from '../native/package-folders.js';
import { NATIVE, shipNative } from '../native/ship-native.js';
import type { SourceMap } from '../script/source-map.js';
import { buildError } from './failures.js';
import { refuseJobModules } from './job-modules.js';
import { refuseMeta } from './meta.js';
import { resolveReferences } from './resolve.js';

/** The module that a graph was written to. */
export interface Entry {
  readonly text: string;
  /** To the original sources, absolute paths. */
  readonly sourceMap: SourceMap;
  /** Whether the functions come from ES modules: how the default import of a CommonJS package is meant. */
  readonly isModule: boolean;
  /** The directory with the functions' package.json: nothing in the script depends on where it is run from. */
  readonly root: string;
  /** The program that registers the functions; it is not to be part of them. */
  readonly program: string;
  /** The modules whose places the text asks for, by the numbers of its marks. */
  readonly places: readonly string[];
}

/** One CommonJS script. */
export interface Script {
  readonly code: Uint8Array;
  readonly sourceMap: Uint8Array;
  readonly inputs: readonly { readonly file: string; readonly bytes: number }[];
  /** What its modules read: they expect it below the directory `__dirname` that the script is given. */
  readonly files: readonly BundledFile[];
  /** The packages with native code that it requires, from `./node_modules` of that directory. */
  readonly nativePackages: readonly string[];
}

/** The Node.js that runs inside Flink's tasks. */
const TARGET = 'node24';
/** Run from sources (tests of this repository), functions take `tsflink` from its sources too. */
const CONDITIONS = import.meta.url.endsWith('.ts') ? ['source'] : [];

/** In two pieces: else tools take it for the source map of this file. */
const MAP_COMMENT = ['//# source', 'MappingURL='].join('');

/** Bundles the entry with all that it imports. Throws {@link BundleError}. */
export async function bundle(entry: Entry): Promise<Script> {
  const sourcefile = entry.isModule ? 'tsflink-functions.mjs' : 'tsflink-functions.js';
  const sourceMap = Buffer.from(JSON.stringify(entry.sourceMap)).toString('base64');
  const folders = new PackageFolders();
  const result = await build({
    stdin: {
      contents: `${entry.text}\n${MAP_COMMENT}data:application/json;base64,${sourceMap}`,
      sourcefile,
      resolveDir: entry.root,
      loader: 'js',
    },
    absWorkingDir: entry.root,
    outfile: path.join(entry.root, 'functions.cjs'),
    bundle: true,
    write: false,
    metafile: true,
    platform: 'node',
    format: 'cjs',
    target: TARGET,
    conditions: CONDITIONS,
    sourcemap: 'external',
    sourcesContent: false,
    legalComments: 'none',
    keepNames: true,
    logLevel: 'silent',
    define: DEFINES,
    banner: { js: '/**/' },
    plugins: [shipNative(folders), resolveReferences(entry)],
  }).catch((failure: BuildFailure) => {
    throw buildError(failure, entry, sourcefile);
  });
  const [map, code] = result.outputFiles as [OutputFile, OutputFile];
  const relative = (file: string) =>
    path.relative(process.cwd(), path.resolve(entry.root, file)).split(path.sep).join('/');
  const { sources, ...rest } = JSON.parse(map.text) as SourceMap;
  const output = Object.values(result.metafile.outputs).find((file) => file.entryPoint !== undefined);
  const inputs = new Map(
    Object.entries(output?.inputs ?? {}).map(([file, { bytesInOutput }]) => [file, bytesInOutput]),
  );
  refuseJobModules(result.metafile.inputs, inputs, entry.root);
  refuseMeta(result.warnings, inputs, entry.root);
  const layout = new Layout();
  folders.layOut(layout);
  const placed = placeFiles({
    code: code.text,
    map: new TraceMap({ ...rest, sources }),
    root: entry.root,
    isInput: (name) => name in result.metafile.inputs,
    places: entry.places,
    layout,
  });
  return {
    code: Buffer.from(placed.code),
    files: placed.files,
    nativePackages: folders.names,
    sourceMap: Buffer.from(
      JSON.stringify({
        ...rest,
        sources: sources.map((file) => file && relative(file)),
        // for debuggers: errors name sources from here
        x_tsflink_directory: process.cwd(),
      }),
    ),
    inputs: [...inputs]
      .filter(([file]) => file !== sourcefile && !file.startsWith(`${NATIVE}:`))
      .map(([file, bytes]) => ({ file: relative(file), bytes })),
  };
}
