import type { Listed, ReadingOf } from '../command.ts';

/** `UNLOCK`: says how. Unlocking is only possible in the online bank. */
export const unlock: Listed<ReadingOf<'unlock'>> = {
  alwaysAllowed: () => true,
  examples: (word) => [`#${word}`],
  decide: () => ({ reply: { reply: 'unlock_where' } }),
};
