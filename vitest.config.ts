import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

// The limits are those of a busy machine with two cores: they end what hangs, and time nothing.
/** Tests run from the sources of the packages: nothing has to be built first. */
const resolve = { conditions: ['source'] };
const ssr = { resolve };

export default defineConfig({
  test: {
    // Two files at a time also where there are two cores: they wait for clusters and processes much of their time.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        resolve,
        ssr,
        test: {
          name: 'unit',
          include: ['{packages,examples}/*/test/**/*.test.ts'],
          exclude: ['**/fixtures/**', 'packages/closure/test/matrix/**'],
          testTimeout: 30_000,
        },
      },
      {
        resolve,
        ssr,
        test: { name: 'shipping', include: ['packages/closure/test/matrix/*.test.ts'], testTimeout: 60_000 },
      },
      { resolve, ssr, test: { name: 'types', include: ['tests/types/**/*.test.ts'], testTimeout: 300_000 } },
      { resolve, ssr, test: { name: 'golden', include: ['tests/golden/*.test.ts'], testTimeout: 30_000 } },
      {
        resolve,
        ssr,
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.ts'],
          globalSetup: ['tests/integration/setup/gateway.ts'],
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
      {
        resolve,
        ssr,
        test: {
          name: 'e2e',
          include: ['tests/e2e/*.test.ts'],
          testTimeout: 300_000,
          // Each file starts servers of its own: one after the other.
          maxWorkers: 1,
          fileParallelism: false,
        },
      },
    ],
  },
});
