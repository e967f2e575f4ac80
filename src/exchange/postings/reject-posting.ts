import type { Database, Queries } from '../../database/database.ts';
import type { PostingState } from '../../kernel/vocabulary/posting-state.ts';
import { describeRefusal } from '../../ledger/import/import-orders.ts';
import { postIn } from '../../ledger/post.ts';
import { recordInAuditLog } from '../../members/audit-log.ts';
import { announceChange } from '../../notices/announce.ts';
import type { Decided, Deciding } from './decide-waiting.ts';
import { transactionOf } from './end-to-end-id.ts';

interface Line {
  readonly accountId: string;
  readonly state: PostingState;
}

/**
 * Reverses a posting that the core rejected, and tells its members. A repeat changes nothing.
 * @returns `refused` where the core has taken a part of it, so that staff must look
 */
export async function rejectPosting(
  db: Database,
  given: Deciding,
  rejected: { readonly id: string; readonly reason: string },
): Promise<Decided | { readonly already: true }> {
  const { institution, world, keyring, actor } = given;
  const transactionId = transactionOf(rejected.id);
  if (transactionId === undefined)
    return { refused: `${rejected.id} is no end-to-end id of ours: it has 32 letters and digits` };
  return db.transaction(async (tx) => {
    const lines = await tx.query<Line>(
      `select account_id as "accountId", state from posting_lines
        where institution_id = $1 and transaction_id = $2 order by account_id for update`,
      [institution.id, transactionId],
    );
    if (lines.length === 0) return { refused: `nothing with the id ${rejected.id} was sent` };
    if (lines.every(({ state }) => state === 'rejected')) return { already: true };
    if (lines.some(({ state }) => state !== 'sent'))
      return {
        refused: `a part of ${rejected.id} came back from the core, so it can’t be reversed as a whole: correct it in the core`,
      };
    const [outcome] = await postIn(tx, {
      institutionId: institution.id,
      world,
      keyring,
      orders: [
        {
          order: 'reversal',
          key: `posting-rejected:${transactionId}`,
          effectiveOn: world.clock.now().toZonedDateTimeISO(institution.zone).toPlainDate(),
          transactionId,
          description: 'TRANSFER REVERSED',
          forced: true,
        },
      ],
    });
    if (outcome?.outcome !== 'posted')
      return {
        refused: `it can’t be reversed: ${outcome ? describeRefusal(outcome.reason) : 'the books gave no answer'}`,
      };
    await tx.query(
      `update posting_lines set state = 'rejected', ended_at = $3
        where institution_id = $1 and transaction_id = $2 and state = 'sent'`,
      [institution.id, transactionId, world.clock.now()],
    );
    for (const memberId of await membersOf(tx, institution.id, lines))
      await announceChange(
        tx,
        { world, institution, keyring },
        { memberId, what: 'transfer_returned' },
      );
    await recordInAuditLog(tx, world, {
      institutionId: institution.id,
      ...actor,
      what: 'posting_rejected',
      subject: rejected.id,
      detail: { reason: rejected.reason },
    });
    return { done: true };
  });
}

/** The members who may see the accounts of a posting. */
async function membersOf(
  q: Queries,
  institutionId: number,
  lines: readonly Line[],
): Promise<string[]> {
  const rows = await q.query<{ memberId: string }>(
    `select distinct o.member_id as "memberId" from shares s
      join share_owners o on o.institution_id = $1 and o.share_id = s.id and o.may_see
      where s.institution_id = $1 and s.account_id = any($2::uuid[]) order by 1`,
    [institutionId, lines.map(({ accountId }) => accountId)],
  );
  return rows.map(({ memberId }) => memberId);
}
