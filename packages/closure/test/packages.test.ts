import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createProject, run } from './project.js';

const FILES: Record<string, string> = {
  'node_modules/with-addon/index.js': "module.exports = require('./build/addon.node');",
  'node_modules/with-addon/build/addon.node': '',
  'node_modules/with-data/index.js':
    "const fs = require('fs'), path = require('path'); exports.lookup = (k) => fs.readFileSync(path.join(__dirname, 'data.txt'), 'utf8') + k;",
  'node_modules/names-its-place/index.js': "exports.greet = (x) => 'hello ' + x; exports.at = __dirname;",
  'node_modules/marked/index.js':
    "exports.byName = (fn, names) => Object.assign((...v) => fn(Object.fromEntries(names.map((n, i) => [n, v[i]]))), { [Symbol.for('tsflink.byValue')]: true });",
  'waits.mjs': "export const config = await Promise.resolve('c');",
  'job.mjs':
    "if ('__tsflinkTask' in globalThis) throw new Error('a job runs only in the program'); export const start = () => 1;",
  'back.mjs': "import { LIMIT } from './main.mjs'; export const limited = (x) => Math.min(x, LIMIT);",
  'main.mjs': `
import { captureFunctions } from '@tsflink/closure';
import { lookup } from 'with-data';
import { greet } from 'names-its-place';
import { byName } from 'marked';
import { limited } from './back.mjs';
import { config } from './waits.mjs';
import { start } from './job.mjs';
export const LIMIT = 5;
const functions = {
  addon: (s) => import('with-addon').then((m) => m.crc32(s)),
  data: (k) => lookup(k),
  place: (x) => greet(x),
  cycle: (x) => limited(x),
  awaited: () => config,
  runsJob: () => start(),
  marked: byName((o) => o.a + o.b, ['a', 'b']),
};
const results = {};
for (const [name, fn] of Object.entries(functions)) {
  try {
    const { code } = await captureFunctions([{ name, fn }]);
    const module = { exports: {} };
    new Function('module', 'exports', 'require', Buffer.from(code).toString())(module, module.exports, () => ({}));
    results[name] = { result: await module.exports.f0.udf.fn('x', 'y') };
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

it('refuses a native addon', () => {
  expect(results.addon).toMatchObject({
    code: 'FUNCTION_NOT_SHIPPABLE',
    message: expect.stringMatching(/^A native addon cannot run in the engine embedded in Flink: addon\.node/),
  });
});

it('refuses a package that reads files of its own folder', () => {
  expect(results.data).toMatchObject({
    code: 'FUNCTION_NOT_SHIPPABLE',
    message: expect.stringMatching(/^Package with-data reads files of its own folder \(.*with-data\/index\.js:1:\d+\)/),
  });
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
