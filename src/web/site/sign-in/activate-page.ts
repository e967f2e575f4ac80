import { beginActivation } from '../../../operations/access/begin-activation.ts';
import { formOf } from '../../frame/form.ts';
import { perform, type Told } from '../../../operations/perform.ts';
import type { PortalContext } from '../../frame/visit.ts';
import { field } from '../../ui/field.ts';
import { html } from '../../ui/html.ts';
import { errorOf, goTo, screen, visitOf, type Visit } from './screen.ts';

/** The page where an invited member starts, with member number and activation code. */
export async function activatePage(
  visit: Visit,
  given: { readonly refused?: Told; readonly memberNumber?: string } = {},
): Promise<Response> {
  const { request, say } = visit;
  return screen(visit, {
    title: say('activate_title'),
    lead: say('activate_lead', { portal: request.institution.settings.portalName }),
    refused: given.refused,
    body: html`<section class="card stack">
        <form class="stack" method="post" action="/activate">
          ${field({
            name: 'memberNumber',
            label: say('member_number'),
            hint: say('member_number_hint'),
            value: given.memberNumber ?? '',
            autocomplete: 'username',
            maxlength: 40,
            width: 'medium',
            ...errorOf(given.refused, 'memberNumber'),
          })}
          ${field({
            name: 'code',
            label: say('activation_code'),
            hint: say('activation_code_hint'),
            autocomplete: 'off',
            maxlength: 40,
            width: 'medium',
            ...errorOf(given.refused, 'code'),
          })}
          <button class="primary">${say('continue')}</button>
        </form>
      </section>
      <p><a href="/sign-in">${say('sign_in')}</a></p>`,
  });
}

export async function postActivate(context: PortalContext): Promise<Response> {
  const visit = visitOf(context);
  const form = await formOf(context);
  const memberNumber = form['memberNumber'] ?? '';
  const { refused } = await perform(visit.request, beginActivation, {
    memberNumber,
    code: form['code'] ?? '',
  });
  return refused
    ? activatePage(visit, { refused, memberNumber })
    : goTo(visit, '/activate/passkey');
}
