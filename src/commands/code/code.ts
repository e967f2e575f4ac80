import type { Listed, ReadingOf } from '../command.ts';

/** Codes can be changed in the online bank only, never by message. */
export const code: Listed<ReadingOf<'code'>> = {
  alwaysAllowed: () => true,
  examples: (word) => [`#${word}`],
  decide: () => ({ reply: { reply: 'code_where' } }),
};
