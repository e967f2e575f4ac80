import type { Listed, ReadingOf } from '../command.ts';

/** START: turns messages on again. If the member could move money and can't now, the reply says what it takes. */
export const start: Listed<ReadingOf<'start'>> = {
  alwaysAllowed: () => true,
  examples: (word) => [word.toUpperCase()],
  decide: (_reading, { address }) => ({
    reply: { reply: 'started', ...(address.moneyLockedAt ? { locked: true } : {}) },
    effects: [{ effect: 'opt_in' }],
  }),
};
