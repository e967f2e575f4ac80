import type { z } from 'zod';
import type { readEnrolment } from '../../../operations/messages/read-enrolment.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import { notice } from '../../ui/notice.ts';
import { enrolPath, nameOf, type Visit } from './section.ts';

export type Enrolment = z.output<typeof readEnrolment.output>;

/** How an enrolment ended, and how to go on. */
export function enrolmentEnd({ request, say }: Visit, enrolment: Enrolment): Html {
  const { state, addressId, channel, verifiedAgain } = enrolment;
  if (state === 'pending') return nothing;
  const end = verifiedAgain ? 'verified_again' : state;
  const places = { name: nameOf(enrolment), phone: request.institution.settings.phone };
  const isGood = state === 'completed';
  return html`${notice(
      isGood ? 'done' : 'wrong',
      say(`end_${end}_text`, places),
      say(`end_${end}`, places),
    )}
    <p class="row">
      ${
        isGood
          ? html`<a class="button primary" href="/messages/addresses/${addressId ?? ''}"
              >${say('end_completed_manage')}</a
            >`
          : html`<a class="button primary" href="${enrolPath(channel)}">${say('begin_again')}</a>`
      }
      <a href="/messages">${say('back_home')}</a>
    </p>`;
}
