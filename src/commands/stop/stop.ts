import { descriptors } from '../../channels/descriptors.ts';
import type { Listed, ReadingOf } from '../command.ts';
import { isOver } from '../pending.ts';
import type { Situation } from '../situation.ts';

/** STOP: opts out, voids what waits, and money movement stays suspended until the member signs in again. */
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
 * CANCEL, END, QUIT while something waits: in talk they drop that. Where carriers make them words for STOP, they stay that.
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
