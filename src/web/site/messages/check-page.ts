import type { z } from 'zod';
import { checkMessage } from '../../../operations/messages/check-message.ts';
import { formOf } from '../../frame/form.ts';
import { perform, type Told } from '../../../operations/perform.ts';
import { withMoment } from '../../ui/figures.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import { notice } from '../../ui/notice.ts';
import { textArea } from '../../ui/text-area.ts';
import { channelWords, nameOf, sectionPage, type Visit } from './section.ts';

type Checked = z.output<typeof checkMessage.output>;

/**
 * The page where a member pastes a message, to learn whether we sent it, when, and whether its code
 * is right.
 */
export async function checkPage(
  visit: Visit,
  given: { readonly text?: string; readonly checked?: Checked; readonly refused?: Told } = {},
): Promise<Response> {
  const { say } = visit;
  const error = given.refused?.fields['text'];
  return sectionPage(visit, {
    title: say('check_title'),
    lead: say('check_lead'),
    refused: given.refused,
    body: html`${given.checked ? answer(visit, given.checked) : nothing}
      <form class="card stack" method="post" action="/messages/check">
        ${textArea({
          name: 'text',
          label: say('check_text'),
          hint: say('check_text_hint'),
          value: given.text ?? '',
          maxlength: 2_000,
          rows: 4,
          ...(error === undefined ? {} : { error }),
        })}
        <button class="primary">${say('check_button')}</button>
      </form>
      <p class="hint">${say('code_worth')}</p>`,
  });
}

/** A check changes nothing, so the post answers directly: pasted text must not end up in a URL. */
export async function postCheck(visit: Visit): Promise<Response> {
  const { text = '' } = await formOf(visit.context);
  const { done, refused } = await perform(visit.request, checkMessage, { text });
  return checkPage(visit, done ? { text, checked: done } : { text, refused });
}

function answer({ request, say }: Visit, { sent, code, channel, name, at }: Checked): Html {
  if (!sent) {
    const alone = code === 'right' ? say('check_code_right_alone') : say(`check_code_${code}`);
    const text = say('check_not_sent_text', { phone: request.institution.settings.phone });
    return notice('wrong', html`${text} ${alone}`, say('check_not_sent'));
  }
  const sentence = say('check_sent_text', {
    channel: channel ? channelWords({ request }, channel).by : '',
    name: channel ? nameOf({ channel, name: name ?? '' }) : '',
  });
  const by = withMoment(sentence, Temporal.Instant.from(at ?? ''), {
    zone: request.institution.zone,
    language: request.language,
  });
  return code === 'right'
    ? notice('done', html`${by} ${say('check_code_right')}`, say('check_sent'))
    : notice(
        'mind',
        html`${by} ${say(`check_code_${code}`)} ${say('check_doubt')}`,
        say('check_sent_words'),
      );
}
