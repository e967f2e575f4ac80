/**
 * Sets which cases, or how many, a long test runs: a sample in `npm test`, all of them in `npm run test:slow`.
 * The latter runs only the tests that import this file.
 */
export function sampled<Cases>({
  all,
  sample,
}: {
  readonly all: Cases;
  readonly sample: Cases;
}): Cases {
  return process.env['TMM_TEST_SIZE'] === 'all' ? all : sample;
}
