import { numberOpenNow } from '../../members/office-hours.ts';
import { untilOf } from '../share-of.ts';
import type { Listed, ReadingOf } from '../command.ts';
import type { Decision } from '../situation.ts';

/** `DISPUTE`, "this wasn't me": asks once, then opens a case with its due dates (Regulation E, 12 CFR 1005.11). */
export const dispute: Listed<ReadingOf<'dispute'>> = {
  alwaysAllowed: () => true,
  examples: (word) => [`#${word}`],
  decide: (_reading, situation) => {
    const until = untilOf(situation);
    const { confirmation, settings, zone, now } = situation;
    // A lost card can't wait for the case, so the phone number comes first.
    const lossCall = situation.loss
      ? (numberOpenNow(settings, 'card', zone, now) ?? settings.phone)
      : undefined;
    return {
      reply: {
        reply: 'confirm_dispute',
        confirmation,
        until,
        ...(lossCall === undefined ? {} : { lossCall }),
      },
      pending: {
        confirmation: { code: confirmation, until: until.toString(), what: { kind: 'dispute' } },
      },
    };
  },
};

/** Opens the case. It counts from the first message that reported the error. */
export function openDispute(): Decision {
  return {
    opens: 'dispute',
    reply: ({ reference, due, receivedAt }) => ({
      reply: 'dispute_opened',
      reference,
      at: receivedAt,
      due,
    }),
  };
}
