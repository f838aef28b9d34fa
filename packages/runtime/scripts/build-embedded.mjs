// Bundles what runs in the isolates of a task into one script, a resource of the runtime jar; and the functions of the
// jar's tests.
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
  entryPoints: [path('../../../jvm/runtime/src/test/typescript/functions.ts')],
  outfile: path('../dist/test-bundle/functions.cjs'),
  sourcemap: 'external',
});
