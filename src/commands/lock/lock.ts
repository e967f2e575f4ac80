import { untilOf } from '../share-of.ts';
import type { Listed, ReadingOf } from '../command.ts';

/** `LOCK`: stops the service at once on all channels. A corrected word asks first. */
export const lock: Listed<ReadingOf<'lock'>> = {
  alwaysAllowed: () => true,
  examples: (word) => [`#${word}`],
  decide: (_reading, situation) => {
    // A dispute that waits for its OK stays pending: its own question mentions LOCK.
    const voids = ['transfer', 'lock'] as const;
    if (situation.member.lockedAt) return { reply: { reply: 'already_locked' }, voids };
    if (situation.unsure) {
      const until = untilOf(situation);
      const { confirmation } = situation;
      return {
        reply: { reply: 'confirm_lock', confirmation, until },
        pending: {
          confirmation: { code: confirmation, until: until.toString(), what: { kind: 'lock' } },
        },
      };
    }
    return {
      reply: { reply: 'locked', at: situation.now },
      voids,
      effects: [{ effect: 'lock_member' }],
    };
  },
};
