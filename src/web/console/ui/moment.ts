import { dateFormat } from '../../../languages/formats.ts';
import { packs } from '../../../languages/index.ts';
import { html, type Html } from '../../ui/html.ts';
import type { ConsoleRequest } from '../frame/console-env.ts';

type Place = Pick<ConsoleRequest, 'institution' | 'language' | 'world'>;

/** A moment in the institution's zone: the time today, else the day with the time. */
export function moment(request: Place, at: string | Temporal.Instant): Html {
  const instant = typeof at === 'string' ? Temporal.Instant.from(at) : at;
  return html`<time datetime="${instant.toString()}">${momentText(request, instant)}</time>`;
}

/** The same as text. */
export function momentText(
  { institution, language, world }: Place,
  instant: Temporal.Instant,
): string {
  const { intl } = packs[language];
  const there = instant.toZonedDateTimeISO(institution.zone);
  const today = world.clock.now().toZonedDateTimeISO(institution.zone).toPlainDate();
  const time = { hour: 'numeric', minute: '2-digit' } as const;
  if (there.toPlainDate().equals(today))
    return dateFormat(intl, time).format(there.toPlainDateTime());
  const year = there.year === today.year ? {} : ({ year: 'numeric' } as const);
  return dateFormat(intl, { month: 'short', day: 'numeric', ...year, ...time }).format(
    there.toPlainDateTime(),
  );
}

/** A day without a time. */
export function dayText({ language }: Pick<Place, 'language'>, day: Temporal.PlainDate): string {
  return dateFormat(packs[language].intl, {
    weekday: 'short',
    month: 'short',
    day: 'numeric',
    year: 'numeric',
  }).format(day);
}

/** How long until then, or since then: `in 3 hours`, `2 days ago`. */
export function fromNow({ language, world }: Place, at: string | Temporal.Instant): string {
  const instant = typeof at === 'string' ? Temporal.Instant.from(at) : at;
  const seconds = world.clock.now().until(instant).total('seconds');
  const format = new Intl.RelativeTimeFormat(packs[language].intl, { numeric: 'auto' });
  const size = Math.abs(seconds);
  if (size < 90) return format.format(Math.round(seconds), 'second');
  if (size < 90 * 60) return format.format(Math.round(seconds / 60), 'minute');
  if (size < 36 * 3600) return format.format(Math.round(seconds / 3600), 'hour');
  return format.format(Math.round(seconds / 86_400), 'day');
}
