import { recordSecurityEvent } from '../../../access/events.ts';
import { renewSession, type OpenedSession } from '../../../access/sessions.ts';
import type { Queries } from '../../../database/database.ts';
import type { MemberAct } from '../../act.ts';
import { refuse, type Refused } from '../../refusals.ts';

/** The member has proven once more to be it: their session counts as fresh, under another token. */
export async function renew(
  tx: Queries,
  act: MemberAct,
  way: 'passkey' | 'password' | 'password_recovery',
): Promise<OpenedSession | Refused> {
  const opened = await renewSession(tx, act, act.session);
  if (!opened) return refuse('sign_in_first');
  await recordSecurityEvent(tx, act, {
    institutionId: act.institution.id,
    memberId: act.member.id,
    kind: 'verified',
    device: act.device,
    detail: { way },
  });
  return opened;
}
