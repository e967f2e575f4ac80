import type { z } from 'zod';
import type { readEnrollment } from '../../../operations/messages/read-enrollment.ts';
import { phoneChannels } from '../../../channels/descriptors.ts';
import { contactCardPath } from '../../../enrollment/contact-card.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import { notice } from '../../ui/notice.ts';
import { enrollPath, nameOf, type Visit } from './section.ts';

export type Enrollment = z.output<typeof readEnrollment.output>;

/** Shows how an enrollment ended, and how to continue. */
export function enrollmentEnd({ request, say }: Visit, enrollment: Enrollment): Html {
  const { state, addressId, channel, verifiedAgain } = enrollment;
  if (state === 'pending') return nothing;
  const end = verifiedAgain ? 'verified_again' : state;
  const places = { name: nameOf(enrollment), phone: request.institution.settings.phone };
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
              >${phoneChannels.some((one) => one === channel) ? html` <a href="${contactCardPath}">${say('end_completed_card')}</a>` : nothing}`
          : html`<a class="button primary" href="${enrollPath(channel)}">${say('begin_again')}</a>`
      }
      <a href="/messages">${say('back_home')}</a>
    </p>`;
}
