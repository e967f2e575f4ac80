import { recordSecurityEvent } from '../../../access/events.ts';
import { endSession, openSession, type OpenedSession } from '../../../access/sessions.ts';
import type { Queries } from '../../../database/database.ts';
import type { Act } from '../../act.ts';

/** By what somebody signed in. */
export type Way = 'passkey' | 'password' | 'password_recovery' | 'activation' | 'demonstration';

/** Opens a session of a member who has proven to be it; what session this browser had before ends. */
export async function enter(
  tx: Queries,
  act: Act,
  { memberId, way }: { readonly memberId: string; readonly way: Way },
): Promise<OpenedSession> {
  const institutionId = act.institution.id;
  if (act.session) {
    await endSession(tx, {
      institutionId,
      memberId: act.session.memberId,
      id: act.session.id,
    });
  }
  const opened = await openSession(tx, act, { institutionId, memberId, device: act.device });
  await recordSecurityEvent(tx, act, {
    institutionId,
    memberId,
    kind: 'signed_in',
    device: act.device,
    detail: { way },
  });
  return opened;
}

/** Gives the browser its session, after the commit; what was under way is over. */
export function keepSession({ cookies }: Act, { token, session }: OpenedSession): void {
  cookies.set('session', token, session.expiresAt);
  cookies.clear('step');
}
