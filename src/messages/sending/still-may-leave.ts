import type { Queries } from '../../database/database.ts';
import { chainColumns, type ChainRow } from '../../audit/chain-row.ts';
import { purposesThat } from '../../kernel/vocabulary/purpose.ts';
import { usableStates } from '../../members/codes.ts';
import { optedOutAt } from '../opted-out-at.ts';
import { isNoHaltedBulletin } from './bulletins.ts';
import type { Claimed } from './claimed.ts';

const statement = {
  name: 'outbound_still_may_leave',
  text: `select o.id, ${chainColumns('ch')}
    from outbound o
    join conversations c on c.institution_id = $1 and c.id = o.conversation_id
    left join addresses a on a.institution_id = $1 and a.id = o.address_id
    left join member_opt_outs m on m.institution_id = $1 and m.member_id = a.member_id
    left join chain ch on ch.institution_id = $1 and ch.batch_id = o.batch_id and o.id = any($4::uuid[])
    where o.institution_id = $1 and o.id = any($2::uuid[]) and o.status = 'sending'
      and o.claimed_by = $3
      and ${isNoHaltedBulletin}
      and (o.purpose not in ${purposesThat(({ isStopped }) => isStopped)} or ((${optedOutAt('c')}) is null and m.at is null))
      and (o.code_version is null or (a.state in ${usableStates} and not exists (
        select from codes k where k.institution_id = $1 and k.address_id = o.address_id and k.version > o.code_version)))`,
};

/**
 * Which of these claimed messages may still leave: asked once more between the claim's commit and the sending, one statement for all of
 * them. An address that said STOP, was suspended or got a new code meanwhile is not among them, nor is a notice to many that a person stopped, nor is one
 * that another process has taken over from this one, which stood still for too long; the next claim says what becomes of those.
 * @param withChain ids of messages whose batch's row of the chain comes along
 */
export async function stillMayLeave(
  q: Queries,
  place: { readonly institutionId: number; readonly by: string },
  claimed: readonly Claimed[],
  withChain: readonly string[],
): Promise<{ readonly leaving: ReadonlySet<string>; readonly chain: readonly ChainRow[] }> {
  if (claimed.length === 0) return { leaving: new Set(), chain: [] };
  const rows = await q.query<
    { id: string } & { [Field in keyof ChainRow]: ChainRow[Field] | null }
  >(statement, [place.institutionId, claimed.map(({ id }) => id), place.by, withChain]);
  return {
    leaving: new Set(rows.map(({ id }) => id)),
    chain: rows.flatMap((row) => (isChainRow(row) ? [row] : [])),
  };
}

/** What the outer join gives where it found a row. */
function isChainRow(row: { readonly hash: Uint8Array | null }): row is ChainRow {
  return row.hash !== null;
}
