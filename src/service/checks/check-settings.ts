import { statSync } from 'node:fs';
import { Fault } from '../../kernel/fault.ts';
import { productionProblems, readConfig, type Config } from '../config.ts';
import { findingsOf, type Finding } from '../../kernel/finding.ts';

const { ok, problem } = findingsOf('settings');

const why = '`tmm serve` refuses to start with it.';
const act = 'Correct it in the environment or in the file of the settings.';

/**
 * Checks the settings of the environment and the file that they come from.
 * @returns `config` is absent if they can’t be read
 */
export function checkSettings(
  environment: Readonly<Record<string, string | undefined>>,
  file: string | undefined,
): { readonly config?: Config; readonly findings: readonly Finding[] } {
  const findings = file === undefined ? [] : checkFile(file);
  let config: Config;
  let problems: readonly string[];
  try {
    config = readConfig(environment);
    problems = productionProblems(config);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return { findings: [...findings, problem({ what: error.message, why, act })] };
  }
  findings.push(
    ...problems.map((what) => problem({ what: `${what}.`, why, act })),
    ...(problems.length === 0 ? [ok('The settings are complete.')] : []),
  );
  return { config, findings };
}

/** Everyone else on the machine must not read the secrets. */
function checkFile(file: string): Finding[] {
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found)
    return [
      problem({ what: `There is no file ${file}.`, why, act: 'Run `tmm setup`, which writes it.' }),
    ];
  // Windows has other rights, which the mode doesn't show.
  if (process.platform === 'win32' || (found.mode & 0o077) === 0) return [];
  return [
    problem({
      what: `Others on this machine may read ${file}.`,
      why: 'It has the keys to members’ codes and addresses.',
      act: `Run: chmod 600 ${file}`,
    }),
  ];
}
