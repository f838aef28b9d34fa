// From a clone where nothing is installed to the CDN example, live: see examples/cdn and `npm run demo -- --help`.
import { build, install } from './build.mjs';
import { main } from './lib/step.mjs';

main(async () => {
  await install();
  // The rest is TypeScript, with packages that are only there now.
  const { register } = await import('tsx/esm/api');
  register();
  const { readOptions } = await import('../examples/cdn/demo/options.ts');
  const options = readOptions(process.argv.slice(2));
  await build();
  const demo = await import('../examples/cdn/demo/main.ts');
  await demo.main(options);
});
