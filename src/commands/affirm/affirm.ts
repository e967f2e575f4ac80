import { answersAllowed, hint, latest } from '../asked.ts';
import type { Command, ReadingOf } from '../command.ts';

/** A bare YES while a question waits. On SMS it is a carrier keyword, so it never confirms; the reply says what to send. */
export const affirm: Command<ReadingOf<'affirm'>> = {
  alwaysAllowed: (_reading, situation) => answersAllowed(situation, undefined),
  decide: (_reading, situation) => {
    const asked = latest(situation);
    return 'reply' in asked ? asked : { reply: hint(asked.question) };
  },
};
