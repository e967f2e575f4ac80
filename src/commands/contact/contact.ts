import type { Listed, ReadingOf } from '../command.ts';

/** `contact`: our phone, our hours and where to find us. */
export const contact: Listed<ReadingOf<'contact'>> = {
  alwaysAllowed: () => true,
  examples: (word) => [word],
  decide: () => ({ reply: { reply: 'contact' } }),
};
