import path from 'node:path';
import { it } from 'vitest';
import type { Runner } from '../project.js';
import { describeRunners, esm, plain, programsOf, withTypes } from './describe-runners.js';
import { fetchRunners } from './fetch-runners.js';

const fetched = fetchRunners();
if (fetched.missing !== undefined) {
  it.skip(`Node.js 22, 24 and 26, ts-node, jest: ${fetched.missing}`, () => {});
} else {
  const { modules } = fetched;
  const at = (...names: string[]) => path.join(modules, ...names);
  const stripped = programsOf([...plain, ...esm, 'annotations']);
  const runners: Runner[] = [
    ...[22, 24, 26].map((release) => ({
      name: `node-${release}`,
      type: 'module' as const,
      programs: stripped,
      command: [at(`node-${release}`, 'bin/node')],
    })),
    {
      name: 'ts-node',
      type: 'commonjs',
      programs: programsOf([...withTypes, 'commonjs']),
      command: [process.execPath, at('ts-node/dist/bin.js'), '--transpile-only', '--compiler', at('typescript')],
    },
    {
      name: 'jest',
      type: 'commonjs',
      // jest gives CommonJS no ES modules, such as lodash-es and oxc-parser
      programs: programsOf([...withTypes.filter((name) => !['imports', 'annotations'].includes(name)), 'commonjs']),
      compile: 'tsc',
      jest: true,
      command: [
        process.execPath,
        '--experimental-vm-modules',
        at('jest/bin/jest.js'),
        '--config',
        '{"transform":{}}',
        '--runTestsByPath',
      ],
    },
  ];
  describeRunners(runners);
}
