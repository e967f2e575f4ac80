import { formatDay, formatTime, localMoment } from '../../../wording/dates.ts';
import { locales } from '../../../languages/wording.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import type { ShownShare, Visit } from './visit.ts';

/** When a core elsewhere told the figures of a share, in the words of replies; nothing where they are of now. */
export function asOf({ request }: Pick<Visit, 'request'>, share: Pick<ShownShare, 'asOf'>): Html {
  if (share.asOf === null) return nothing;
  const { institution, language, world } = request;
  const told = Temporal.Instant.from(share.asOf).toZonedDateTimeISO(institution.zone);
  const today = world.clock.now().toZonedDateTimeISO(institution.zone).toPlainDate();
  const day = told.toPlainDate();
  const moment = localMoment(told.toInstant(), institution.zone);
  const text = locales[language].when(formatTime(moment, language), {
    day: day.equals(today) ? undefined : formatDay(day, language),
    isNow: false,
    hour: moment.hour,
    isAsOf: true,
  });
  return html`<span class="hint">${text.charAt(0).toUpperCase()}${text.slice(1)}</span>`;
}
