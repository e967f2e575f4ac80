import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { argv, exit } from 'node:process';

/**
 * Runs `npm run bench -- NAME`: a benchmark prints its progress to stderr and one line of JSON at
 * the end. `--save` also keeps it in `bench/results`, from which the page of the docs is made.
 */
const [, , name, ...words] = argv;
const rest = words.filter((word) => word !== '--save');
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
if (rest.length < words.length) save(name, toObject(result));
exit(0);

function toObject(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : { result: value };
}

/** Keeps a result with the day and the machine that it was measured on. */
function save(bench: string, measured: object): void {
  const processors = cpus();
  const whole = {
    bench,
    measuredOn: Temporal.Now.plainDateISO().toString(),
    machine: `${processors.length} × ${processors[0]?.model ?? 'unknown'}`,
    options: rest,
    ...measured,
  };
  mkdirSync(new URL('results', import.meta.url), { recursive: true });
  const file = new URL(`results/${bench}.json`, import.meta.url);
  writeFileSync(file, `${JSON.stringify(whole, undefined, 2)}\n`);
}
