import { expect, it } from 'vitest';
import { examplesOf } from '../src/examples/example.js';

const page = [
  '# Page',
  '```ts',
  'one();',
  '```',
  '```sql',
  'SELECT 1',
  '```',
  '```ts run',
  'two();',
  '```',
  '```text output',
  '2',
  '```',
];

it('finds the programs of a page, with their lines and what they print', () => {
  expect(examplesOf('p.md', page.join('\n'))).toEqual([
    { page: 'p.md', line: 3, runs: false, code: 'one();\n', output: undefined },
    { page: 'p.md', line: 9, runs: true, code: 'two();\n', output: '2\n' },
  ]);
});
