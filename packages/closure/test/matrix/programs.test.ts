import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describeRunners, esm, plain, programsOf, withTypes } from './describe-runners.js';

const tsx = path.resolve(fileURLToPath(import.meta.url), '../../../../../node_modules/tsx/dist/cli.mjs');
const node = process.execPath;

describeRunners([
  {
    name: 'tsx-esm',
    type: 'module',
    programs: programsOf([...withTypes, ...esm, 'specifiers']),
    command: [node, tsx],
  },
  {
    name: 'tsx-cjs',
    type: 'commonjs',
    programs: programsOf([...withTypes, 'commonjs', 'specifiers']),
    command: [node, tsx],
  },
  { name: 'tsx-top', type: 'module', programs: programsOf(plain), topLevel: true, command: [node, tsx] },
  {
    name: 'tsc-esm',
    type: 'module',
    programs: programsOf([...withTypes, ...esm]),
    compile: 'tsc',
    command: [node],
  },
  {
    name: 'tsc-cjs',
    type: 'commonjs',
    programs: programsOf([...withTypes, 'commonjs']),
    compile: 'tsc',
    command: [node],
  },
  { name: 'js-esm', type: 'module', programs: programsOf([...plain, ...esm]), compile: 'strip', command: [node] },
]);
