import type { Language } from '../language.ts';
import type { Reading } from '../reading.ts';
import type { FreeRule } from './free-rule.ts';
import { plain } from './normalize.ts';
import { readTopic } from './read-topic.ts';
import { peopleRules } from './rules-people.ts';
import { serviceRules } from './rules-service.ts';
import { stopRules } from './rules-stop.ts';
import type { ShareReader } from './share-words.ts';

export interface FreeReading {
  readonly reading: Reading;
  /** Absent: the words are no language's own. */
  readonly language?: Language;
  readonly confirm: boolean;
}

/** Longer sentences are stories: they go to people or stay unknown. */
const lengthMax = 160;

/** Lower case, no accents, no punctuation but apostrophes: what rules look at. */
export function flatten(text: string): string {
  return plain(text)
    .replace(/[^\p{L}\p{N}' -]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * Reads free wording by rules: for people first, then STOP, then questions by their topic, then the rest. `undefined` where
 * none fits surely. Never an order.
 * @param flat what `flatten` gives
 */
export function readFree(flat: string, shares: ShareReader): FreeReading | undefined {
  if (flat.length < 4 || flat.length > lengthMax) return undefined;
  return (
    firstOf(peopleRules, flat, shares) ??
    firstOf(stopRules, flat, shares) ??
    readQuestion(flat, shares) ??
    firstOf(serviceRules, flat, shares)
  );
}

/** A question by its topic alone: tried before a mere word is taken for a share's name. */
export function readQuestion(flat: string, shares: ShareReader): FreeReading | undefined {
  const found = readTopic(flat, shares);
  return found && { ...found, confirm: false };
}

function firstOf(
  rules: readonly FreeRule[],
  flat: string,
  shares: ShareReader,
): FreeReading | undefined {
  for (const rule of rules) {
    const match = rule.pattern.exec(flat);
    if (!match) continue;
    const reading = fromMatch(rule, match.groups?.['account'], shares);
    if (reading) return { reading, language: rule.language, confirm: rule.intent === 'lock' };
  }
  return undefined;
}

function fromMatch(
  { intent, topic }: FreeRule,
  name: string | undefined,
  shares: ShareReader,
): Reading | undefined {
  if (intent === 'help') return { intent, ...(topic === undefined ? {} : { topic }) };
  if (intent !== 'balance') return { intent };
  if (name === undefined || wholes.has(name)) return { intent };
  const tokens = name.split(' ').map((raw) => ({ raw, word: raw, isHash: false }));
  const named = shares.name(tokens);
  // A word after `in` that is no share of anyone's: the sentence is about something else.
  return named?.isSure ? { intent, account: named.account } : undefined;
}

/** Words after `in` that mean all there is. */
const wholes: ReadonlySet<string> = new Set(
  'account,accounts,my account,my accounts,bank,the bank,bank account,compte,comptes,cuenta,cuentas,total,there,it'.split(
    ',',
  ),
);
