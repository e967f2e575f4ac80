import type { z } from 'zod';
import type { listPasskeys } from '../../../operations/access/list-passkeys.ts';
import { field } from '../../ui/field.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import { empty } from '../../ui/notice.ts';
import { deviceName } from '../../ui/device-name.ts';
import { momentOf } from './moment-of.ts';
import { passkeyForm } from './passkey-form.ts';
import type { Visit } from './screen.ts';

type Passkey = z.output<typeof listPasskeys.output>['passkeys'][number];

/** The member's passkeys, and a form that adds one. */
export function passkeysCard(visit: Visit, passkeys: readonly Passkey[]): Html {
  const { request, say } = visit;
  return html`<section class="card stack" aria-labelledby="passkeys">
    <h2 id="passkeys">${say('passkeys_title')}</h2>
    ${
      passkeys.length === 0
        ? empty(say('passkeys_empty'), say('passkeys_empty_text'))
        : table(visit, passkeys)
    }
    <h3>${say('passkey_add_title')}</h3>
    <div class="stack">
      ${passkeyForm(visit, {
        kind: 'make',
        begin: '/passkeys/options',
        finish: '/passkeys',
        next: '/security?done=passkey_added',
        verify: '/verify?next=/security',
        label: say('passkey_add'),
        without: say('passkey_add_no_script'),
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
  </section>`;
}

function table(visit: Visit, passkeys: readonly Passkey[]): Html {
  const { say } = visit;
  return html`<table class="rows" aria-labelledby="passkeys">
    <thead>
      <tr>
        <th scope="col">${say('column_name')}</th>
        <th scope="col">${say('column_created')}</th>
        <th scope="col">${say('column_used')}</th>
        <th scope="col">${say('column_actions')}</th>
      </tr>
    </thead>
    <tbody>
      ${passkeys.map(
        ({ id, name, synced, createdAt, lastUsedAt }) =>
          html`<tr>
            <th scope="row" data-label="${say('column_name')}">
              ${name} ${synced ? html`<span class="hint">${say('synced')}</span>` : nothing}
            </th>
            <td data-label="${say('column_created')}">${momentOf(visit, createdAt)}</td>
            <td data-label="${say('column_used')}">
              ${lastUsedAt === null ? say('never_used') : momentOf(visit, lastUsedAt)}
            </td>
            <td>
              <div class="row">
                <a href="/security/passkeys/${id}" aria-label="${say('rename_what', { name })}"
                  >${say('rename')}</a
                >
                <form method="post" action="/security/passkeys/${id}/remove">
                  <button class="danger" aria-label="${say('remove_what', { name })}">
                    ${say('remove')}
                  </button>
                </form>
              </div>
            </td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}
