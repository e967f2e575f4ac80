import { labelOf } from '../commands/resolve-share.ts';
import type { Queries } from '../database/database.ts';
import { present } from '../kernel/assert.ts';
import type { ShareKind } from '../kernel/vocabulary/share-kind.ts';
import { loadShares } from '../shares/load-shares.ts';
import type { Share } from '../shares/share.ts';
import type { PlannedTransfer } from '../transfers/plan.ts';
import type { ShareLabel, TransferFacts } from '../wording/reply.ts';
import type { Approval } from './approval.ts';

/** The accounts of an approval. */
export interface Sides {
  /** The transfer that the books would make. `undefined`: an account is gone, or has another suffix than when it was asked. */
  readonly planned: PlannedTransfer | undefined;
  /** The transfer for a reply. An account that is gone has the suffix that it had. */
  readonly told: TransferFacts;
}

/** Finds the accounts of these approvals of one member: two statements at most. @returns them in the same order */
export async function sidesOf(
  q: Queries,
  { institutionId, memberId }: Pick<Approval, 'institutionId' | 'memberId'>,
  approvals: readonly Approval[],
): Promise<Sides[]> {
  if (approvals.length === 0) return [];
  const shares = ((await loadShares(q, institutionId, [memberId])).get(memberId) ?? []).filter(
    ({ maySee }) => maySee,
  );
  const find = (id: string) => shares.find((share) => share.id === id);
  const missing = approvals
    .flatMap(({ fromShareId, toShareId }) => [fromShareId, toShareId])
    .filter((id) => !find(id));
  const kinds = await kindsOf(q, institutionId, missing);
  const label = (id: string, suffix: string, share: Share | undefined): ShareLabel =>
    share ? labelOf(share) : { suffix, kind: present(kinds.get(id), 'no share is ever deleted') };
  return approvals.map((approval) => {
    const { amount, fromShareId, fromSuffix, toShareId, toSuffix } = approval;
    const from = find(fromShareId);
    const to = find(toShareId);
    const isSame = from?.suffix === fromSuffix && to?.suffix === toSuffix;
    return {
      planned: from && to && isSame ? { amount, from, to } : undefined,
      told: {
        amount,
        from: label(fromShareId, fromSuffix, from),
        to: label(toShareId, toSuffix, to),
      },
    };
  });
}

async function kindsOf(
  q: Queries,
  institutionId: number,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ShareKind>> {
  if (ids.length === 0) return new Map();
  const rows = await q.query<{ id: string; kind: ShareKind }>(
    'select id, kind from shares where institution_id = $1 and id = any($2::uuid[])',
    [institutionId, ids],
  );
  return new Map(rows.map(({ id, kind }) => [id, kind]));
}
