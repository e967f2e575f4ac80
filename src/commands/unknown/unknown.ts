import type { Care } from '../../kernel/vocabulary/care.ts';
import { numberOpenNow } from '../../members/office-hours.ts';
import type { Command, ReadingOf } from '../command.ts';
import { askGuess } from './ask-guess.ts';

/** Danger to life, something lost or stolen, or a secret sent by mistake: answered before any lock, without account data. */
const urgent: ReadonlySet<Care> = new Set<Care>(['secrets', 'emergency', 'crisis']);

/** A text that is not a command, including those with an answer of their own. */
export const unknown: Command<ReadingOf<'unknown'>> = {
  alwaysAllowed: ({ care }) => care !== undefined && urgent.has(care),
  decide: ({ suggestion, care }, situation) => {
    const { meant, guess, settings, zone, now } = situation;
    if (meant === 'paying_others')
      return { reply: { reply: 'refused', reason: 'pay_not_offered' } };
    if (meant === 'amount_missing') return { reply: { reply: 'amount_missing' } };
    if (guess?.tier === 'ask' && suggestion !== undefined)
      return askGuess(guess, suggestion, situation);
    return {
      reply: {
        reply: 'unknown',
        ...(suggestion === undefined ? {} : { suggestion }),
        ...(care ? { care } : {}),
        ...(care === 'emergency' ? { cardCall: numberOpenNow(settings, 'card', zone, now) } : {}),
      },
    };
  },
};
