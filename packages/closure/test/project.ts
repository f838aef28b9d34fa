import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, transform } from 'esbuild';

const here = path.dirname(fileURLToPath(import.meta.url));
const repository = path.resolve(here, '../../..');
const sources = path.join(here, 'fixtures/matrix');
const modules = path.join(repository, 'node_modules');

const PACKAGES = ['lodash', 'lodash-es', 'date-fns', 'zod', 'esbuild', 'oxc-parser', '@node-rs'];
const TSC = {
  target: 'es2022',
  sourceMap: true,
  strict: false,
  skipLibCheck: true,
  esModuleInterop: true,
  experimentalDecorators: true,
  resolveJsonModule: true,
  types: [],
};

/** How a program is run: by what, and which files it is made of. */
export interface Runner {
  readonly name: string;
  readonly type: 'module' | 'commonjs';
  /** The modules with cases, by program; `topLevel`: the cases stand at the top level of the module. */
  readonly programs: Readonly<Record<string, readonly string[]>>;
  readonly topLevel?: boolean;
  readonly compile?: 'tsc' | 'strip';
  /** Whether the program is a test of jest. */
  readonly jest?: boolean;
  readonly command: readonly string[];
}

/** A directory with packages, as a user has it. */
export async function createProject(): Promise<string> {
  const root = fs.mkdtempSync(path.join(fs.realpathSync(os.tmpdir()), 'tsflink-closure-'));
  const target = path.join(root, 'node_modules');
  fs.mkdirSync(path.join(target, '@tsflink/closure'), { recursive: true });
  for (const name of PACKAGES) fs.symlinkSync(path.join(modules, name), path.join(target, name));
  for (const format of ['esm', 'cjs'] as const) {
    await build({
      entryPoints: [path.resolve(here, '../src/index.ts')],
      outfile: path.join(target, '@tsflink/closure', format === 'esm' ? 'index.mjs' : 'index.cjs'),
      bundle: true,
      platform: 'node',
      format,
      target: 'node20',
      external: ['esbuild'],
      conditions: ['source'],
      logLevel: 'error',
      ...(format === 'cjs'
        ? {
            define: { 'import.meta.url': 'importMetaUrl' },
            banner: { js: 'const importMetaUrl = require("node:url").pathToFileURL(__filename).href;' },
          }
        : {
            banner: { js: 'import { createRequire as cr } from "node:module"; const require = cr(import.meta.url);' },
          }),
    });
  }
  write(path.join(target, '@tsflink/closure/package.json'), {
    name: '@tsflink/closure',
    exports: { import: './index.mjs', require: './index.cjs' },
  });
  return root;
}

/** Writes a program with some of the cases; returns the directory and the file to run. */
export async function createProgram(
  root: string,
  runner: Runner,
  name: string,
  cases: readonly string[],
): Promise<{ dir: string; file: string }> {
  const dir = path.join(root, `${runner.name}-${name}`);
  const src = runner.compile === 'tsc' ? path.join(dir, 'src') : dir;
  fs.mkdirSync(dir);
  fs.cpSync(sources, src, { recursive: true });
  write(path.join(dir, 'package.json'), { type: runner.type });
  const calls = cases.map((name) => `  await ${functionName(name)}();`);
  const imports = cases.map((name) => `import { ${functionName(name)} } from './${name}.ts';`);
  const program = runner.topLevel
    ? [...cases.map((name) => `import './${name}.ts';`), "import { finish } from './harness.ts';", 'await finish();']
    : [
        ...imports,
        "import { finish } from './harness.ts';",
        'async function main() {',
        ...calls,
        '  await finish();',
        '}',
        'export const done = main();',
      ];
  fs.writeFileSync(path.join(src, 'main.ts'), `${program.join('\n')}\n`);
  if (runner.topLevel) for (const name of cases) liftCases(path.join(src, `${name}.ts`));
  const options = {
    ...TSC,
    module: 'nodenext',
    ...(runner.compile === 'tsc'
      ? { rewriteRelativeImportExtensions: true, outDir: 'dist', rootDir: 'src', noEmitOnError: false }
      : { allowImportingTsExtensions: true, noEmit: true, paths: { '@lib/*': ['./lib/*'] } }),
  };
  const files = runner.compile === 'tsc' ? { files: ['src/main.ts'] } : {};
  write(path.join(dir, 'tsconfig.json'), { compilerOptions: options, ...files });
  if (runner.compile === 'tsc') {
    await run([process.execPath, path.join(modules, 'typescript/bin/tsc'), '-p', dir], dir, {});
    fs.cpSync(path.join(src, 'data'), path.join(dir, 'dist/data'), { recursive: true });
    const commonjs = path.join(dir, 'dist/commonjs.js');
    if (fs.existsSync(commonjs)) {
      fs.writeFileSync(
        commonjs,
        fs.readFileSync(commonjs, 'utf8').replace(/require\('(\.\/\w+)\.ts'\)/g, "require('$1.js')"),
      );
    }
    const file = path.join(dir, 'dist/main.js');
    if (!runner.jest) return { dir, file };
    const test = path.join(dir, 'dist/main.test.js');
    fs.writeFileSync(test, "test('cases', async () => { await require('./main.js').done; }, 120_000);");
    return { dir, file: test };
  }
  if (runner.compile === 'strip') {
    for (const file of fs.readdirSync(dir).filter((name) => name.endsWith('.ts'))) {
      const text = fs.readFileSync(path.join(dir, file), 'utf8');
      const { code } = await transform(text, { loader: 'ts', format: 'esm', target: 'esnext' });
      const js = code.replace(/(["'])(\.\/[\w-]+)\.ts\1/g, '$1$2.js$1');
      fs.rmSync(path.join(dir, file));
      fs.writeFileSync(path.join(dir, file.replace(/ts$/, 'js')), js);
    }
    return { dir, file: path.join(dir, 'main.js') };
  }
  return { dir, file: path.join(dir, 'main.ts') };
}

/** Runs a program; returns what it prints. */
export function run(command: readonly string[], cwd: string, env: Record<string, string>): Promise<string> {
  const [executable, ...args] = command as [string, ...string[]];
  return new Promise((resolve) => {
    execFile(executable, args, { cwd, env: { ...process.env, ...env }, maxBuffer: 1e8 }, (_error, stdout, stderr) => {
      resolve(stdout + stderr);
    });
  });
}

/** `cases.ts` exports `casesCases`. */
const functionName = (name: string) =>
  `${{ commonjs: 'commonJs', typescript: 'typescript' }[name] ?? name.replace(/s$/, '').replace(/classe$/, 'class')}Cases`;

/** Takes the cases out of the function around them, to the top level of the module. */
function liftCases(file: string): void {
  const text = fs.readFileSync(file, 'utf8');
  const lifted = text.replace(/^export async function \w+Cases\(\): Promise<void> \{\n([\s\S]*?)\n\}$/m, '$1\n');
  if (lifted === text) throw new Error(`no cases in ${file}`);
  fs.writeFileSync(file, lifted);
}

function write(file: string, value: unknown): void {
  fs.writeFileSync(file, JSON.stringify(value));
}
