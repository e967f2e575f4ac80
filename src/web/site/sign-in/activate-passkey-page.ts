import { readActivation } from '../../../operations/access/read-activation.ts';
import { perform } from '../../../operations/perform.ts';
import { field } from '../../ui/field.ts';
import { html } from '../../ui/html.ts';
import { activatePage } from './activate-page.ts';
import { deviceName } from '../../ui/device-name.ts';
import { passkeyForm, passkeyScripts } from './passkey-form.ts';
import { screen, timeText, type Visit } from './screen.ts';

/**
 * The page where the member chooses how to sign in: a passkey here, or a password on the next page.
 */
export async function activatePasskeyPage(visit: Visit): Promise<Response> {
  const { request, say } = visit;
  const { done, refused } = await perform(request, readActivation, {});
  if (!done) return activatePage(visit, { refused });
  const { portalName } = request.institution.settings;
  return screen(visit, {
    title: say('activate_how_title', { name: done.name }),
    lead: say('activate_how_lead'),
    scripts: passkeyScripts,
    body: html`<section class="card stack" aria-labelledby="with-passkey">
        <h2 id="with-passkey">${say('activate_passkey_title')}</h2>
        <p>${say('activate_passkey_text', { portal: portalName })}</p>
        <div class="stack">
          ${passkeyForm(visit, {
            kind: 'make',
            begin: '/activation/passkey/options',
            finish: '/activation/passkey',
            next: '/accounts',
            label: say('activate_passkey'),
            without: say('sign_in_no_passkey'),
            before: field({
              name: 'name',
              label: say('passkey_name'),
              hint: say('passkey_name_hint'),
              value: deviceName(request.device) ?? '',
              autocomplete: 'off',
              maxlength: 60,
              width: 'medium',
            }),
          })}
        </div>
      </section>
      <section class="card stack" aria-labelledby="with-password">
        <h2 id="with-password">${say('activate_password_title')}</h2>
        <p>${say('activate_password_text')}</p>
        <p><a href="/activate/password">${say('activate_password')}</a></p>
      </section>
      <p class="hint">${say('activate_until', { time: timeText(visit, done.until) })}</p>`,
  });
}
