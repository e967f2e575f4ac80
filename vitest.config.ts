import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { testKinds } from './test/support/test-kinds.ts';

const kinds = testKinds(import.meta.dirname);

/** Both kinds of test. */
const common = {
  // Against hangs, no measure of speed: the longest takes some 20 seconds on an idle machine.
  testTimeout: 120_000,
  hookTimeout: 60_000,
  pool: 'forks',
  // Modules load once a worker: half of the processor's time of a file was loading them. So a test leaves none of its state behind.
  isolate: false,
  // Many tests start `tmm` as a process: with compiled modules kept it starts in a third of the time.
  env: { NODE_COMPILE_CACHE: join(import.meta.dirname, 'node_modules/.cache/node-compile') },
} as const;

export default defineConfig(({ mode }) => {
  const isSlow = mode === 'slow';
  const taken = (files: readonly string[]) =>
    files.filter((file) => !isSlow || kinds.sampled.has(file));
  const shared = isSlow
    ? { ...common, testTimeout: 900_000, env: { ...common.env, TMM_TEST_SIZE: 'all' } }
    : common;
  return {
    test: {
      // Tests wait for browsers, timers and servers: on two cores a third worker fills that time.
      maxWorkers: 3,
      reporters: ['default'],
      projects: [
        { test: { ...shared, name: 'pure', include: taken(kinds.pure) } },
        {
          test: {
            ...shared,
            name: 'database',
            include: taken(kinds.database),
            globalSetup: ['test/support/global-setup.ts'],
          },
        },
      ],
    },
  };
});
