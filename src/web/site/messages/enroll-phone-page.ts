import type { PhoneChannel } from '../../../channels/descriptors.ts';
import { numberToText } from '../../../enrollment/number-to-text.ts';
import { phoneEnrollments } from '../../../operations/messages/begin-phone-enrollment.ts';
import { finishPhoneEnrollment } from '../../../operations/messages/finish-phone-enrollment.ts';
import { listAddresses } from '../../../operations/messages/list-addresses.ts';
import { readEnrollment } from '../../../operations/messages/read-enrollment.ts';
import { formOf } from '../../frame/form.ts';
import { perform, type Told } from '../../../operations/perform.ts';
import { field } from '../../ui/field.ts';
import { html, nothing } from '../../ui/html.ts';
import { agreedIn, agreeFields } from '../agreements/agree.ts';
import { enrollmentEnd } from './enrollment-end.ts';
import { rightsFields, rightsIn, rightsNames, rightsWritten } from './rights-fields.ts';
import {
  enrollPath,
  goTo,
  nameOf,
  sectionPage,
  timeText,
  toVerify,
  type Visit,
} from './section.ts';
import { isFresh } from '../../../operations/perform.ts';

/** Shows the form for a number, with its rights and the terms. */
export async function enrollPhoneForm(
  visit: Visit,
  channel: PhoneChannel,
  given: { readonly form?: Record<string, string>; readonly refused?: Told } = {},
): Promise<Response> {
  const { request, say } = visit;
  const here = enrollPath(channel);
  if (!isFresh(request)) return toVerify(visit, here);
  const { form = {}, refused } = given;
  const { done } = await perform(request, listAddresses, {});
  const agreeTo = done?.[channel].agreeTo ?? [];
  const error = refused?.fields['number'];
  return sectionPage(visit, {
    title: say('phone_title'),
    lead: say('phone_lead'),
    refused,
    fields: ['number', ...rightsNames, ...agreeTo],
    body: html`<form class="card stack" method="post" action="${here}">
      ${field({
        name: 'number',
        label: say('phone_number'),
        hint: say('phone_number_hint'),
        value: form['number'] ?? '',
        type: 'tel',
        inputmode: 'tel',
        autocomplete: 'tel',
        maxlength: 40,
        width: 'medium',
        ...(error === undefined ? {} : { error }),
      })}
      ${rightsFields(visit, { values: rightsWritten(form), refused })}
      ${agreeFields(request, { agreeTo, form, refused })}
      <button class="primary">${say('phone_begin')}</button>
    </form>`,
  });
}

export async function postEnrollPhone(visit: Visit, channel: PhoneChannel): Promise<Response> {
  const here = enrollPath(channel);
  const form = await formOf(visit.context);
  const { done, refused } = await perform(visit.request, phoneEnrollments[channel], {
    number: form['number'] ?? '',
    agreedTo: agreedIn(form),
    ...rightsIn(form, visit.request),
  });
  if (done) return goTo(visit, `${here}/${done.id}`, done.readOnly ? 'read_only' : undefined);
  if (refused.code === 'verify_first') return toVerify(visit, here);
  return enrollPhoneForm(visit, channel, { form, refused });
}

/** Shows the field for the code that we texted, or how the enrollment ended. */
export async function enrollPhoneState(
  visit: Visit,
  { id, refused, word }: { readonly id: string; readonly refused?: Told; readonly word?: string },
): Promise<Response> {
  const { request, say } = visit;
  const { done, refused: missing } = await perform(request, readEnrollment, { id });
  if (!done)
    return sectionPage(visit, { title: say('phone_title'), body: nothing, refused: missing });
  if (done.state !== 'pending') {
    return sectionPage(visit, { title: say('phone_title'), body: enrollmentEnd(visit, done) });
  }
  const here = enrollPath(done.channel);
  const until = timeText(done.expiresAt, {
    language: request.language,
    zone: request.institution.zone,
  });
  if (refused?.code === 'number_serves_another')
    return whichMembership(visit, { id, here, refused, word: word ?? '' });
  const error = refused?.fields['word'];
  return sectionPage(visit, {
    title: say('phone_word_title'),
    lead: say('phone_word_lead', {
      name: nameOf(done),
      until,
      to: numberToText(request.institution),
    }),
    refused,
    fields: ['word'],
    body: html`<div class="card stack">
      <form class="stack" method="post" action="${here}/${id}">
        ${field({
          name: 'word',
          label: say('phone_word'),
          hint: say('phone_word_hint'),
          inputmode: 'numeric',
          autocomplete: 'one-time-code',
          maxlength: 20,
          width: 'short',
          autofocus: true,
          ...(error === undefined ? {} : { error }),
        })}
        <button class="primary">${say('phone_finish')}</button>
      </form>
      <form method="post" action="${here}/${id}/cancel">
        <button class="quiet">${say('x_cancel')}</button>
      </form>
    </div>`,
  });
}

/**
 * A number serves one membership. The person with the phone chooses it, and can change it later.
 */
async function whichMembership(
  visit: Visit,
  {
    id,
    here,
    refused,
    word,
  }: {
    readonly id: string;
    readonly here: string;
    readonly refused: Told;
    readonly word: string;
  },
): Promise<Response> {
  const { request, say } = visit;
  return sectionPage(visit, {
    title: say('phone_which_title'),
    refused,
    body: html`<div class="card stack">
      <p>${say('phone_which_text', { number: request.member.number })}</p>
      <form method="post" action="${here}/${id}">
        <input type="hidden" name="word" value="${word}" />
        <input type="hidden" name="moveHere" value="on" />
        <button class="primary">
          ${say('phone_which_here', { number: request.member.number })}
        </button>
      </form>
      <form method="post" action="${here}/${id}/cancel">
        <button class="quiet">${say('phone_which_there')}</button>
      </form>
    </div>`,
  });
}

export async function postFinishPhone(visit: Visit, id: string): Promise<Response> {
  const form = await formOf(visit.context);
  const { done, refused } = await perform(visit.request, finishPhoneEnrollment, {
    id,
    word: form['word'] ?? '',
    ...(form['moveHere'] === 'on' ? { moveHere: true } : {}),
  });
  if (done) {
    const what = done.verifiedAgain ? 'verified_again' : 'enrolled';
    return goTo(visit, `/messages/addresses/${done.addressId}`, what);
  }
  // The page itself shows how it ended.
  const isEnd = refused.code.startsWith('enrollment_');
  return enrollPhoneState(visit, { id, word: form['word'] ?? '', ...(isEnd ? {} : { refused }) });
}
