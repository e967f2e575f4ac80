import { isTransferWaiting, openQuestions } from '../commands/pending.ts';
import type { Reading, Understood } from '../reading/reading.ts';
import type { Participant } from './participant.ts';

/**
 * Tells whether a text goes to the person of the staff who holds the conversation, without an
 * answer of ours. What protects the member or their money still goes to the service: STOP, HELP,
 * LOCK, DISPUTE, every word that moves money, and exact commands. Pure.
 */
export function goesToPerson(
  { conversation, understood, message, pending }: Participant,
  given: { readonly keywords: readonly string[]; readonly now: Temporal.Instant },
): boolean {
  if (conversation.handover !== 'held' || message.carrierAnswered !== undefined) return false;
  if (understood.reportsError === true || understood.stops !== undefined) return false;
  const { reading, guess } = understood;
  if (guess?.readings.some(({ intent }) => protects.has(intent)) === true) return false;
  if (reading.intent === 'unknown') return reading.care === undefined || isPolite(reading.care);
  if (isAnswerToUs(reading, pending, given.now)) return false;
  if (toService.has(reading.intent)) return false;
  return (
    talk.has(reading.intent) || !isExact(understood, withoutKeyword(message.text, given.keywords))
  );
}

const isPolite = (care: string) => care === 'hello' || care === 'thanks';

/** A number, YES or NO while one of our questions waits. */
function isAnswerToUs(
  { intent }: Reading,
  pending: Participant['pending'],
  now: Temporal.Instant,
): boolean {
  if (intent === 'choose') return pending.choice !== undefined;
  if (intent !== 'affirm' && intent !== 'decline') return false;
  return openQuestions(pending, now).length > 0 || isTransferWaiting(pending, now);
}

/** They protect, or they move or stop money. */
const toService: ReadonlySet<Reading['intent']> = new Set([
  'transfer',
  'ambiguous',
  'pay',
  'confirm',
  'refused',
  'lock',
  'unlock',
  'dispute',
  'stop',
  'start',
  'help',
]);

/** Guessed, they protect as well. A guessed HELP is talk: it stands for every wish that the service can't read. */
const protects: ReadonlySet<Reading['intent']> = new Set(['lock', 'dispute']);

/** Between two people these are words, not commands. */
const talk: ReadonlySet<Reading['intent']> = new Set([
  'agent',
  'contact',
  'answer',
  'affirm',
  'decline',
  'choose',
]);

/** The most words of a command that a member types as such: `last 5 transactions`. */
const wordsMax = 3;

/** `#bal`, `hist 7 3`, `my balance`: a command, and no talk that a question can be read from. */
function isExact({ guess, confirm }: Understood, text: string): boolean {
  const typed = text.trim();
  if (typed.startsWith('#')) return true;
  const words = typed.split(/\s+/u).filter((word) => !/\d/u.test(word));
  return guess === undefined && !confirm && words.length <= wordsMax && !/[?¿]/u.test(typed);
}

function withoutKeyword(text: string, keywords: readonly string[]): string {
  const [first = '', ...rest] = text.trim().split(/\s+/u);
  const isKeyword = keywords.some((one) => one.toLowerCase() === first.toLowerCase());
  return isKeyword && rest.length > 0 ? rest.join(' ') : text;
}
