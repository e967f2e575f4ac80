import { fileURLToPath } from 'node:url';
import { withoutGuard } from './controls.ts';
import { readOptions } from './options.ts';
import { runSiege, type SiegeResult } from './run.ts';

/** The program's folder. */
const root = fileURLToPath(new URL('../..', import.meta.url));

const tell = (sentence: string) => void process.stderr.write(`${sentence}\n`);

const show = (name: string, result: SiegeResult) => {
  for (const problem of result.problems.slice(0, 20)) tell(`  - ${problem}`);
  const { problems, ...rest } = result;
  process.stdout.write(`${JSON.stringify({ siege: name, ...rest, problems: problems.length })}\n`);
};

/** Runs the siege, or its negative controls. Exit status 1: something was lost, or a control went unnoticed. */
async function main(words: readonly string[]): Promise<number> {
  const { options, controls } = readOptions(words);
  if (controls.length === 0) {
    const result = await runSiege(options, root, tell);
    show('whole', result);
    return result.problems.length === 0 ? 0 : 1;
  }
  let unnoticed = 0;
  for (const name of controls) {
    tell(`Without its guard: ${name}`);
    await using copy = withoutGuard(name, root);
    const result = await runSiege(options, copy.root, tell);
    show(`without ${name}`, result);
    if (result.problems.length === 0) unnoticed += 1;
  }
  return unnoticed === 0 ? 0 : 1;
}

// Pipes of killed processes may stay open and would keep this one alive.
process.exit(await main(process.argv.slice(2)));
