import fs from 'node:fs';
import path from 'node:path';
import { xxh64 } from '@node-rs/xxhash';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createProject, run } from './project.js';

const FILES: Record<string, string> = {
  'node_modules/with-addon/index.js': "module.exports = require('./build/addon.node');",
  'node_modules/with-addon/build/addon.node': '',
  'node_modules/finds-addon/index.js': "exports.crc = (s) => require('node-gyp-build')(__dirname).crc(s);",
  'node_modules/node-gyp-build/index.js': 'module.exports = (dir) => process.dlopen({ exports: {} }, dir);',
  'node_modules/keeps-addon/index.js':
    "const fs = require('fs'); exports.read = (name) => fs.readFileSync(__dirname + '/lib/' + name);",
  'node_modules/keeps-addon/lib/fast.node': '',
  'node_modules/hashes/index.js':
    "const { xxh64 } = require('@node-rs/xxhash'); exports.hash = (s) => String(xxh64(s));",
  'node_modules/older/package.json': JSON.stringify({ name: 'older', dependencies: { '@node-rs/xxhash': '0' } }),
  'node_modules/older/index.js': "exports.name = require('@node-rs/xxhash').name;",
  'node_modules/older/node_modules/@node-rs/xxhash/package.json': JSON.stringify({
    name: '@node-rs/xxhash',
    version: '0.0.1',
    dependencies: { 'with-data': '*', 'names-its-place': '*', nowhere: '*' },
  }),
  'node_modules/older/node_modules/@node-rs/xxhash/index.js':
    "exports.name = 'older, ' + require('with-data').lookup('it');",
  'node_modules/older/node_modules/@node-rs/xxhash/README.md': '',
  'node_modules/older/node_modules/@node-rs/xxhash/linux.node': `\x7fELF${'\0'.repeat(14)}>\0`,
  'node_modules/older/node_modules/@node-rs/xxhash/arm.node': `\x7fELF${'\0'.repeat(14)}\xb7\0`,
  'node_modules/with-data/index.js':
    "const fs = require('fs'), path = require('path'); exports.lookup = (k) => fs.readFileSync(path.join(__dirname, 'data.txt'), 'utf8') + k;",
  'node_modules/with-data/data.txt': 'data of ',
  'node_modules/with-data/other.txt': 'not read',
  'node_modules/guesses/lib/index.cjs':
    "const fs = require('fs'); let dir = ''; dir = __dirname + '/'; exports.read = (k) => fs.readFileSync(dir + '../tables/' + k + '.bin', 'utf8');",
  'node_modules/guesses/package.json': JSON.stringify({ name: 'guesses', main: 'lib/index.cjs' }),
  'node_modules/guesses/tables/x.bin': 'table x',
  'node_modules/guesses/README.md': '',
  'node_modules/guesses/test/big.bin': '',
  'node_modules/requires-json/index.mjs':
    "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url); export const { answer } = require('./data.json');",
  'node_modules/requires-json/package.json': JSON.stringify({ name: 'requires-json', exports: './index.mjs' }),
  'node_modules/requires-json/data.json': '{ "answer": 42 }',
  'node_modules/names-its-place/index.js': "exports.greet = (x) => 'hello ' + x; exports.at = __dirname;",
  'node_modules/marked/index.js':
    "exports.byName = (fn, names) => Object.assign((...v) => fn(Object.fromEntries(names.map((n, i) => [n, v[i]]))), { [Symbol.for('tsflink.byValue')]: true });",
  'waits.mjs': "export const config = await Promise.resolve('c');",
  'job.mjs':
    "if ('__tsflinkTask' in globalThis) throw new Error('a job runs only in the program'); export const start = () => 1;",
  'back.mjs': "import { LIMIT } from './main.mjs'; export const limited = (x) => Math.min(x, LIMIT);",
  'main.mjs': `
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { captureFunctions } from '@tsflink/closure';
import { lookup } from 'with-data';
import { read } from 'guesses';
import { xxh64 } from '@node-rs/xxhash';
import { greet } from 'names-its-place';
import { byName } from 'marked';
import { limited } from './back.mjs';
import { config } from './waits.mjs';
import { start } from './job.mjs';
export const LIMIT = 5;
const functions = {
  addon: (s) => import('with-addon').then((m) => m.crc32(s)),
  hashes: (s) => import('hashes').then((m) => m.hash(s)),
  both: (s) => import('older').then((m) => m.name + ', ' + xxh64(s)),
  data: (k) => lookup(k),
  guessed: (k) => read(k),
  json: () => import('requires-json').then((m) => m.answer),
  findsAddon: (s) => import('finds-addon').then((m) => m.crc(s)),
  keepsAddon: (s) => import('keeps-addon').then((m) => m.read(s)),
  place: (x) => greet(x),
  cycle: (x) => limited(x),
  awaited: () => config,
  runsJob: () => start(),
  marked: byName((o) => o.a + o.b, ['a', 'b']),
};
const results = {};
for (const [name, fn] of Object.entries(functions)) {
  try {
    const { code, files, nativePackages } = await captureFunctions([{ name, fn }]);
    for (const { path: to, file } of files) fs.cpSync(file, path.join('out', name, to));
    const module = { exports: {} };
    const text = Buffer.from(code).toString();
    const directory = path.resolve('out', name);
    const require = (id) => createRequire(id.startsWith('./') ? directory + '/' : import.meta.url)(id);
    new Function('module', 'exports', 'require', '__dirname', text)(module, module.exports, require, directory);
    const taken = files.map((file) => file.path);
    const native = nativePackages.length > 0 && { nativePackages };
    results[name] = { result: await module.exports.f0.udf.fn('x', 'y'), ...(taken.length > 0 && { taken }), ...native };
  } catch ({ code, message, hint, position }) {
    results[name] = { code, message, hint, line: position?.line };
  }
}
console.log(JSON.stringify(results));
`,
};

let root = '';
let results: Record<string, unknown> = {};
beforeAll(async () => {
  root = await createProject();
  for (const [name, text] of Object.entries(FILES)) {
    const file = path.join(root, name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, text);
  }
  fs.writeFileSync(path.join(root, 'package.json'), '{}');
  results = JSON.parse(await run([process.execPath, path.join(root, 'main.mjs')], root, {}));
}, 60_000);
afterAll(() => fs.rmSync(root, { recursive: true, force: true }));

it.each([
  ['addon', /^Package with-addon has native code, and none of it is for \w+-\w+, which this program runs on$/],
  ['findsAddon', /^A native addon of package finds-addon cannot travel$/],
  ['keepsAddon', /^Package keeps-addon has native code, and none of it is for /],
])('refuses native code that is not there for this platform: %s', (name, message) => {
  expect(results[name]).toMatchObject({ code: 'FUNCTION_NOT_SHIPPABLE', message: expect.stringMatching(message) });
});

it('takes along a package with native code as a folder, with what it needs for this platform', () => {
  const xxhash = 'node_modules/@node-rs/xxhash';
  const binary = `${xxhash}-linux-x64-gnu/xxhash.linux-x64-gnu.node`;
  expect(results.hashes).toEqual({
    result: String(xxh64('x')),
    taken: expect.arrayContaining([binary, `${xxhash}/index.js`, `${xxhash}/package.json`]),
    nativePackages: ['@node-rs/xxhash'],
  });
  const { taken } = results.hashes as { taken: string[] };
  expect(taken.filter((file) => file.endsWith('.node'))).toEqual([binary]);
});

it('takes along two packages of one name, each with what it depends on', () => {
  expect(results.both).toMatchObject({
    result: `older, data of it, ${xxh64('x')}`,
    nativePackages: ['@node-rs/xxhash'],
  });
  const older = 'node_modules/.2/node_modules/@node-rs/xxhash';
  const { taken } = results.both as { taken: string[] };
  expect(taken.filter((file) => file.startsWith('node_modules/.2') || file.includes('with-data'))).toEqual([
    `${older}/index.js`,
    `${older}/linux.node`,
    `${older}/package.json`,
    'node_modules/with-data/data.txt',
    'node_modules/with-data/index.js',
    'node_modules/with-data/other.txt',
  ]);
});

it('takes along the files that a package reads', () => {
  expect(results.data).toEqual({ result: 'data of x', taken: ['with-data/data.txt'] });
  expect(results.json).toEqual({ result: 42, taken: ['requires-json/data.json'] });
});

it('takes along all data of a package where it cannot be told what it reads', () => {
  const taken = ['guesses/lib/index.cjs', 'guesses/package.json', 'guesses/tables/x.bin'];
  expect(results.guessed).toEqual({ result: 'table x', taken });
});

it('ships a package that only names its place', () => {
  expect(results.place).toEqual({ result: 'hello x' });
});

it('does not run the program again', () => {
  expect(results.cycle).toMatchObject({
    code: 'FUNCTION_NOT_SHIPPABLE',
    message: expect.stringMatching(/^The job program itself would run again inside Flink/),
  });
});

it('refuses an import of a module with top-level await', () => {
  expect(results.awaited).toMatchObject({
    code: 'FUNCTION_NOT_SHIPPABLE',
    message: expect.stringMatching(/top-level await/),
  });
});

it('ships a function of a package that is marked for it', () => {
  expect(results.marked).toEqual({ result: 'xy' });
});

it('refuses a module that runs a job when it is loaded', () => {
  expect(results.runsJob).toMatchObject({
    code: 'FUNCTION_LOAD_FAILED',
    message: expect.stringMatching(/^Function runsJob fails when it is loaded: Error: a job runs only in the program/),
  });
});
