import type { Command, ReadingOf } from '../command.ts';

/** A question that a fixed text of the institution answers. The text tells nothing of the member, so a lock doesn't withhold it. */
export const answer: Command<ReadingOf<'answer'>> = {
  alwaysAllowed: () => true,
  decide: ({ topic }, { settings }) => ({
    reply: { reply: 'answer', topic, routing: settings.routingNumber },
  }),
};
