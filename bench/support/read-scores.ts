import { accountQuestions } from '../../src/kernel/vocabulary/intent.ts';
import type { Understood } from '../../src/reading/reading.ts';
import type { Utterance } from './corpora.ts';

/** How a text was read: the name of its reading, and that of the command that was suggested. */
export interface Outcome {
  readonly name: string;
  readonly suggested?: string | undefined;
  /** It may report an error on an account, so a rule asked for a dispute, whatever else it says. */
  readonly isNotice: boolean;
}

/** Counts of one set. */
export interface Scores {
  in: number;
  near: number;
  far: number;
  /** `in`: read as what is right. */
  meant: number;
  /** `in`: read as, or suggested, what is right or fits. */
  useful: number;
  /** `in`: read as something else. */
  wrong: number;
  /** `in`: read as, or suggested, something else. */
  misled: number;
  /** `in`: asked whether it reports an error on an account, where something else would be right. Neither wrong nor misled. */
  noticed: number;
  /** `near`: answered with data of the member. */
  nearAnswered: number;
  /** `far`: answered with data of the member; answered with anything but words of a conversation. */
  farAnswered: number;
  farTold: number;
  farSuggested: number;
  /** Read as an order that the text doesn't give. */
  money: number;
}

export const noScores: Scores = {
  in: 0,
  near: 0,
  far: 0,
  meant: 0,
  useful: 0,
  wrong: 0,
  misled: 0,
  noticed: 0,
  nearAnswered: 0,
  farAnswered: 0,
  farTold: 0,
  farSuggested: 0,
  money: 0,
};

/** The name of a reading: its intent, or `care:hello` for an answer of that kind. */
export function nameOf({ reading }: Understood): string {
  return reading.intent === 'unknown' && reading.care ? `care:${reading.care}` : reading.intent;
}

const orders: ReadonlySet<string> = new Set(['transfer', 'pay', 'ambiguous']);
const data: ReadonlySet<string> = new Set([...accountQuestions, 'accounts', 'limits']);

/** Words of a conversation, not answers about a bank. */
const talk: ReadonlySet<string> = new Set([
  'care:hello',
  'care:thanks',
  'language',
  'stop',
  'start',
  'confirm',
  'decline',
  'affirm',
  'more',
]);

/** Counts one text. */
export function count(scores: Scores, { kind, want, fits }: Utterance, outcome: Outcome): void {
  const { name, suggested } = outcome;
  scores[kind] += 1;
  if (orders.has(name) && !want.includes(name)) scores.money += 1;
  const isAnswered = name !== 'unknown';
  const isSuggested = suggested !== undefined;
  if (kind === 'in') countMeant(scores, { want, fits }, outcome);
  if (kind === 'near' && data.has(name)) scores.nearAnswered += 1;
  if (kind === 'far' && data.has(name)) scores.farAnswered += 1;
  if (kind === 'far' && isAnswered && !talk.has(name)) scores.farTold += 1;
  if (kind === 'far' && !isAnswered && isSuggested) scores.farSuggested += 1;
}

function countMeant(
  scores: Scores,
  { want, fits }: Pick<Utterance, 'want' | 'fits'>,
  { name, suggested, isNotice }: Outcome,
): void {
  const isRight = (one: string | undefined) =>
    one !== undefined && (want.includes(one) || fits.includes(one));
  if (want.includes(name)) scores.meant += 1;
  if (isRight(name) || isRight(suggested)) scores.useful += 1;
  else if (name === 'dispute' && isNotice) scores.noticed += 1;
  else if (name !== 'unknown') {
    scores.wrong += 1;
    scores.misled += 1;
  } else if (suggested !== undefined) scores.misled += 1;
}
