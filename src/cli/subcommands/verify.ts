import { readFileSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { messagesPart } from '../../service/messages-part.ts';
import { orderProblems } from '../../service/order-problems.ts';
import { verify } from '../../ledger/verify/verify.ts';
import { chooseInstitution, institutionHelp, institutionOption } from '../choose-institution.ts';
import { dataHelp, dataOptions, openData } from '../open-data.ts';
import { print, progress } from '../print.ts';
import { signatureLines } from '../signature-lines.ts';
import { keyringFor, keyringIfAny } from '../signatures.ts';
import type { Subcommand } from '../subcommand.ts';
import { UsageError } from '../usage-error.ts';

export const verifySubcommand: Subcommand = {
  name: 'verify',
  help: `
tmm verify [--head NUMBER:HASH | --head FILE]

Recomputes every balance, hold and batch, compares every row that decides money, identity, consent or evidence with its recorded
changes, and reports the first rows that differ, by table, key and column; gaps; and batches whose rows differ. Prints the
newest head: keep it somewhere else and pass it next time with --head, which also finds a chain whose end was cut off. Needs no
configuration; with TMM_MASTER_KEYS it also checks the signatures. An import can start the ledger without a key. Once a batch is signed,
a later unsigned batch was written by someone without the key: it is reported first, and the exit status is 1.
Exit status 0: nothing was changed; 1: something was.

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
      besides: [orderProblems],
      ...(keyring ? { keyring } : {}),
      ...(values.head === undefined ? {} : { head: readHead(values.head) }),
      onProgress: ({ entries, batches, rows, table }) =>
        progress(
          entries !== undefined
            ? `entry ${entries}`
            : table === undefined
              ? `batch ${batches ?? 0}`
              : `row ${rows ?? 0} (${table})`,
        ),
    });
    progress('');
    for (const { where, what } of report.problems) print(`${where}: ${what}`);
    const { record, changes } = report;
    print(
      `${report.accounts} accounts, ${report.entries} entries, ${report.holds} holds, ${record.batches} batches, ${changes.rows} other rows`,
    );
    if (changes.unrecorded.length > 0)
      print(
        `Not checked, since they are from before the record: rows of ${changes.unrecorded.join(', ')}. Start the service once, or run \`tmm migrate\` with the key`,
      );
    for (const line of signatureLines(record.signatures)) print(line);
    if (record.head) print(`Head: ${record.head.number}:${record.head.hash}`);
    print(
      report.problems.length === 0
        ? 'Nothing was changed'
        : `${report.problems.length} ${report.problems.length === 1 ? 'difference' : 'differences'}`,
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
      '--head must be NUMBER:HASH as `tmm verify` prints it, or a file that contains it',
    );
  return { number: BigInt(match[1] ?? '0'), hash: match[2] ?? '' };
}
