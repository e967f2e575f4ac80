import type { Queries } from '../../database/database.ts';
import { recordAct as record } from '../../members/acts.ts';
import type { MemberContext } from '../request-context.ts';

/** Notes what a member changed about an address or the service, in the transaction that changes it. */
export async function recordAct(
  tx: Queries,
  { world, institution, member }: Pick<MemberContext, 'world' | 'institution' | 'member'>,
  changed: { readonly what: string; readonly subject: string; readonly detail?: object },
): Promise<void> {
  await record(tx, world, {
    institutionId: institution.id,
    who: `member ${member.number}`,
    why: 'in the online bank',
    ...changed,
  });
}
