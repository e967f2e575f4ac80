import type { Language } from '../kernel/vocabulary/language.ts';
import type { Reading } from './reading.ts';
import type { FreeRule } from './free-rule.ts';
import { plain } from './normalize.ts';
import { readTopic } from './read-topic.ts';
import type { Said } from './said.ts';
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

/**
 * Reads free wording by rules: for people first, then STOP, then questions by their topic, then the rest. `undefined` where
 * none fits surely. Never an order.
 * @param optsOut whether the text as typed takes back consent; asked only where it is not for people
 */
export function readFree(
  said: Said,
  shares: ShareReader,
  optsOut: () => boolean,
): FreeReading | undefined {
  const { flat } = said;
  if (flat.length > lengthMax || asksHowSaid.test(flat)) return undefined;
  return (
    forPeople(said, shares) ??
    (optsOut() ? stopping(said, shares) : undefined) ??
    (flat.length < 4 ? undefined : readMoreFree(said, shares))
  );
}

function readMoreFree(said: Said, shares: ShareReader): FreeReading | undefined {
  return (
    firstOf(stopRules, said, shares) ??
    readQuestion(said, shares) ??
    firstOf(serviceRules, said, shares)
  );
}

/** STOP, in the language of the rule that has this wording, if any has. */
function stopping(said: Said, shares: ShareReader): FreeReading {
  const found = firstOf(stopRules, said, shares);
  return found?.reading.intent === 'stop' ? found : { reading: { intent: 'stop' }, confirm: false };
}

/** `how do you say "stop payment" in german`: what is named is only to be said. */
const asksHowSaid =
  /\bhow (?:do|does|can|could|would|should|might) (?:i|you|we|they|one|people) say\b|\b(?:comment (?:dit on|on dit|dire)|como (?:se dice|digo|puedo decir))\b/;

/** `someone has my card number, freeze my account`: what is ordered comes before what is told, and asks once as that does. */
function forPeople(said: Said, shares: ShareReader): FreeReading | undefined {
  const found = firstOf(peopleRules, said, shares);
  return found?.reading.intent === 'dispute' ? (readLock(said) ?? found) : found;
}

const lockRules = serviceRules.filter(({ intent }) => intent === 'lock');

/** Only what orders the lock. */
export function readLock(said: Said): FreeReading | undefined {
  const rule = lockRules.find(({ pattern }) => pattern.test(said.flat));
  return rule && { reading: { intent: 'lock' }, language: rule.language, confirm: true };
}

/** A question by its topic alone: tried before a mere word is taken for a share's name. */
export function readQuestion(said: Said, shares: ShareReader): FreeReading | undefined {
  const found = readTopic(said, shares);
  return found && { ...found, confirm: false };
}

function firstOf(
  rules: readonly FreeRule[],
  said: Said,
  shares: ShareReader,
): FreeReading | undefined {
  for (const rule of rules) {
    const match = rule.pattern.exec(said.flat);
    if (!match) continue;
    const account = match.groups?.['account'];
    const reading = fromMatch(rule, account && said.asTyped(account), shares);
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
  if (name === undefined || wholes.has(plain(name))) return { intent };
  const tokens = name.split(' ').map((raw) => ({ raw, word: plain(raw), isHash: false }));
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
