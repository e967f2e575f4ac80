import { descriptors, type AccountChannel } from '../../../channels/descriptors.ts';
import { accountEnrollments } from '../../../operations/messages/begin-account-enrollment.ts';
import { cancelEnrollment } from '../../../operations/messages/cancel-enrollment.ts';
import { listAddresses } from '../../../operations/messages/list-addresses.ts';
import { readEnrollment } from '../../../operations/messages/read-enrollment.ts';
import { grouped } from '../../../enrollment/words.ts';
import { formOf } from '../../frame/form.ts';
import { perform, type Told } from '../../../operations/perform.ts';
import { field } from '../../ui/field.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import { agreedIn, agreeFields } from '../agreements/agree.ts';
import { enrollmentEnd, type Enrollment } from './enrollment-end.ts';
import { qr } from '../../ui/qr.ts';
import { rightsFields, rightsIn, rightsNames, rightsWritten } from './rights-fields.ts';
import { enrollPath, goTo, sectionPage, timeText, toVerify, type Visit } from './section.ts';
import { isFresh } from '../../../operations/perform.ts';

/** Shows the form. The member verifies first if needed, so that their entries are not lost. */
export async function enrollAccountForm(
  visit: Visit,
  channel: AccountChannel,
  given: { readonly form?: Record<string, string>; readonly refused?: Told } = {},
): Promise<Response> {
  const { request, say } = visit;
  const here = enrollPath(channel);
  const { title } = descriptors[channel];
  if (!isFresh(request)) return toVerify(visit, here);
  const { form = {}, refused } = given;
  const { done } = await perform(request, listAddresses, {});
  const agreeTo = done?.[channel].agreeTo ?? [];
  const error = refused?.fields['handle'];
  return sectionPage(visit, {
    title: say('x_title', { channel: title }),
    lead: say('x_lead'),
    refused,
    fields: ['handle', ...rightsNames, ...agreeTo],
    body: html`<form class="card stack" method="post" action="${here}">
      ${field({
        name: 'handle',
        label: say('x_handle', { channel: title }),
        hint: say('x_handle_hint'),
        value: form['handle'] ?? '',
        maxlength: 60,
        autocomplete: 'off',
        width: 'medium',
        ...(error === undefined ? {} : { error }),
      })}
      ${rightsFields(visit, { values: rightsWritten(form), refused })}
      ${agreeFields(request, { agreeTo, form, refused })}
      <button class="primary">${say('x_begin')}</button>
    </form>`,
  });
}

export async function postEnrollAccount(visit: Visit, channel: AccountChannel): Promise<Response> {
  const here = enrollPath(channel);
  const form = await formOf(visit.context);
  const { done, refused } = await perform(visit.request, accountEnrollments[channel], {
    handle: form['handle'] ?? '',
    agreedTo: agreedIn(form),
    ...rightsIn(form, visit.request),
  });
  if (done) return goTo(visit, `${here}/${done.id}`);
  if (refused.code === 'verify_first') return toVerify(visit, here);
  return enrollAccountForm(visit, channel, { form, refused });
}

/**
 * Shows the code with its ready-made link, and the state of the enrollment. A script refreshes the
 * page automatically.
 */
export async function enrollAccountState(
  visit: Visit,
  channel: AccountChannel,
  id: string,
): Promise<Response> {
  const { request, say } = visit;
  const { done, refused } = await perform(request, readEnrollment, { id });
  const title = say('x_title', { channel: descriptors[channel].title });
  if (!done) return sectionPage(visit, { title, body: nothing, refused });
  return sectionPage(visit, {
    title: done.state === 'pending' ? say('x_word_title') : title,
    scripts: ['/static/enrollment.js'],
    body: done.state === 'pending' ? waiting(visit, done) : enrollmentEnd(visit, done),
  });
}

function waiting({ request, say }: Visit, enrollment: Enrollment): Html {
  const here = enrollPath(enrollment.channel);
  const { title } = descriptors[enrollment.channel];
  const { id, word = '', link = '', sendTo = '', follows, followBack, triesLeft } = enrollment;
  const until = timeText(enrollment.expiresAt, {
    language: request.language,
    zone: request.institution.zone,
  });
  return html`<div
    class="card stack"
    data-enrollment="/api/v1/enrollments/${id}"
    data-seen="${seen(enrollment)}"
  >
    <p>${wordLead(say, enrollment, until)}</p>
    <p>
      <span class="hint">${say('x_word_label')}</span>
      <strong class="code">${grouped(word)}</strong>
    </p>
    <p>
      <a class="button primary" href="${link}" rel="noreferrer"
        >${say('x_open', { channel: title })}</a
      >
    </p>
    <figure class="stack">
      ${qr(link, say('x_qr', { channel: title }))}
      <figcaption class="hint">${say('x_qr_hint', { channel: title })}</figcaption>
    </figure>
    <p class="hint">
      ${follows ? say('x_follows') : say('x_follow_hint', { to: sendTo })}
      ${followBack === 'forbidden' ? say('x_forbidden', { channel: title }) : nothing}
      ${triesLeft < 5 ? say('x_tries', { tries: String(triesLeft) }) : nothing}
    </p>
    <p class="hint">${say('x_start_hint')}</p>
    ${enrollment.encrypted ? html`<p class="hint">${say('x_encrypted')}</p>` : nothing}
    <p role="status" data-waiting hidden>${say('x_wait')}</p>
    <div class="row">
      <a class="button quiet" href="${here}/${id}">${say('x_check_now')}</a>
      <form method="post" action="${here}/${id}/cancel">
        <button class="quiet">${say('x_cancel')}</button>
      </form>
    </div>
  </div>`;
}

/** Says where to send the code: the encrypted chat may be with another account of ours. */
function wordLead(say: Visit['say'], enrollment: Enrollment, until: string): string {
  const { name, sendTo: own = '', encrypted, encryptedHandle } = enrollment;
  if (!encrypted) return say('x_word_lead', { name, to: own, until });
  return encryptedHandle === undefined
    ? say('x_word_lead_chat', { name, to: own, until })
    : say('x_word_lead_bot', { name, to: encryptedHandle, own, until });
}

/** The script compares this. If it differs, the script reloads the page. */
function seen({ state, follows, triesLeft }: Enrollment): string {
  return `${state} ${String(follows)} ${triesLeft}`;
}

/** Cancels an enrollment on any channel. */
export async function postCancel(visit: Visit, id: string): Promise<Response> {
  const { refused } = await perform(visit.request, cancelEnrollment, { id });
  return refused
    ? sectionPage(visit, { title: visit.say('nav_home'), body: nothing, refused })
    : goTo(visit, '/messages', 'cancelled');
}
