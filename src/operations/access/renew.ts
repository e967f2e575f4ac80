import { recordSecurityEvent } from '../../access/events.ts';
import { renewSession, type OpenedSession } from '../../access/sessions.ts';
import type { Queries } from '../../database/database.ts';
import type { MemberContext } from '../request-context.ts';
import { refuse, type Refused } from '../refusals.ts';

/** Marks the session as fresh after a new proof of identity, and gives it another token. */
export async function renew(
  tx: Queries,
  request: MemberContext,
  way: 'passkey' | 'password' | 'password_recovery',
): Promise<OpenedSession | Refused> {
  const opened = await renewSession(tx, request, request.session);
  if (!opened) return refuse('sign_in_first');
  await recordSecurityEvent(tx, request, {
    institutionId: request.institution.id,
    memberId: request.member.id,
    kind: 'verified',
    device: request.device,
    detail: { way },
  });
  return opened;
}
