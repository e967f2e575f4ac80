import type { Intent } from './reading.ts';

/** Intents that a word may begin, in the order in which lists show them. */
export const wordIntents = [
  'balance',
  'history',
  'deposits',
  'withdrawals',
  'checks',
  'holds',
  'transfer',
  'pay',
  'more',
  'accounts',
  'details',
  'limits',
  'confirm',
  'decline',
  'affirm',
  'lock',
  'unlock',
  'code',
  'dispute',
  'agent',
  'contact',
  'help',
  'stop',
  'start',
] as const satisfies readonly Intent[];

export type WordIntent = (typeof wordIntents)[number];

export function isWordIntent(name: string): name is WordIntent {
  return wordIntents.some((intent) => intent === name);
}
