import type { Reply } from '../../../src/wording/reply.ts';
import type { TextKey } from '../../../src/wording/text-key.ts';

/** Questions about texts that no rule understands. */
export const guessedExamples: readonly (readonly [TextKey, Reply])[] = [
  ['ask', { reply: 'ask', command: 'balance', suggestion: '#bal' }],
  [
    'choose.meant',
    {
      reply: 'choose',
      question: 'meant',
      options: [{ command: 'balance' }, { command: 'history' }],
    },
  ],
];
