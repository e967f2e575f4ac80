import type { Care } from './care.ts';
import type { Intent } from './intent.ts';

/**
 * Intents that a guess may have. None of them moves money, changes a setting or answers a question of ours; `lock` and `dispute`
 * only ask.
 */
export const guessableIntents = [
  'balance',
  'history',
  'deposits',
  'withdrawals',
  'holds',
  'checks',
  'accounts',
  'limits',
  'contact',
  'help',
  'agent',
  'lock',
  'dispute',
] as const satisfies readonly Intent[];

export type GuessedIntent = (typeof guessableIntents)[number];

/** Answers of their own that a guess may be. Only rules read secrets and danger to a life. */
export const guessableCares = ['hello', 'thanks', 'emergency'] as const satisfies readonly Care[];

export type GuessedCare = (typeof guessableCares)[number];

/**
 * What the model tells apart, in the order of its weights. Each has its file of sentences in every language.
 * `transfer` and `pay` are wishes to move money: the guess is HELP for them, never an order. `loss` is something lost or stolen.
 * `near` is banking for which no command exists, `far` all other talk: both mean silence.
 */
export const guessLabels = [
  ...guessableIntents,
  'transfer',
  'pay',
  'hello',
  'thanks',
  'loss',
  'near',
  'far',
] as const;

export type GuessLabel = (typeof guessLabels)[number];
