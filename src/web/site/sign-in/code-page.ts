import { finishPasswordSignIn } from '../../../operations/access/finish-password-sign-in.ts';
import { formOf } from '../../frame/form.ts';
import { perform, type Told } from '../../../operations/perform.ts';
import type { PortalContext } from '../../frame/visit.ts';
import { field } from '../../ui/field.ts';
import { html } from '../../ui/html.ts';
import { passwordPage } from './password-page.ts';
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

/** The page for the second factor. */
export async function codePage(visit: Visit, refused?: Told): Promise<Response> {
  const { request, say } = visit;
  if (isMembers(visit)) return goTo(visit, visit.next);
  if (request.cookies.read('step') === undefined)
    return goTo(visit, onTo('/sign-in/password', visit));
  return screen(visit, {
    title: say('code_title'),
    lead: say('code_lead'),
    refused,
    fields: ['code'],
    body: html`<section class="card stack">
        <form class="stack" method="post" action="/sign-in/code">
          ${nextField(visit)}
          ${field({
            name: 'code',
            label: say('code'),
            hint: say('code_hint'),
            autocomplete: 'one-time-code',
            maxlength: 40,
            width: 'medium',
            autofocus: true,
            ...errorOf(refused, 'code'),
          })}
          <button class="primary">${say('sign_in')}</button>
        </form>
      </section>
      <p><a href="${onTo('/sign-in/password', visit)}">${say('begin_again')}</a></p>
      <p class="hint">${say('sign_in_lost')}</p>`,
  });
}

export async function postCode(context: PortalContext): Promise<Response> {
  const form = await formOf(context);
  const visit = visitOf(context, form['next']);
  const { refused } = await perform(visit.request, finishPasswordSignIn, {
    code: form['code'] ?? '',
  });
  if (!refused) return goTo(visit, visit.next);
  return refused.code === 'step_over' ? passwordPage(visit, { refused }) : codePage(visit, refused);
}
