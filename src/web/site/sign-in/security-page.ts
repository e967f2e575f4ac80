import { listSecurityEvents } from '../../../operations/access/list-security-events.ts';
import { listPasskeys } from '../../../operations/access/list-passkeys.ts';
import { listSessions } from '../../../operations/access/list-sessions.ts';
import { readAccess } from '../../../operations/access/read-access.ts';
import { perform, type Told } from '../../../operations/perform.ts';
import { html } from '../../ui/html.ts';
import { eventsCard } from './events-card.ts';
import { passkeyScripts } from './passkey-form.ts';
import { passkeysCard } from './passkeys-card.ts';
import { passwordCard } from './password-card.ts';
import { isMembers, screen, toSignIn, type Visit } from './screen.ts';
import { sessionsCard } from './sessions-card.ts';

/** Shows how and where the member signs in, and recent events. */
export async function securityPage(visit: Visit, refused?: Told): Promise<Response> {
  const { request, say } = visit;
  if (!isMembers(visit)) return toSignIn(visit, '/security');
  const access = await perform(request, readAccess, {});
  const { passkeys } = (await perform(request, listPasskeys, {})).done ?? { passkeys: [] };
  const { sessions } = (await perform(request, listSessions, {})).done ?? { sessions: [] };
  const { events } = (await perform(request, listSecurityEvents, {})).done ?? { events: [] };
  if (!access.done) return toSignIn(visit, '/security');
  return screen(visit, {
    title: say('security_title'),
    lead: say('security_lead'),
    refused,
    scripts: passkeyScripts,
    body: html`${passkeysCard(visit, passkeys)} ${passwordCard(visit, access.done)}
    ${sessionsCard(visit, sessions)} ${eventsCard(visit, events)}`,
  });
}
