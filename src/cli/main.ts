import { Fault } from '../kernel/fault.ts';
import { Bug } from '../kernel/assert.ts';
import { RefusedError } from './ask.ts';
import { findSubcommand, subcommands } from './subcommands.ts';
import { UsageError } from './usage-error.ts';

/**
 * Runs the command line: `tmm SUBCOMMAND …`. Exit status 0: done; 1: the answer is no (a
 * difference, a refusal);
 * 2: wrong use; 70: a failure of ours or of the world.
 */
async function main(words: readonly string[]): Promise<number> {
  const [name = 'help', ...rest] = words;
  if (name === 'help' || name === '--help' || name === '-h') {
    const [wanted] = rest;
    const about = wanted === undefined ? undefined : await findSubcommand(wanted);
    if (wanted !== undefined && !about) return unknown(wanted);
    process.stdout.write(about ? `${about.help.trim()}\n` : overview());
    return 0;
  }
  if (name === '--version') {
    process.stdout.write(`tmm ${await version()}\n`);
    return 0;
  }
  const subcommand = await findSubcommand(name);
  if (!subcommand) return unknown(name);
  if (asksForHelp(rest)) {
    process.stdout.write(`${subcommand.help.trim()}\n`);
    return 0;
  }
  try {
    return await subcommand.run(rest);
  } catch (error) {
    return report(subcommand.name, error);
  }
}

/** The version in `package.json`. */
async function version(): Promise<string> {
  const { default: about } = await import('../../package.json', { with: { type: 'json' } });
  return about.version;
}

function unknown(name: string): number {
  process.stderr.write(`tmm: unknown subcommand ‘${name}’. \`tmm help\` lists them all\n`);
  return 2;
}

/** After `--` comes a text, so a word there does not ask for help. */
function asksForHelp(words: readonly string[]): boolean {
  const end = words.indexOf('--');
  return (end === -1 ? words : words.slice(0, end)).some(
    (word) => word === '--help' || word === '-h',
  );
}

function overview(): string {
  const width = Math.max(...subcommands.map(({ name }) => name.length));
  const lines = subcommands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`);
  return `Tweet My Money: banking by message.\n\nUsage: tmm SUBCOMMAND …\n\n${lines.join('\n')}\n\n\`tmm help SUBCOMMAND\` shows its usage. \`tmm --version\` shows the version.\n`;
}

/** Only faults that another use of the command corrects. */
const usedWrongly: ReadonlySet<string> = new Set([
  'address_gone',
  'address_not_proven',
  'address_taken',
  'cannot_listen',
  'configuration',
  'institution_exists',
  'institution_invalid',
  'limit_invalid',
  'port_in_use',
  'x_not_connected',
]);

/** Faults that say no: without the key nothing recorded is written. */
const refused: ReadonlySet<string> = new Set(['needs_key', 'other_key']);

function report(name: string, error: unknown): number {
  if (error instanceof UsageError || isParseArgsError(error)) {
    process.stderr.write(
      `tmm ${name}: ${messageOf(error)}\n\`tmm help ${name}\` shows how to use it\n`,
    );
    return 2;
  }
  if (error instanceof RefusedError) {
    process.stderr.write(`tmm ${name}: ${error.message}\n`);
    return error.exitStatus;
  }
  if (error instanceof Fault) {
    process.stderr.write(`tmm ${name}: ${error.message}\n`);
    if (refused.has(error.code)) return 1;
    return usedWrongly.has(error.code) ? 2 : 70;
  }
  const what = error instanceof Bug ? 'a bug' : 'failed';
  process.stderr.write(
    `tmm ${name}: ${what}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  return 70;
}

function isParseArgsError(error: unknown): boolean {
  return (
    error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
  );
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

// A reader of only the beginning (`| head`) has enough.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  process.stderr.write(`tmm: can’t write the output: ${error.message}\n`);
  process.exit(70);
});

process.exitCode = await main(process.argv.slice(2));
