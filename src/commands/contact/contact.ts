import type { Listed, ReadingOf } from '../command.ts';

/** `contact`: our phone, our hours and where to find us. A question about branches and cash machines, or for the routing number, has a text of its own. */
export const contact: Listed<ReadingOf<'contact'>> = {
  alwaysAllowed: () => true,
  examples: (word) => [word],
  decide: (_reading, { contactTopic, settings }) => ({
    reply: contactTopic
      ? { reply: 'answer', topic: contactTopic, routing: settings.routingNumber }
      : { reply: 'contact' },
  }),
};
