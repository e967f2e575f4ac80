import { sidesOf } from '../../approvals/sides.ts';
import { readApproval } from '../../approvals/store.ts';
import type { CoreSnapshot } from '../../core/core.ts';
import { prefetchTransfer } from '../../transfers/post.ts';
import type { MemberContext } from '../request-context.ts';

/**
 * Asks a remote core about both accounts of an approval and the latest transfers between them, before the transaction. Asks nothing of
 * our own books.
 */
export async function prefetched(
  { core, db, institution, member }: MemberContext,
  id: string,
): Promise<{ readonly away?: true; readonly snapshot?: CoreSnapshot }> {
  if (!core.remote) return {};
  const whose = { institutionId: institution.id, memberId: member.id };
  const approval = await readApproval(db, { ...whose, id });
  const [sides] = approval ? await sidesOf(db, whose, [approval]) : [];
  if (!sides?.planned) return {};
  const snapshot = await prefetchTransfer(core, institution.id, sides.planned, true);
  return snapshot ? { snapshot } : { away: true };
}
