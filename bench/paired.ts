import { execFile } from 'node:child_process';
import { join, resolve } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { z } from 'zod';
import { assert } from '../src/kernel/assert.ts';
import { say } from './support/say.ts';

const measured = z.object({
  results: z.array(z.object({ serviceMicrosecondsPerMessage: z.number() })).min(1),
});

/**
 * Compares CPU time a message between this checkout and another, in interleaved pairs of
 * `conversation` without pgbench. They alternate in running first, so a machine that warms up or
 * slows down favors neither.
 */
export async function run(args: string[]): Promise<object> {
  const { values } = parseArgs({
    args,
    options: {
      base: { type: 'string' },
      pairs: { type: 'string', default: '9' },
      seconds: { type: 'string', default: '6' },
      flights: { type: 'string', default: '64' },
      people: { type: 'string', default: '1000' },
      text: { type: 'string', default: '#bal' },
    },
  });
  assert(values.base !== undefined, 'say --base FOLDER: the checkout to compare with');
  const base = resolve(values.base);
  const here = resolve(import.meta.dirname, '..');
  const options = ['seconds', 'flights', 'people', 'text'] as const;
  const words = options.flatMap((name) => [`--${name}`, values[name]]);
  const microseconds = async (checkout: string) => {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [join(checkout, 'bench/main.ts'), 'conversation', '--no-pgbench', ...words],
      { cwd: checkout, maxBuffer: 1e8 },
    );
    const { results } = measured.parse(JSON.parse(stdout.trim().split('\n').at(-1) ?? ''));
    return results[0]?.serviceMicrosecondsPerMessage ?? Number.NaN;
  };
  const pairs: { readonly here: number; readonly base: number }[] = [];
  for (let index = 0; index < Number(values.pairs); index += 1) {
    const isFirst = index % 2 === 0;
    const first = await microseconds(isFirst ? here : base);
    const second = await microseconds(isFirst ? base : here);
    const pair = isFirst ? { here: first, base: second } : { here: second, base: first };
    say(`pair ${index + 1}: ${pair.here} µs here, ${pair.base} µs there`);
    pairs.push(pair);
  }
  return {
    text: values.text,
    pairs,
    medianMicroseconds: median(pairs.map((pair) => pair.here)),
    baseMedianMicroseconds: median(pairs.map((pair) => pair.base)),
    medianRatio: Math.round(median(pairs.map((pair) => pair.here / pair.base)) * 1000) / 1000,
  };
}

function median(figures: readonly number[]): number {
  const sorted = figures.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}
