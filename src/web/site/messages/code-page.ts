import { changeCode } from '../../../operations/messages/change-code.ts';
import { showCode } from '../../../operations/messages/show-code.ts';
import { formOf } from '../../frame/form.ts';
import { perform, type Told } from '../../../operations/perform.ts';
import { field } from '../../ui/field.ts';
import { html } from '../../ui/html.ts';
import { nobodys } from './address-page.ts';
import { ownAddress } from './home-page.ts';
import { goTo, nameOf, sectionPage, toVerify, type Visit } from './section.ts';

/** Shows the code of one address after a fresh verification, and lets the member change it. */
export async function codePage(
  visit: Visit,
  given: { readonly id: string; readonly refused?: Told; readonly chosen?: string },
): Promise<Response> {
  const { request, say } = visit;
  const { id } = given;
  const own = await ownAddress(visit, id);
  if (!own) return nobodys(visit);
  const { done, refused } = await perform(request, showCode, { id });
  if (!done) {
    return refused.code === 'verify_first'
      ? toVerify(visit, `/messages/addresses/${id}/code`)
      : nobodys(visit, refused);
  }
  const error = given.refused?.fields['chosen'];
  const response = await sectionPage(visit, {
    title: say('code_shown', { name: nameOf(own.address) }),
    refused: given.refused,
    fields: ['chosen'],
    body: html`<section class="card stack">
        <p><strong class="code figure-large">${done.code}</strong></p>
        <p>${say('code_lead')} ${say('code_worth')}</p>
      </section>
      <section class="card stack" aria-labelledby="change">
        <h2 id="change">${say('code_change_title')}</h2>
        <form class="stack" method="post" action="/messages/addresses/${id}/code">
          ${field({
            name: 'chosen',
            label: say('code_chosen'),
            hint: say('code_chosen_hint'),
            value: given.chosen ?? '',
            autocomplete: 'off',
            maxlength: 20,
            width: 'short',
            required: false,
            ...(error === undefined ? {} : { error }),
          })}
          <button class="primary">${say('code_change')}</button>
        </form>
      </section>
      <p><a href="/messages/addresses/${id}">${say('manage')}</a></p>`,
  });
  response.headers.set('cache-control', 'no-store');
  return response;
}

export async function postCode(visit: Visit, id: string): Promise<Response> {
  const form = await formOf(visit.context);
  const path = `/messages/addresses/${id}/code`;
  const chosen = form['chosen'] ?? '';
  const { done, refused } = await perform(visit.request, changeCode, { id, chosen });
  if (done) return goTo(visit, path, 'code');
  return refused.code === 'verify_first'
    ? toVerify(visit, path)
    : codePage(visit, { id, refused, chosen });
}
