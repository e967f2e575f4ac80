import { formatDay, localMoment } from '../../../wording/dates.ts';
import { packs } from '../../../languages/index.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import type { ShownShare, Visit } from './visit.ts';

/**
 * Says in a reply's words when a remote core gave the figures of a share. Empty for current
 * figures.
 */
export function asOf({ request }: Pick<Visit, 'request'>, share: Pick<ShownShare, 'asOf'>): Html {
  if (share.asOf === null) return nothing;
  const { institution, language, world } = request;
  const told = Temporal.Instant.from(share.asOf).toZonedDateTimeISO(institution.zone);
  const today = world.clock.now().toZonedDateTimeISO(institution.zone).toPlainDate();
  const day = told.toPlainDate();
  const moment = localMoment(told.toInstant(), institution.zone);
  const { locale } = packs[language];
  const text = locale.when(locale.clock(moment), {
    day: day.equals(today) ? undefined : formatDay(day, locale),
    isNow: false,
    hour: moment.hour,
    isAsOf: true,
  });
  return html`<span class="hint">${text.charAt(0).toUpperCase()}${text.slice(1)}</span>`;
}
