// Checks the types of every program in the docs; what is wrong is told with page and line.

import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { root } from '../root.js';
import { directory, extractExamples } from './extract.js';

const examples = extractExamples();
writeFileSync(
  join(directory, 'tsconfig.json'),
  JSON.stringify({
    extends: '../../tsconfig.test.json',
    compilerOptions: { typeRoots: ['../../node_modules/@types'], rootDir: '../..' },
    include: ['*.ts'],
    exclude: [],
  }),
);
writeFileSync(join(directory, 'package.json'), '{ "type": "module" }');
const tsc = join(root, 'node_modules/typescript/bin/tsc');
const { stdout, status } = spawnSync(process.execPath, [tsc, '-p', directory, '--pretty', 'false'], {
  cwd: directory,
  encoding: 'utf8',
});
const byFile = new Map(examples.map((example) => [basename(example.file), example]));
const said = stdout.replace(/^([\w.-]+\.ts)\((\d+),(\d+)\)/gm, (_, file, line, column) => {
  const example = byFile.get(file);
  return `${example?.page ?? file}:${Number(line) + (example?.line ?? 1) - 1}:${column}`;
});
process.stdout.write(said);
console.log(`docs: ${examples.length} examples`);
process.exitCode = status ?? 1;
