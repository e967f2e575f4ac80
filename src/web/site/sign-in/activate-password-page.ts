import { passwordLengths } from '../../../access/password-rules.ts';
import { activateWithPassword } from '../../../operations/access/activate-with-password.ts';
import { readActivation } from '../../../operations/access/read-activation.ts';
import { formOf } from '../../frame/form.ts';
import { perform, type Told } from '../../../operations/perform.ts';
import type { PortalContext } from '../../frame/visit.ts';
import { field } from '../../ui/field.ts';
import { html } from '../../ui/html.ts';
import { activatePage } from './activate-page.ts';
import { recoveryCodesPage } from './recovery-codes-page.ts';
import { errorOf, screen, timeText, visitOf, type Visit } from './screen.ts';
import { totpFields } from './totp-fields.ts';

/** Password and authenticator app in one form, since neither alone is a way to sign in. */
export async function activatePasswordPage(visit: Visit, refused?: Told): Promise<Response> {
  const { request, say } = visit;
  const read = await perform(request, readActivation, {});
  if (!read.done) return activatePage(visit, { refused: read.refused });
  const { memberNumber, totp, until } = read.done;
  return screen(visit, {
    title: say('activate_password_title'),
    lead: say('activate_password_lead'),
    refused,
    fields: ['password', 'code'],
    body: html`<section class="card stack">
        <form class="stack" method="post" action="/activate/password">
          <input type="hidden" name="username" value="${memberNumber}" autocomplete="username" />
          ${field({
            name: 'password',
            label: say('new_password'),
            type: 'password',
            hint: say('new_password_hint', { min: String(passwordLengths.min) }),
            autocomplete: 'new-password',
            ...errorOf(refused, 'password'),
          })}
          ${totpFields(visit, { ...totp, refused })}
          <button class="primary">${say('activate_finish')}</button>
        </form>
      </section>
      <p><a href="/activate/passkey">${say('passkey_instead')}</a></p>
      <p class="hint">${say('activate_until', { time: timeText(visit, until) })}</p>`,
  });
}

export async function postActivatePassword(context: PortalContext): Promise<Response> {
  const visit = visitOf(context);
  const form = await formOf(context);
  const { done, refused } = await perform(visit.request, activateWithPassword, {
    password: form['password'] ?? '',
    code: form['code'] ?? '',
  });
  if (done) return recoveryCodesPage(visit, { codes: done.recoveryCodes, next: '/accounts' });
  return refused.code === 'step_over'
    ? activatePage(visit, { refused })
    : activatePasswordPage(visit, refused);
}
