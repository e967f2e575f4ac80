import { answerTopics } from '../../../src/kernel/vocabulary/answer-topic.ts';
import type { Reply } from '../../../src/wording/reply.ts';
import type { TextKey } from '../../../src/wording/text-key.ts';
import { carLoan, loan, on, routing } from './example-facts.ts';
import { exampleNow as now } from './example-voice.ts';

const today = on('2026-11-23');

/** Believable facts for fixed answers and for questions about loans. */
export const answerExamples: readonly (readonly [TextKey, Reply])[] = [
  ...answerTopics.map((topic): readonly [TextKey, Reply] => [
    `answer.${topic}`,
    { reply: 'answer', topic, routing },
  ]),
  ['answer.direct_deposit.unset', { reply: 'answer', topic: 'direct_deposit' }],
  ['loan', { reply: 'loan', ask: 'payment', loans: [carLoan], today: today, at: now }],
  ['loan.none', { reply: 'loan', ask: 'payment', loans: [], today: today, at: now }],
  [
    'loan.owed',
    {
      reply: 'loan',
      ask: 'payoff',
      loans: [{ share: loan, owed: 8_200_00n }],
      today: today,
      at: now,
    },
  ],
  [
    'loan.unknown',
    {
      reply: 'loan',
      ask: 'due_date',
      loans: [{ share: loan, owed: 8_200_00n }],
      today: today,
      at: now,
    },
  ],
];
