import { defineConfig } from 'vitest/config';

/** Tests run from the sources of the packages: nothing has to be built first. */
const resolve = { conditions: ['source'] };
const ssr = { resolve };

export default defineConfig({
  test: {
    projects: [
      {
        resolve,
        ssr,
        test: { name: 'unit', include: ['{packages,examples}/*/test/**/*.test.ts'], exclude: ['**/fixtures/**'] },
      },
    ],
  },
});
