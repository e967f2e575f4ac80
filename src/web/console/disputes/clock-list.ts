import { packs } from '../../../languages/index.ts';
import { sayOf } from '../../../languages/say.ts';
import type { CaseOutput } from '../../../operations/staff/case-schema.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import type { SignedInRequest } from '../frame/console-env.ts';
import { chip, type Tone } from '../ui/chip.ts';
import { dayText } from '../ui/moment.ts';

type Clock = CaseOutput['clocks'][number];

/** All deadlines of a dispute, each with its state. */
export function clockList(request: SignedInRequest, one: CaseOutput): Html {
  const say = sayOf(packs[request.language].console.disputes);
  return html`<ol class="clocks">
    ${one.clocks.map(
      (clock) =>
        html`<li class="${clock.doneOn === null ? `runs-${toneOf(request, clock)}` : 'met'}">
          <span>${say(`clock_${clock.clock}`)}</span> ${clockChip(request, clock)}
          ${clock.doneOn === null ? gone(request, one, clock) : nothing}
        </li>`,
    )}
  </ol>`;
}

/** How a deadline stands: met, due, late. */
export function clockChip(request: SignedInRequest, { dueOn, doneOn }: Clock): Html {
  const say = sayOf(packs[request.language].console.disputes);
  const day = Temporal.PlainDate.from(dueOn);
  if (doneOn !== null)
    return chip(say('met', { day: dayText(request, Temporal.PlainDate.from(doneOn)) }), 'good');
  const text = dayText(request, day);
  const tone = toneOf(request, { dueOn });
  return chip(say(tone === 'bad' ? 'late' : 'due', { day: text }), tone);
}

/** A deadline within two days is nearly late. */
function toneOf(request: SignedInRequest, { dueOn }: Pick<Clock, 'dueOn'>): Tone {
  const left = daysBetween(todayOf(request), Temporal.PlainDate.from(dueOn));
  return left < 0 ? 'bad' : left <= 2 ? 'mind' : 'plain';
}

/** A bar that shows how much of the time since the notice has gone. The date beside it says the same. */
function gone(request: SignedInRequest, { receivedAt }: CaseOutput, { dueOn }: Clock): Html {
  const begun = Temporal.Instant.from(receivedAt)
    .toZonedDateTimeISO(request.institution.zone)
    .toPlainDate();
  const all = Math.max(1, daysBetween(begun, Temporal.PlainDate.from(dueOn)));
  const share = Math.min(1, Math.max(0, daysBetween(begun, todayOf(request)) / all));
  return html`<svg viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
    <rect width="${(100 * share).toFixed(1)}" height="1" />
  </svg>`;
}

const daysBetween = (from: Temporal.PlainDate, to: Temporal.PlainDate) =>
  from.until(to, { largestUnit: 'days' }).days;

/** Today, where the institution is. */
export function todayOf({ world, institution }: SignedInRequest): Temporal.PlainDate {
  return world.clock.now().toZonedDateTimeISO(institution.zone).toPlainDate();
}
