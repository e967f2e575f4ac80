import type { Command, ReadingOf } from '../command.ts';

/** Understood but not offered yet: paying others needs another proof of identity. */
export const pay: Command<ReadingOf<'pay'>> = {
  decide: () => ({ reply: { reply: 'refused', reason: 'pay_not_offered' } }),
};
