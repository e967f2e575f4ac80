/**
 * Sets how many cases a long test runs: a sample in `npm test`, all of them in `npm run test:slow`.
 * The latter runs only the tests that import this file.
 */
export function sampled({
  all,
  sample,
}: {
  readonly all: number;
  readonly sample: number;
}): number {
  return process.env['TMM_TEST_SIZE'] === 'all' ? all : sample;
}
