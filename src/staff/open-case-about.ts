import type { Queries } from '../database/database.ts';
import type { EntryPlace, OpenedCase } from './new-case.ts';

/** Lets two that ask about one entry, members or staff, wait for each other, until the transaction ends. */
export async function onceAtATime(tx: Queries, { accountId, sequence }: EntryPlace): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [
    `entry asked about ${accountId} ${sequence}`,
  ]);
}

/** Finds the member's open case about an entry. The caller has called `onceAtATime`. */
export async function openCaseAbout(
  tx: Queries,
  institutionId: number,
  { memberId, about }: { readonly memberId: string; readonly about: EntryPlace },
): Promise<OpenedCase | undefined> {
  const [found] = await tx.query<OpenedCase>(
    `select reference, received_at as "receivedAt", due_on as due, provisional_due_on as "provisionalDue" from cases
      where institution_id = $1 and member_id = $2 and account_id = $3 and entry_sequence = $4 and state = 'open'`,
    [institutionId, memberId, about.accountId, about.sequence],
  );
  return found;
}

/** The most text that a case collects. The audit log has all of it. */
const wordsMax = 20_000;

/** Adds the member's words to those that a case has, unless it has them. */
export async function addWords(
  tx: Queries,
  institutionId: number,
  { reference, words }: { readonly reference: string; readonly words: string },
): Promise<void> {
  await tx.query(
    `update cases set words = left(concat_ws(E'\n', words, $3::text), ${wordsMax})
      where institution_id = $1 and reference = $2 and position($3::text in coalesce(words, '')) = 0`,
    [institutionId, reference, words],
  );
}
