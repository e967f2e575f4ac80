import type { Command, ReadingOf } from '../command.ts';

/** Read, and not offered yet: money goes to others only with another proof of identity. */
export const pay: Command<ReadingOf<'pay'>> = {
  decide: () => ({ reply: { reply: 'refused', reason: 'pay_not_offered' } }),
};
