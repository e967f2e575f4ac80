import { confirmTotp } from '../../../operations/access/confirm-totp.ts';
import { newRecoveryCodes } from '../../../operations/access/new-recovery-codes.ts';
import { readTotpSetup } from '../../../operations/access/read-totp-setup.ts';
import { setUpTotp } from '../../../operations/access/set-up-totp.ts';
import { formOf } from '../../frame/form.ts';
import { perform, type Told } from '../../../operations/perform.ts';
import type { PortalContext } from '../../frame/visit.ts';
import { html } from '../../ui/html.ts';
import { recoveryCodesPage } from './recovery-codes-page.ts';
import { securityPage } from './security-page.ts';
import { goTo, screen, toSignIn, toVerify, visitOf, type Visit } from './screen.ts';
import { totpFields } from './totp-fields.ts';

const path = '/security/totp';

/**
 * The page that sets up an authenticator app: its key, and the code that proves that the app has
 * it.
 */
export async function totpPage(context: PortalContext, refused?: Told): Promise<Response> {
  const visit = visitOf(context);
  const { request, say } = visit;
  const setup = await perform(request, readTotpSetup, {});
  if (!setup.done) return instead(visit, setup.refused);
  return screen(visit, {
    title: say('totp_title'),
    lead: say('totp_lead', { portal: request.institution.settings.portalName }),
    refused,
    fields: ['code'],
    body: html`<section class="card stack">
        <form class="stack" method="post" action="${path}/confirm">
          ${totpFields(visit, { ...setup.done, refused })}
          <button class="primary">${say('totp_save')}</button>
        </form>
      </section>
      <p><a href="/security">${say('back_security')}</a></p>`,
  });
}

export async function postTotp(context: PortalContext): Promise<Response> {
  const visit = visitOf(context);
  const { refused } = await perform(visit.request, setUpTotp, {});
  return refused ? instead(visit, refused) : goTo(visit, path);
}

export async function postTotpConfirmation(context: PortalContext): Promise<Response> {
  const visit = visitOf(context);
  const form = await formOf(context);
  const { done, refused } = await perform(visit.request, confirmTotp, { code: form['code'] ?? '' });
  if (refused) {
    const atField = refused.code === 'totp_refused' || refused.code === 'input_invalid';
    return atField ? totpPage(context, refused) : instead(visit, refused);
  }
  return done.recoveryCodes.length > 0
    ? recoveryCodesPage(visit, { codes: done.recoveryCodes, next: '/security?done=totp' })
    : goTo(visit, '/security?done=totp');
}

export async function postRecoveryCodes(context: PortalContext): Promise<Response> {
  const visit = visitOf(context);
  const { done, refused } = await perform(visit.request, newRecoveryCodes, {});
  return refused
    ? instead(visit, refused)
    : recoveryCodesPage(visit, { codes: done.recoveryCodes, next: '/security' });
}

/** The page for a step of this section that can't be shown. */
async function instead(visit: Visit, refused: Told): Promise<Response> {
  if (refused.code === 'sign_in_first') return toSignIn(visit, '/security');
  if (refused.code === 'verify_first') return toVerify(visit, '/security');
  return securityPage(visit, refused);
}
