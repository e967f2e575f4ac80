import type { Listed, ReadingOf } from '../command.ts';

/** `contact`: our phone, our hours and where to find us. A question about branches and cash machines has a text of its own. */
export const contact: Listed<ReadingOf<'contact'>> = {
  alwaysAllowed: () => true,
  examples: (word) => [word],
  decide: (_reading, { asksPlaces, settings }) => ({
    reply: asksPlaces
      ? { reply: 'answer', topic: 'branches', routing: settings.routingNumber }
      : { reply: 'contact' },
  }),
};
