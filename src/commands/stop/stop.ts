import { descriptors } from '../../channels/descriptors.ts';
import type { Listed, ReadingOf } from '../command.ts';
import { isOver } from '../pending.ts';
import type { Situation } from '../situation.ts';

/** STOP: opts out, voids everything pending, and suspends money movement until the member signs in again. */
export const stop: Listed<ReadingOf<'stop'>> = {
  alwaysAllowed: () => true,
  examples: (word) => [word.toUpperCase()],
  standsFor: (_reading, situation) => (meansNo(situation) ? { intent: 'decline' } : undefined),
  decide: () => ({
    reply: { reply: 'stopped' },
    voids: ['transfer', 'dispute', 'lock'],
    effects: [{ effect: 'opt_out' }, { effect: 'lock_money', reason: 'stop' }],
  }),
};

/**
 * CANCEL, END or QUIT while a question waits: in talk they cancel that question. On channels where they are carrier keywords for
 * STOP, they mean STOP.
 */
function meansNo({ drops, channel, pending, now }: Situation): boolean {
  const waiting = pending.confirmation ?? pending.choice;
  return (
    drops === true &&
    !descriptors[channel].carrierWords &&
    waiting !== undefined &&
    !isOver(waiting.until, now)
  );
}
