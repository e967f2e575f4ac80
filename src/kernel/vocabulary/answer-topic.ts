/** Questions that a fixed text of the institution answers, in the order of lists. */
export const answerTopics = [
  'fees',
  'rates',
  'loans',
  'card_replacement',
  'card_declined',
  'pin',
  'direct_deposit',
  'order_checks',
  'branches',
  'app_trouble',
  'is_it_you',
] as const;

export type AnswerTopic = (typeof answerTopics)[number];
