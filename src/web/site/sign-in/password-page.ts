import { signInWithPassword } from '../../../operations/access/sign-in-with-password.ts';
import { formOf } from '../../frame/form.ts';
import { perform, type Told } from '../../../operations/perform.ts';
import type { PortalContext } from '../../frame/visit.ts';
import { field } from '../../ui/field.ts';
import { html } from '../../ui/html.ts';
import {
  errorOf,
  goTo,
  isMembers,
  nextField,
  onTo,
  screen,
  visitOf,
  type Visit,
} from './screen.ts';

/** The page for member number and password. */
export async function passwordPage(
  visit: Visit,
  given: { readonly refused?: Told; readonly memberNumber?: string } = {},
): Promise<Response> {
  const { say } = visit;
  if (isMembers(visit)) return goTo(visit, visit.next);
  return screen(visit, {
    title: say('password_title'),
    lead: say('password_lead'),
    refused: given.refused,
    body: html`<section class="card stack">
        <form class="stack" method="post" action="/sign-in/password">
          ${nextField(visit)}
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
            name: 'password',
            label: say('password'),
            type: 'password',
            autocomplete: 'current-password',
            ...errorOf(given.refused, 'password'),
          })}
          <button class="primary">${say('continue')}</button>
        </form>
      </section>
      <p><a href="${onTo('/sign-in', visit)}">${say('passkey_instead')}</a></p>
      <p>${say('sign_in_first_time')} <a href="/activate">${say('sign_in_activate')}</a></p>
      <p class="hint">${say('sign_in_lost')}</p>`,
  });
}

export async function postPassword(context: PortalContext): Promise<Response> {
  const form = await formOf(context);
  const visit = visitOf(context, form['next']);
  const memberNumber = form['memberNumber'] ?? '';
  const { refused } = await perform(visit.request, signInWithPassword, {
    memberNumber,
    password: form['password'] ?? '',
  });
  return refused
    ? passwordPage(visit, { refused, memberNumber })
    : goTo(visit, onTo('/sign-in/code', visit));
}
