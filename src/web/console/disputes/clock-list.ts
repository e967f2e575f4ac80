import { packs } from '../../../languages/index.ts';
import { sayOf } from '../../../languages/say.ts';
import type { CaseOutput } from '../../../operations/staff/case-schema.ts';
import { html, type Html } from '../../ui/html.ts';
import type { SignedInRequest } from '../frame/console-env.ts';
import { chip } from '../ui/chip.ts';
import { dayText } from '../ui/moment.ts';

type Clock = CaseOutput['clocks'][number];

/** All deadlines of a dispute, each with its state. */
export function clockList(request: SignedInRequest, one: CaseOutput): Html {
  const say = sayOf(packs[request.language].console.disputes);
  return html`<ol class="clocks">
    ${one.clocks.map(
      (clock) =>
        html`<li class="${clock.doneOn === null ? 'runs' : 'met'}">
          <span>${say(`clock_${clock.clock}`)}</span> ${clockChip(request, clock)}
        </li>`,
    )}
  </ol>`;
}

/** How a deadline stands: met, due, late. One within two days is nearly late. */
export function clockChip(request: SignedInRequest, { dueOn, doneOn }: Clock): Html {
  const say = sayOf(packs[request.language].console.disputes);
  const day = Temporal.PlainDate.from(dueOn);
  if (doneOn !== null)
    return chip(say('met', { day: dayText(request, Temporal.PlainDate.from(doneOn)) }), 'good');
  const left = todayOf(request).until(day, { largestUnit: 'days' }).days;
  const text = dayText(request, day);
  if (left < 0) return chip(say('late', { day: text }), 'bad');
  return chip(say('due', { day: text }), left <= 2 ? 'mind' : 'plain');
}

/** Today, where the institution is. */
export function todayOf({ world, institution }: SignedInRequest): Temporal.PlainDate {
  return world.clock.now().toZonedDateTimeISO(institution.zone).toPlainDate();
}
