import { readdirSync } from 'node:fs';
import { argv, exit } from 'node:process';

/**
 * Runs `npm run bench -- NAME`: a benchmark prints its progress to stderr and one line of JSON at
 * the end.
 */
const [, , name, ...rest] = argv;
const names = readdirSync(new URL('.', import.meta.url))
  .filter((file) => file.endsWith('.ts') && file !== 'main.ts')
  .map((file) => file.slice(0, -'.ts'.length))
  .sort();

if (name === undefined || !names.includes(name)) {
  const list = names.map((one) => `  npm run bench -- ${one}`).join('\n');
  process.stderr.write(
    `${name === undefined ? '' : `There is no benchmark "${name}".\n`}Benchmarks:\n${list}\n`,
  );
  exit(name === undefined ? 0 : 2);
}

const benchmark: unknown = await import(new URL(`${name}.ts`, import.meta.url).href);
if (
  typeof benchmark !== 'object' ||
  benchmark === null ||
  !('run' in benchmark) ||
  typeof benchmark.run !== 'function'
) {
  throw new TypeError(`bench/${name}.ts exports no run`);
}
const result: unknown = await benchmark.run(rest);
process.stdout.write(`${JSON.stringify({ bench: name, ...toObject(result) })}\n`);
exit(0);

function toObject(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : { result: value };
}
