// Bundles what runs functions into scripts, resources of the runtime jar: one for isolates in a task, one for workers;
// and the functions of the jar's tests.
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const options = { bundle: true, platform: 'node', target: 'node24', format: 'cjs', logLevel: 'warning' };

await build({
  ...options,
  entryPoints: [path('../src/embedded/entry.ts')],
  outfile: path('../dist/bundle/tsflink-runtime.cjs'),
  legalComments: 'inline',
});
await build({
  ...options,
  target: 'node20',
  entryPoints: [path('../src/worker/entry.ts')],
  outfile: path('../dist/bundle/tsflink-worker.cjs'),
  legalComments: 'inline',
});
await build({
  ...options,
  entryPoints: [path('../../../jvm/runtime/src/test/typescript/functions.ts')],
  outfile: path('../dist/test-bundle/functions.cjs'),
  sourcemap: 'external',
});
