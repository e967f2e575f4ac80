import { answersAllowed, hint, latest } from '../asked.ts';
import type { Command, ReadingOf } from '../command.ts';

/** A bare YES while something waits: on SMS it is a carrier's word, so it never confirms; it is told what to send. */
export const affirm: Command<ReadingOf<'affirm'>> = {
  alwaysAllowed: (_reading, situation) => answersAllowed(situation, undefined),
  decide: (_reading, situation) => {
    const asked = latest(situation);
    return 'reply' in asked ? asked : { reply: hint(asked.question) };
  },
};
