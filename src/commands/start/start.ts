import type { Listed, ReadingOf } from '../command.ts';

/** START: messages come again. Only a member who may move money, and may not any more, learns what it takes. */
export const start: Listed<ReadingOf<'start'>> = {
  alwaysAllowed: () => true,
  examples: (word) => [word.toUpperCase()],
  decide: (_reading, { address }) => ({
    reply: { reply: 'started', ...(address.moneyLockedAt ? { locked: true } : {}) },
    effects: [{ effect: 'opt_in' }],
  }),
};
