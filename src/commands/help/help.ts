import { helpTopics } from '../../kernel/vocabulary/intent.ts';
import type { Listed, ReadingOf } from '../command.ts';

/** `HELP`, `HELP transfer`: lists what can be sent. */
export const help: Listed<ReadingOf<'help'>> = {
  alwaysAllowed: () => true,
  examples: (word) => [word.toUpperCase(), `${word.toUpperCase()} #bal`],
  decide: (reading) => {
    const topic = helpTopics.find((known) => known === reading.topic);
    return { reply: { reply: 'help', ...(topic ? { topic } : {}) } };
  },
};
