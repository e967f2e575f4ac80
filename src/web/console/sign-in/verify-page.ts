import { findStaff } from '../../../staff-access/staff-members.ts';
import { listStaffPasskeys } from '../../../staff-access/staff-passkeys.ts';
import { html, nothing } from '../../ui/html.ts';
import { page } from '../frame/page.ts';
import { passkeyForm, passkeyScripts } from './passkey-form.ts';
import type { SignInOffers } from './sign-in-page.ts';
import type { SignInVisit } from './sign-in-visit.ts';

/** The page where a person who is signed in proves again who they are, and then goes on. */
export async function verifyPage(visit: SignInVisit, offers: SignInOffers): Promise<Response> {
  const { context, request, say, next } = visit;
  const key = { institutionId: request.institution.id, staffId: request.principal?.identity ?? '' };
  const person = await findStaff(request.db, key);
  const passkeys = await listStaffPasskeys(request.db, key);
  const hasSingleSignOn =
    person?.singleSignOn !== undefined &&
    offers.singleSignOn?.providerOf(request.institution) !== undefined;
  return page(context, {
    title: say('verify_title'),
    scripts: passkeyScripts,
    body: html`<div class="plain">
      <h1>${say('verify_title')}</h1>
      <p class="lead">${say('verify_lead')}</p>
      <section class="card stack">
        ${
          passkeys.length > 0
            ? passkeyForm(visit, {
                kind: 'use',
                begin: '/verify/passkey/options',
                finish: '/verify/passkey',
                next,
                label: say('verify_passkey'),
              })
            : nothing
        }
        ${
          hasSingleSignOn
            ? html`<p>
                <a class="button" href="/verify/single-sign-on?next=${encodeURIComponent(next)}"
                  >${say('verify_single_sign_on')}</a
                >
              </p>`
            : nothing
        }
        ${
          offers.demonstration
            ? html`<form method="post" action="/verify/demonstration">
                <input type="hidden" name="next" value="${next}" />
                <button class="primary">${say('verify_demonstration')}</button>
              </form>`
            : nothing
        }
      </section>
    </div>`,
  });
}
