import { numberOpenNow } from '../../members/office-hours.ts';
import type { Listed, ReadingOf } from '../command.ts';
import { isTransferWaiting } from '../pending.ts';

/** Reaches a person: a task for staff, with a reference for the member. */
export const agent: Listed<ReadingOf<'agent'>> = {
  alwaysAllowed: () => true,
  examples: (word) => [`#${word}`],
  // `cancel my transfer` while a transfer waits for its OK, or for the choice among several: drop it.
  standsFor: (_reading, { drops, pending, now }) =>
    drops === true && isTransferWaiting(pending, now) ? { intent: 'decline' } : undefined,
  decide: (_reading, { stops, settings, zone, now }) => {
    if (stops === undefined)
      return { opens: 'agent', reply: ({ reference }) => ({ reply: 'agent', reference }) };
    // Nothing is stopped here, so the reply first gives the number that someone answers now.
    const call = numberOpenNow(settings, stops, zone, now);
    return {
      opens: 'agent',
      reply: ({ reference }) => ({
        reply: 'not_stopped',
        what: stops,
        reference,
        ...(call === undefined ? {} : { call }),
      }),
    };
  },
};
