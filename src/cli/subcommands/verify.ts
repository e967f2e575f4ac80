import { readFileSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { messagesPart } from '../../service/messages-part.ts';
import { verify } from '../../ledger/verify/verify.ts';
import { chooseInstitution, institutionHelp, institutionOption } from '../choose-institution.ts';
import { dataHelp, dataOptions, openData } from '../open-data.ts';
import { print, progress } from '../print.ts';
import { sealLines } from '../seal-lines.ts';
import { keyringFor, keyringIfAny } from '../seals.ts';
import type { Subcommand } from '../subcommand.ts';
import { UsageError } from '../usage-error.ts';

export const verifySubcommand: Subcommand = {
  name: 'verify',
  help: `
tmm verify [--head NUMBER:HASH | --head FILE]

Computes every balance, hold and batch anew and names the first rows that disagree, gaps, and batches whose digest differs. Prints
the newest head: keep it outside (another machine, a post), and give it next time with --head, so that a tail that was cut off is
found too. Needs no configuration; with TMM_MASTER_KEYS the keyring are checked as well. Books may be begun without a key, by an import.
Once a batch is sealed, a later one without a seal was written by somebody who has no key: it stands first, and the exit status is 1.
Exit status 0: all is as it was written; 1: something is not.

${institutionHelp}
${dataHelp}`,
  run: async (words) => {
    const { values } = parseArgs({
      args: [...words],
      options: { ...dataOptions, ...institutionOption, head: { type: 'string' } },
    });
    await using db = await openData(values);
    const institution = await chooseInstitution(db, values.institution);
    // Everyone has the demonstration's key.
    const keyring = institution.demonstration ? keyringFor(institution) : keyringIfAny();
    const report = await verify(db, {
      institutionId: institution.id,
      parts: [messagesPart],
      ...(keyring ? { keyring } : {}),
      ...(values.head === undefined ? {} : { head: readHead(values.head) }),
      onProgress: ({ entries, batches }) =>
        progress(entries === undefined ? `batch ${batches ?? 0}` : `entry ${entries}`),
    });
    progress('');
    for (const { where, what } of report.problems) print(`${where}: ${what}`);
    const { record } = report;
    print(
      `${report.accounts} accounts, ${report.entries} entries, ${report.holds} holds, ${record.batches} batches`,
    );
    for (const line of sealLines(record.keyring)) print(line);
    if (record.head) print(`Head: ${record.head.number}:${record.head.hash}`);
    print(
      report.problems.length === 0
        ? 'All is as it was written'
        : `${report.problems.length} ${report.problems.length === 1 ? 'thing disagrees' : 'things disagree'}`,
    );
    return report.problems.length === 0 ? 0 : 1;
  },
};

function readHead(given: string): { number: bigint; hash: string } {
  const text = statSync(given, { throwIfNoEntry: false })?.isFile()
    ? readFileSync(given, 'utf8')
    : given;
  const match = /(\d+):([0-9a-f]{64})/.exec(text);
  if (!match)
    throw new UsageError(
      '--head takes NUMBER:HASH as `tmm verify` prints it, or a file that holds it',
    );
  return { number: BigInt(match[1] ?? '0'), hash: match[2] ?? '' };
}
