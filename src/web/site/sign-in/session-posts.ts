import { endOtherSessions } from '../../../operations/access/end-other-sessions.ts';
import { endSession } from '../../../operations/access/end-session.ts';
import { signOut } from '../../../operations/access/sign-out.ts';
import { perform } from '../../../operations/perform.ts';
import type { PortalContext } from '../../frame/visit.ts';
import { securityPage } from './security-page.ts';
import { goTo, toVerify, visitOf } from './screen.ts';

export async function postSignOut(context: PortalContext): Promise<Response> {
  const visit = visitOf(context);
  await perform(visit.request, signOut, {});
  return goTo(visit, '/sign-in?done=signed_out');
}

export async function postEndSession(context: PortalContext, id: string): Promise<Response> {
  const visit = visitOf(context);
  const { refused } = await perform(visit.request, endSession, { id });
  if (!refused) return goTo(visit, '/security?done=session_ended');
  return refused.code === 'verify_first'
    ? toVerify(visit, '/security')
    : securityPage(visit, refused);
}

export async function postEndOthers(context: PortalContext): Promise<Response> {
  const visit = visitOf(context);
  const { refused } = await perform(visit.request, endOtherSessions, {});
  if (!refused) return goTo(visit, '/security?done=others_ended');
  return refused.code === 'verify_first'
    ? toVerify(visit, '/security')
    : securityPage(visit, refused);
}
