import type { Reading, ShareNames } from './reading.ts';
import { firstMatch, matchesSifted } from '../kernel/patterns/sieve.ts';
import type { FreeReading } from './free-reading.ts';
import type { FreeRule } from './free-rule.ts';
import { plain } from './normalize.ts';
import { readAnswer } from './read-answer.ts';
import { readTopic } from './read-topic.ts';
import type { Said } from './said.ts';
import type { Lexicon } from './lexicon/lexicon.ts';
import type { ShareReader } from './share-words.ts';

/** Longer sentences are stories: they go to people or stay unknown. */
const lengthMax = 160;

/** The context for reading free wording. */
export interface FreeReader {
  readonly shares: ShareReader;
  /** The member's shares, if they are known. */
  readonly own: readonly ShareNames[] | undefined;
  /** The text with its punctuation. */
  readonly typed: string;
  readonly lexicon: Lexicon;
  /** Whether the text has words that may limit an answer, such as a period. */
  readonly mayLimit?: boolean;
  /**
   * Reads the text as a question with what limits its answer.
   * @param names whether a word may be a merchant
   */
  readonly limited?: (names: boolean) => FreeReading | undefined;
}

/**
 * Reads free wording by rules: first texts for people, then STOP, then questions by topic, then the rest. `undefined` if no rule
 * fits for certain. Never an order.
 * @param optsOut whether the text as typed opts out; called only if it is not for people
 */
export function readFree(
  said: Said,
  reader: FreeReader,
  optsOut: () => boolean,
): FreeReading | undefined {
  const { flat } = said;
  if (flat.length > lengthMax || isQuoted(flat, reader.lexicon)) return undefined;
  return (
    forPeople(said, reader) ??
    (optsOut() ? stopping(said, reader) : undefined) ??
    (flat.length < 4
      ? readAnswer(said, { ...reader, shares: reader.own })
      : readMoreFree(said, reader))
  );
}

function isQuoted(flat: string, { freeRules, sieve }: Lexicon): boolean {
  return matchesSifted(freeRules.asksHowSaid, flat, sieve);
}

function readMoreFree(said: Said, reader: FreeReader): FreeReading | undefined {
  const { stop, service } = reader.lexicon.freeRules;
  return (
    firstOf(stop, said, reader) ??
    readAnswer(said, { ...reader, shares: reader.own }) ??
    readQuestion(said, reader) ??
    firstOf(service, said, reader)
  );
}

/** STOP, in the language of the matching rule if there is one. */
function stopping(said: Said, reader: FreeReader): FreeReading {
  const found = firstOf(reader.lexicon.freeRules.stop, said, reader);
  return found?.reading.intent === 'stop' ? found : { reading: { intent: 'stop' }, confirm: false };
}

/** `someone has my card number, freeze my account`: the order takes precedence over the report, and asks once like any loose order. */
function forPeople(said: Said, reader: FreeReader): FreeReading | undefined {
  const found = firstOf(reader.lexicon.freeRules.people, said, reader);
  return found?.reading.intent === 'dispute' ? (readLock(said, reader.lexicon) ?? found) : found;
}

/** Reads only an order to lock. */
export function readLock(said: Said, { freeRules, sieve }: Lexicon): FreeReading | undefined {
  const rule = firstMatch(freeRules.lock, said.flat, sieve);
  return rule && { reading: { intent: 'lock' }, language: rule.language, confirm: true };
}

/**
 * Reads a question by its topic, and what limits its answer. It is tried before a mere word counts as a share's name. Words that
 * may limit the answer are never passed over as mere filling.
 */
export function readQuestion(
  said: Said,
  { shares, lexicon, mayLimit = false, limited }: FreeReader,
): FreeReading | undefined {
  const first = mayLimit ? limited?.(false) : undefined;
  if (first) return first;
  const found = readTopic(said, shares, lexicon);
  return found ? { ...found, confirm: false } : limited?.(true);
}

function firstOf(
  rules: readonly FreeRule[],
  said: Said,
  reader: FreeReader,
): FreeReading | undefined {
  const next = reader.lexicon.sieve.among(rules);
  for (let at = next(said.flat, 0); at >= 0; at = next(said.flat, at + 1)) {
    const rule = rules[at];
    if (!rule) break;
    const match = rule.pattern.exec(said.flat);
    if (!match) continue;
    const account = match.groups?.['account'];
    const reading = fromMatch(rule, account && said.asTyped(account), reader);
    if (reading) return { reading, language: rule.language, confirm: rule.intent === 'lock' };
  }
  return undefined;
}

function fromMatch(
  { intent, topic }: FreeRule,
  name: string | undefined,
  { shares, lexicon }: FreeReader,
): Reading | undefined {
  if (intent === 'help') return { intent, ...(topic === undefined ? {} : { topic }) };
  if (intent !== 'balance') return { intent };
  if (name === undefined || lexicon.freeRules.wholes.has(plain(name))) return { intent };
  const tokens = name.split(' ').map((raw) => ({ raw, word: plain(raw), isHash: false }));
  const named = shares.name(tokens);
  // A word after `in` that names no share: the sentence is about something else.
  return named?.isSure ? { intent, account: named.account } : undefined;
}
