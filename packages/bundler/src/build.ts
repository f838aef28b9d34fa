import { type BuildFailure, build as esbuild, type Message, type OutputFile } from 'esbuild';
import { BundleError } from './errors.js';

/** The script of an entry module, its source map, and what went in. */
export interface Script {
  readonly code: Uint8Array;
  readonly sourceMap: Uint8Array;
  readonly inputs: readonly { readonly file: string; readonly bytes: number }[];
  /** What is in it that will not work where it runs. */
  readonly refused: BundleError | undefined;
}

/** The Node.js that runs inside Flink's tasks. */
const TARGET = 'node24';
/** Run from sources (tests of this repository), functions take `tsflink` from its sources too. */
const CONDITIONS = import.meta.url.endsWith('.ts') ? ['source'] : [];

/** Bundles an entry module, given as text, to one CommonJS script; `define` gives expressions fixed values. */
export async function build(entry: string, define: Record<string, string> = {}): Promise<Script> {
  const cwd = process.cwd();
  const result = await esbuild({
    stdin: { contents: entry, resolveDir: cwd, sourcefile: 'tsflink-entry.js', loader: 'js' },
    absWorkingDir: cwd,
    outfile: 'functions.cjs',
    bundle: true,
    write: false,
    metafile: true,
    platform: 'node',
    format: 'cjs',
    target: TARGET,
    conditions: CONDITIONS,
    sourcemap: 'external',
    sourcesContent: false,
    keepNames: true,
    define,
    logLevel: 'silent',
  }).catch((failure: BuildFailure) => {
    throw toBundleError(failure.errors?.[0], failure);
  });
  const [map, code] = result.outputFiles as [OutputFile, OutputFile];
  const output = Object.values(result.metafile.outputs).find((o) => o.entryPoint !== undefined);
  const inputs = Object.entries(output?.inputs ?? {})
    .filter(([file]) => file !== 'tsflink-entry.js')
    .map(([file, { bytesInOutput }]) => ({ file, bytes: bytesInOutput }));
  return { code: code.contents, sourceMap: map.contents, inputs, refused: refusedImportMeta(result.warnings, inputs) };
}

/** import.meta in code of the user that got into the script: esbuild warns of all that it saw. */
function refusedImportMeta(warnings: readonly Message[], inputs: Script['inputs']): BundleError | undefined {
  const own = warnings.find(
    ({ id, location }) =>
      id === 'empty-import-meta' &&
      !location?.file.includes('node_modules/') &&
      inputs.some(({ file, bytes }) => file === location?.file && bytes > 0),
  );
  return own && toBundleError(own);
}

/** What esbuild says, in the terms of the person whose function it is. */
function toBundleError(message: Message | undefined, cause?: unknown): BundleError {
  const at = message?.location;
  const position = at ? { file: at.file, line: at.line, column: at.column + 1 } : undefined;
  const text = message?.text ?? String(cause);
  const error = (code: ConstructorParameters<typeof BundleError>[0], said: string, hint: string) =>
    new BundleError(code, said, hint, position, { cause });

  if (text.startsWith('Could not resolve')) {
    const what = /Could not resolve "(.*)"/.exec(text)?.[1] ?? '';
    return error(
      'FUNCTION_IMPORT_NOT_FOUND',
      `Cannot find '${what}'`,
      `Install it (npm install ${what}), or correct the path.`,
    );
  }
  if (text.startsWith('No loader is configured for ".node"')) {
    return error(
      'FUNCTION_NOT_SHIPPABLE',
      'A native addon (.node) cannot run in the engine embedded in Flink',
      'Use a package written in JavaScript or WebAssembly.',
    );
  }
  if (text.startsWith('Top-level await')) {
    return error(
      'FUNCTION_NOT_SHIPPABLE',
      'The module that defines the function uses top-level await',
      'Move the function to a module of its own, without top-level await, and import it where the job is.',
    );
  }
  if (message?.id === 'empty-import-meta') {
    return error(
      'FUNCTION_NOT_SHIPPABLE',
      'import.meta has no meaning in a function that runs inside Flink: the files beside its module are not there',
      "Import data instead: import data from './data.json' with { type: 'json' }",
    );
  }
  return error('FUNCTION_LOAD_FAILED', text, 'Correct the module so that it compiles.');
}
