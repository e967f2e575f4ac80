import type { Database, Queries } from '../../database/database.ts';
import type { PostingState } from '../../kernel/vocabulary/posting-state.ts';
import { describeRefusal } from '../../ledger/import/import-orders.ts';
import { hasCorrection } from '../../ledger/correction.ts';
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
    const undone = await undo(tx, given, transactionId);
    if ('refused' in undone) return undone;
    await tx.query(
      `update posting_lines set state = 'rejected', ended_at = $3
        where institution_id = $1 and transaction_id = $2 and state = 'sent'`,
      [institution.id, transactionId, world.clock.now()],
    );
    // Who reversed it before has told them.
    const told = undone.isNew ? await membersOf(tx, institution.id, lines) : [];
    for (const memberId of told)
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

/** Reverses a posting unless it is undone already. @returns `refused` where that would move more than the posting did */
async function undo(
  tx: Queries,
  { institution, world, keyring }: Deciding,
  transactionId: string,
): Promise<{ readonly isNew: boolean } | { readonly refused: string }> {
  const institutionId = institution.id;
  // Locks its accounts, so that neither a correction nor a reversal comes between.
  if (await hasCorrection(tx, { institutionId, world, transactionId }))
    return {
      refused:
        'it was corrected here, so reversing all of it would move too much: reverse the correction first, then reject it again',
    };
  const [fate] = await tx.query<{ reversalOf: string | null; isReversed: boolean }>(
    `select t.reversal_of as "reversalOf",
        exists (select from transactions r where r.institution_id = $1 and r.reversal_of = t.id) as "isReversed"
      from transactions t where t.institution_id = $1 and t.id = $2`,
    [institutionId, transactionId],
  );
  if (fate?.isReversed === true) return { isNew: false };
  if (fate && fate.reversalOf !== null) {
    const original = await tx.query(
      `select 1 from posting_lines where institution_id = $1 and transaction_id = $2 and state = 'rejected'`,
      [institutionId, fate.reversalOf],
    );
    // The core has neither a posting nor its reversal, and our books have both.
    return original.length > 0
      ? { isNew: false }
      : {
          refused:
            'it is a reversal, and the core has what it reverses: correct it in the core. If the core rejected both, reject the other one first',
        };
  }
  const [outcome] = await postIn(tx, {
    institutionId,
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
  if (outcome?.outcome === 'posted') return { isNew: true };
  return {
    refused: `it can’t be reversed: ${outcome ? describeRefusal(outcome.reason) : 'the books gave no answer'}`,
  };
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
