import { defineConfig } from 'vitest/config';
import { testKinds } from './test/support/test-kinds.ts';

const kinds = testKinds(import.meta.dirname);

/** Both kinds of test. */
const common = {
  // Against hangs, no measure of speed: the longest takes some 20 seconds on an idle machine.
  testTimeout: 120_000,
  hookTimeout: 60_000,
  pool: 'forks',
} as const;

export default defineConfig({
  test: {
    maxWorkers: 2,
    reporters: ['default'],
    projects: [
      { test: { ...common, name: 'pure', include: [...kinds.pure] } },
      {
        test: {
          ...common,
          name: 'database',
          include: [...kinds.database],
          globalSetup: ['test/support/global-setup.ts'],
        },
      },
    ],
  },
});
