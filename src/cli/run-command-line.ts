import { Fault } from '../kernel/fault.ts';
import { Bug } from '../kernel/assert.ts';
import { RefusedError } from './ask.ts';
import { findSubcommand, subcommands } from './subcommands.ts';
import { withSettingsFile } from './settings-file.ts';
import { UsageError } from './usage-error.ts';
import { shown } from './words.ts';

/**
 * Runs the command line: `tmm SUBCOMMAND …`. Exit status 0: done; 1: the answer is no (a
 * difference, a refusal);
 * 2: wrong use; 70: a failure of ours or of the world.
 */
export async function runCommandLine(given: readonly string[]): Promise<number> {
  let words: readonly string[];
  try {
    words = withSettingsFile(given);
  } catch (error) {
    return report('--env-file', error);
  }
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
  process.stderr.write(`tmm: unknown subcommand ‘${shown(name)}’. \`tmm help\` lists them all\n`);
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
  return `Tweet My Money: banking by message.\n\nUsage: tmm SUBCOMMAND …\n\n${lines.join('\n')}\n\n\`tmm help SUBCOMMAND\` shows its usage. \`tmm --version\` shows the version.\n\`tmm --env-file FILE SUBCOMMAND …\` reads settings from a file.\nExit status 0: done; 1: the answer is no; 2: wrong use; 70: it failed.\n`;
}

/** Only faults that another use of the command corrects. */
const usedWrongly: ReadonlySet<string> = new Set([
  'address_gone',
  'address_not_proven',
  'address_taken',
  'cannot_listen',
  'configuration',
  'grant_refused',
  'institution_exists',
  'institution_invalid',
  'limit_invalid',
  'port_in_use',
  'schema_missing',
  'schema_newer',
  'schema_older',
  'x_not_connected',
]);

/** Faults that say no: without the key nothing recorded is written. */
const refused: ReadonlySet<string> = new Set(['needs_key', 'other_key']);

function report(name: string, error: unknown): number {
  if (error instanceof UsageError || isParseArgsError(error)) {
    const help = name.startsWith('-') ? 'tmm help' : `tmm help ${name}`;
    process.stderr.write(
      `tmm ${name}: ${shortened(messageOf(error))}\n\`${help}\` shows how to use it\n`,
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
  if (isDatabaseRefusal(error)) {
    process.stderr.write(`tmm ${name}: the database refuses: ${shortened(messageOf(error))}\n`);
    return 70;
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

const messageMost = 2_000;

/** Options that the parser repeats may be as long as the command line. */
function shortened(message: string): string {
  return message.length <= messageMost ? message : `${message.slice(0, messageMost)}…`;
}

/** What the database refuses by its own rules: rights, a full disk, an end by an administrator. */
const databaseRefuses = /^(?:42501|25006|53...|57...)$/;

function isDatabaseRefusal(error: unknown): boolean {
  return error instanceof Error && 'code' in error && databaseRefuses.test(String(error.code));
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
