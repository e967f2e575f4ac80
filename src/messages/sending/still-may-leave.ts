import type { Queries } from '../../database/database.ts';
import { purposesThat } from '../../kernel/vocabulary/purpose.ts';
import { usableStates } from '../../members/codes.ts';
import { optedOutAt } from '../opted-out-at.ts';
import type { Claimed } from './claim.ts';

const statement = {
  name: 'outbound_still_may_leave',
  text: `select o.id
    from outbound o
    join conversations c on c.institution_id = $1 and c.id = o.conversation_id
    left join addresses a on a.institution_id = $1 and a.id = o.address_id
    left join member_opt_outs m on m.institution_id = $1 and m.member_id = a.member_id
    where o.institution_id = $1 and o.id = any($2::uuid[]) and o.status = 'sending'
      and o.claimed_by = $3
      and (o.purpose not in ${purposesThat(({ isStopped }) => isStopped)} or ((${optedOutAt('c')}) is null and m.at is null))
      and (o.code_version is null or (a.state in ${usableStates} and not exists (
        select from codes k where k.institution_id = $1 and k.address_id = o.address_id and k.version > o.code_version)))`,
};

/**
 * Checks again which of these claimed messages may be sent, in one statement between the claim's commit and the sending. Leaves out
 * members who said STOP, were suspended or got a new code meanwhile, and messages that another process took over because this one
 * stalled. The next claim decides those.
 */
export async function stillMayLeave(
  q: Queries,
  place: { readonly institutionId: number; readonly by: string },
  claimed: readonly Claimed[],
): Promise<ReadonlySet<string>> {
  if (claimed.length === 0) return new Set();
  const rows = await q.query<{ id: string }>(statement, [
    place.institutionId,
    claimed.map(({ id }) => id),
    place.by,
  ]);
  return new Set(rows.map(({ id }) => id));
}
