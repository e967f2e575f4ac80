import type { Listed, ReadingOf } from '../command.ts';

/** `UNLOCK`: tells how. Unlocking takes the online bank. */
export const unlock: Listed<ReadingOf<'unlock'>> = {
  alwaysAllowed: () => true,
  examples: (word) => [`#${word}`],
  decide: () => ({ reply: { reply: 'unlock_where' } }),
};
