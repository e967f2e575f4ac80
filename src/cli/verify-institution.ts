import type { ChainHead } from '../audit/head.ts';
import { problemsMax } from '../audit/problems-max.ts';
import type { Database } from '../database/database.ts';
import { verify, type VerifyReport } from '../ledger/verify/verify.ts';
import type { InstitutionName } from '../members/institution.ts';
import { messagesPart } from '../service/messages-part.ts';
import { orderProblems } from '../service/order-problems.ts';
import { headLine } from './heads.ts';
import { print, progress } from './print.ts';
import { signatureLines } from './signature-lines.ts';
import { keyringFor, keyringIfAny } from './signatures.ts';

/** An institution whose record is checked. */
export type Verified = InstitutionName;

/**
 * Checks the record of one institution, and prints what was found.
 * @returns whether nothing differs, and all but the signatures could be checked: without a key these can't
 */
export async function verifyInstitution(
  db: Database,
  given: Verified & { readonly head: ChainHead | undefined; readonly isOneOf: number },
): Promise<boolean> {
  const { id, slug, demonstration, head, isOneOf } = given;
  // Everyone has the demonstration's key.
  const keyring = demonstration ? keyringFor({ demonstration }) : keyringIfAny();
  const report = await verify(db, {
    institutionId: id,
    parts: [messagesPart],
    besides: [orderProblems],
    keyring,
    head,
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
  const { record } = report;
  if (!report.isUnreadable) printCounts(report);
  if (demonstration && !keyringIfAny())
    print('The signatures were checked with the demonstration’s key, which everyone has');
  if (record.head) print(headLine(record.head, isOneOf > 1 ? slug : undefined));
  const unchecked = uncheckedOf(report);
  // A key that is missing is told among the problems, and differs in nothing.
  print(lastLine(report.problems.length - record.signatures.unknown.size, unchecked));
  return report.problems.length === 0 && unchecked.every(({ isExpected }) => isExpected);
}

function printCounts({ accounts, entries, holds, record, changes }: VerifyReport): void {
  print(
    `${accounts} accounts, ${entries} entries, ${holds} holds, ${record.batches} batches, ${changes.rows} other rows`,
  );
  if (changes.unrecorded.length > 0)
    print(
      `Not checked, since they are from before the record: rows of ${changes.unrecorded.join(', ')}. Start the service once, or run \`tmm migrate\` with the key`,
    );
  for (const line of signatureLines(record.signatures)) print(line);
}

interface Unchecked {
  readonly what: string;
  /** Nobody asked for it. */
  readonly isExpected: boolean;
}

function uncheckedOf({ record, changes, isUnreadable }: VerifyReport): Unchecked[] {
  const { unchecked, unknown } = record.signatures;
  return [
    ...(isUnreadable ? [{ what: 'anything else', isExpected: false }] : []),
    ...(changes.unrecorded.length > 0
      ? [
          {
            what: `rows of ${changes.unrecorded.length} tables, from before the record`,
            isExpected: false,
          },
        ]
      : []),
    ...(unchecked > 0 ? [{ what: 'signatures (no key given)', isExpected: true }] : []),
    ...(unknown.size > 0
      ? [
          {
            what: `signatures of ${unknown.size === 1 ? 'a key' : 'keys'} that TMM_MASTER_KEYS lacks (${[...unknown.keys()].join(', ')})`,
            isExpected: false,
          },
        ]
      : []),
  ];
}

function lastLine(differences: number, unchecked: readonly Unchecked[]): string {
  const found =
    differences === 0
      ? 'No difference found'
      : differences === 1
        ? '1 difference'
        : differences < problemsMax
          ? `${differences} differences`
          : `At least ${differences} differences: of each kind, only the first ${problemsMax} are listed`;
  return unchecked.length === 0
    ? found
    : `${found}. Not checked: ${unchecked.map(({ what }) => what).join('; ')}`;
}
