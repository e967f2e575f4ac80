import { readAccess } from '../../../operations/access/read-access.ts';
import { verifyWithPassword } from '../../../operations/access/verify-with-password.ts';
import { formOf } from '../../frame/form.ts';
import { perform, type Told } from '../../../operations/perform.ts';
import type { PortalContext } from '../../frame/visit.ts';
import { field } from '../../ui/field.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import { notice } from '../../ui/notice.ts';
import { passkeyForm, passkeyScripts } from './passkey-form.ts';
import {
  errorOf,
  goTo,
  isMembers,
  nextField,
  screen,
  toSignIn,
  visitOf,
  type Visit,
} from './screen.ts';

/**
 * The page where a member verifies again, in any way they have, and then continues to their target.
 */
export async function verifyPage(visit: Visit, refused?: Told): Promise<Response> {
  const { request, say, next } = visit;
  const { done } = await perform(request, readAccess, {});
  if (!isMembers(visit) || !done) return toSignIn(visit, next);
  const byPassword = done.passwordChangedAt !== null && done.totpSince !== null;
  return screen(visit, {
    title: say('verify_title'),
    lead: say('verify_lead'),
    refused,
    scripts: passkeyScripts,
    body: html`${
        done.passkeys > 0
          ? html`<section class="card stack">
              ${passkeyForm(visit, {
                kind: 'use',
                begin: '/verification/passkey/options',
                finish: '/verification/passkey',
                next,
                label: say('verify_passkey'),
                without: say('verify_no_passkey'),
              })}
            </section>`
          : nothing
      }
      ${byPassword ? passwordForm(visit, refused) : nothing}
      ${done.passkeys === 0 && !byPassword ? notice('mind', say('verify_none')) : nothing}
      <p><a href="${next}">${say('cancel')}</a></p>
      <form class="row" method="post" action="/sign-out">
        <span class="hint">${say('verify_other')}</span>
        <button class="quiet">${say('session_end')}</button>
      </form>`,
  });
}

function passwordForm(visit: Visit, refused: Told | undefined): Html {
  const { say } = visit;
  return html`<section class="card stack" aria-labelledby="by-password">
    <h2 id="by-password">${say('verify_password_title')}</h2>
    <form class="stack" method="post" action="/verify">
      ${nextField(visit)}
      ${field({
        name: 'password',
        label: say('password'),
        type: 'password',
        autocomplete: 'current-password',
        ...errorOf(refused, 'password'),
      })}
      ${field({
        name: 'code',
        label: say('code'),
        hint: say('code_hint'),
        autocomplete: 'one-time-code',
        maxlength: 40,
        width: 'medium',
        ...errorOf(refused, 'code'),
      })}
      <button class="primary">${say('confirm')}</button>
    </form>
  </section>`;
}

export async function postVerify(context: PortalContext): Promise<Response> {
  const form = await formOf(context);
  const visit = visitOf(context, form['next']);
  const { refused } = await perform(visit.request, verifyWithPassword, {
    password: form['password'] ?? '',
    code: form['code'] ?? '',
  });
  return refused ? verifyPage(visit, refused) : goTo(visit, visit.next);
}
