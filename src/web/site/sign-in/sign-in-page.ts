import { html, nothing, type Html } from '../../ui/html.ts';
import { passkeyForm, passkeyScripts } from './passkey-form.ts';
import { signOnPath, type SiteSignOn } from './single-sign-on-pages.ts';
import { goTo, isMembers, onTo, screen, type Visit } from './screen.ts';

/** The sign-in page: a passkey first, or a password, or another online bank. Sends a signed-in member onward. */
export async function signInPage(visit: Visit, signOn?: SiteSignOn): Promise<Response> {
  const { request, say, next } = visit;
  if (isMembers(visit)) return goTo(visit, next);
  return screen(visit, {
    title: say('sign_in_title', { portal: request.institution.settings.portalName }),
    scripts: passkeyScripts,
    body: html`<section class="card stack">
        <div class="stack">
          ${passkeyForm(visit, {
            kind: 'use',
            begin: '/sign-in/passkey/options',
            finish: '/sign-in/passkey',
            next,
            label: say('sign_in_passkey'),
            without: say('sign_in_no_passkey'),
          })}
        </div>
        <p class="hint">${say('sign_in_passkey_hint')}</p>
        <p>
          <a href="${onTo('/sign-in/password', visit)}">${say('sign_in_with_password')}</a>
        </p>
        ${fromBank(visit, signOn)}
      </section>
      <p>${say('sign_in_first_time')} <a href="/activate">${say('sign_in_activate')}</a></p>
      <p class="hint">${say('sign_in_lost')}</p>`,
  });
}

/** The button that leads to the other online bank. */
function fromBank(visit: Visit, signOn: SiteSignOn | undefined): Html {
  const { request, say } = visit;
  const bank = request.institution.settings.signOn?.name;
  if (bank === undefined || !signOn?.providerOf(request.institution)) return nothing;
  return html`<p>
    <a class="button quiet" href="${onTo(signOnPath, visit)}"
      >${say('sign_in_from_bank', { bank })}</a
    >
  </p>`;
}
