/**
 * How many cases a long test takes: a sample in `npm test`, all of them in `npm run test:slow`, which runs the tests that import
 * this and no other.
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
