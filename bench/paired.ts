import { execFile } from 'node:child_process';
import { join, resolve } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { z } from 'zod';
import { assert, present } from '../src/kernel/assert.ts';
import { median, rounded } from './support/median.ts';
import { say } from './support/say.ts';

const measured = z.object({
  results: z
    .array(
      z.object({
        serviceMicrosecondsPerMessage: z.number(),
        postgresMicrosecondsPerMessage: z.number(),
        p50Milliseconds: z.number(),
      }),
    )
    .min(1),
});

type Figures = z.infer<typeof measured>['results'][number];

/**
 * Compares CPU time and waiting time of a message between this checkout and another, in interleaved pairs of
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
      texts: { type: 'string', default: '#bal' },
    },
  });
  assert(values.base !== undefined, 'say --base FOLDER: the checkout to compare with');
  const base = resolve(values.base);
  const here = resolve(import.meta.dirname, '..');
  const options = ['seconds', 'flights', 'people', 'texts'] as const;
  const words = options.flatMap((name) => [`--${name}`, values[name]]);
  const figures = async (checkout: string): Promise<Figures> => {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [
        join(checkout, 'bench/main.ts'),
        'conversation',
        '--no-pgbench',
        '--rounds',
        '1',
        '--rate',
        '0',
        ...words,
      ],
      { cwd: checkout, maxBuffer: 1e8 },
    );
    const { results } = measured.parse(JSON.parse(stdout.trim().split('\n').at(-1) ?? ''));
    return present(results[0], 'it measured something');
  };
  const pairs: { readonly here: Figures; readonly base: Figures }[] = [];
  for (let index = 0; index < Number(values.pairs); index += 1) {
    const isFirst = index % 2 === 0;
    const first = await figures(isFirst ? here : base);
    const second = await figures(isFirst ? base : here);
    const pair = isFirst ? { here: first, base: second } : { here: second, base: first };
    say(
      `pair ${index + 1}: service ${pair.here.serviceMicrosecondsPerMessage} µs here, ${pair.base.serviceMicrosecondsPerMessage} there; PostgreSQL ${pair.here.postgresMicrosecondsPerMessage} and ${pair.base.postgresMicrosecondsPerMessage}`,
    );
    pairs.push(pair);
  }
  const compared = (name: keyof Figures) => ({
    here: median(pairs.map((pair) => pair.here[name])),
    base: median(pairs.map((pair) => pair.base[name])),
    ratio: rounded(median(pairs.map((pair) => pair.here[name] / pair.base[name])), 3),
  });
  return {
    texts: values.texts,
    pairs: pairs.length,
    service: compared('serviceMicrosecondsPerMessage'),
    postgres: compared('postgresMicrosecondsPerMessage'),
    p50Milliseconds: compared('p50Milliseconds'),
  };
}
