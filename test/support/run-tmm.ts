import { vi } from 'vitest';
import { runCommandLine } from '../../src/cli/run-command-line.ts';

/** What a run of the command line came to. */
export interface Ran {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

/** What an operator's shell may have set for `tmm`. */
const ours = /^(?:TMM_|PG|DATABASE_URL$|PORT$)/;

/**
 * Runs `tmm` in this process: a process of its own takes a second to start. Settings of the environment are only those given. The
 * subcommand must end by itself.
 */
export async function runTmm(
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Ran> {
  const before = { ...process.env };
  for (const name of Object.keys(process.env)) if (ours.test(name)) delete process.env[name];
  Object.assign(process.env, environment);
  const said = { out: '', err: '' };
  const hear = (where: 'out' | 'err') =>
    vi
      .spyOn(where === 'out' ? process.stdout : process.stderr, 'write')
      .mockImplementation((piece) => {
        said[where] += typeof piece === 'string' ? piece : Buffer.from(piece).toString();
        return true;
      });
  const heard = [hear('out'), hear('err')];
  try {
    return { status: await runCommandLine(words), ...said };
  } finally {
    for (const one of heard) one.mockRestore();
    for (const name of Object.keys(environment)) delete process.env[name];
    Object.assign(process.env, before);
  }
}
