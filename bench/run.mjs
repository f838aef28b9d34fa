// npm run bench [-- --rows 20000000 --rounds 5 --queries bigint,cdn]: TypeScript functions against Java ones, in one JVM.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { parseArgs } from 'node:util';
import { tsImport } from 'tsx/esm/api';
import { build } from '../scripts/build.mjs';
import { main, root, StepError } from '../scripts/lib/step.mjs';

const target = join(root, 'jvm', 'bench', 'target');
const script = join(target, 'functions.cjs');
const report = join(target, 'bench.json');

const QUERIES =
  'bigint,number,vectorised,varchar,forwarded,cdn,q5,q5_mini_batch,q5_batch,q5_vectorised,table_aggregate,q6,ptf';

main(async () => {
  const { values } = parseArgs({
    options: {
      rows: { type: 'string', default: '20000000' },
      rounds: { type: 'string', default: '5' },
      queries: { type: 'string', default: QUERIES },
      'skip-build': { type: 'boolean', default: false },
    },
  });
  if (!values['skip-build']) await build();

  const { captureFunctions } = await import('@tsflink/closure');
  const functions = await tsImport('./functions.ts', import.meta.url);
  const bundle = await captureFunctions(Object.values(functions).map(({ udf }) => udf));
  mkdirSync(target, { recursive: true });
  writeFileSync(script, bundle.code);

  const exported = bundle.functions.map((f) => `${f.name}=${f.export}`);
  const { status } = spawnSync(
    'java',
    [
      '-Xmx1g',
      '-cp',
      classPath(),
      'org.tsflink.bench.Main',
      values.rows,
      values.rounds,
      values.queries,
      report,
      script,
      ...exported,
    ],
    {
      stdio: 'inherit',
    },
  );
  if (status !== 0) throw new StepError('The bench failed; its output is above.');
  console.log(`Every run: ${report}`);
});

function classPath() {
  return [join(target, 'classes'), readFileSync(join(target, 'classpath.txt'), 'utf8').trim()].join(delimiter);
}
