import { numberOpenNow } from '../../members/office-hours.ts';
import type { Listed, ReadingOf } from '../command.ts';
import { isTransferWaiting } from '../pending.ts';

/** Reaches a person: a task for staff, with a reference for the member. */
export const agent: Listed<ReadingOf<'agent'>> = {
  alwaysAllowed: () => true,
  examples: (word) => [`#${word}`],
  // `cancel my transfer` while one waits for its OK, or for which of several: that one is dropped.
  standsFor: (_reading, { drops, pending, now }) =>
    drops === true && isTransferWaiting(pending, now) ? { intent: 'decline' } : undefined,
  decide: (_reading, { stops, settings, zone, now }) => {
    if (stops === undefined)
      return { opens: 'agent', reply: ({ reference }) => ({ reply: 'agent', reference }) };
    // Nothing is stopped here: the number that someone answers now comes before all else.
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
