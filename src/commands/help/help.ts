import { helpTopics } from '../../kernel/vocabulary/intent.ts';
import type { Listed, ReadingOf } from '../command.ts';

/**
 * `HELP`, `HELP transfer`: lists what can be sent. Right after the answer to a guess, a bare HELP says that the guess was wrong, as
 * that answer told the member.
 */
export const help: Listed<ReadingOf<'help'>> = {
  alwaysAllowed: () => true,
  examples: (word) => [word.toUpperCase(), `${word.toUpperCase()} #bal`],
  decide: (reading) => {
    const topic = helpTopics.find((known) => known === reading.topic);
    if (topic) return { reply: { reply: 'help', topic } };
    return { reply: { reply: 'help' }, effects: [{ effect: 'not_meant' }] };
  },
};
