import { matchesSifted, type Sieve } from '../kernel/patterns/sieve.ts';
import type { Asked, PlacedRule } from './lexicon/answer-words.ts';
import type { Lexicon } from './lexicon/lexicon.ts';
import type { FreeReading } from './free-reading.ts';
import { plain } from './normalize.ts';
import type { ContactTopic, Reading, ShareNames } from './reading.ts';
import type { Said } from './said.ts';
import { createShareReader } from './share-words.ts';
import { factsIn } from './text-facts.ts';

/** A longer sentence is a story that only mentions the topic. */
const wordsMax = 24;
/** The words that may name a loan: `my new car loan`. */
const nameMax = 3;

/** The context for reading such a question. */
interface Asking {
  /** With its punctuation: a question mark makes a question. */
  readonly typed: string;
  /** The member's, if they are known. */
  readonly shares: readonly ShareNames[] | undefined;
  readonly lexicon: Lexicon;
}

/**
 * Reads a question that a fixed text answers, or one about a loan's terms; `undefined` for all other texts. Pure, and never an
 * order: a text that moves money was read before.
 */
export function readAnswer(
  said: Said,
  { typed, shares, lexicon }: Asking,
): FreeReading | undefined {
  const found = askedIn(said, lexicon, /[?¿]/.test(typed));
  return (
    found && {
      reading: readingOf(found.asked, said, { typed, shares, lexicon }),
      language: found.language,
      confirm: false,
    }
  );
}

function askedIn(
  { flat, words }: Said,
  lexicon: Lexicon,
  isQuestion: boolean,
): Pick<PlacedRule, 'asked' | 'language'> | undefined {
  const {
    answers: { wholeMax, wholes },
    sieve,
  } = lexicon;
  const whole = flat.length > wholeMax ? undefined : wholes.get(flat);
  if (whole) return whole;
  if (words.length < 2 || words.length > wordsMax) return undefined;
  let best: PlacedRule | undefined;
  for (const { rules } of factsIn(words, lexicon).of) {
    for (const rule of rules)
      if ((best === undefined || rule.place < best.place) && fits(rule, flat, isQuestion, sieve))
        best = rule;
  }
  return best;
}

function fits(
  { about, sure, unless, asking }: PlacedRule,
  flat: string,
  isQuestion: boolean,
  sieve: Sieve,
): boolean {
  const matches = (pattern: RegExp | undefined) =>
    pattern !== undefined && matchesSifted(pattern, flat, sieve);
  // Most texts neither name the topic nor ask about it.
  const isSure = matches(sure);
  if (!isSure && !(matches(about) && (isQuestion || matches(asking)))) return false;
  return !matches(unless);
}

/** Which of our facts a text that is read as `contact` asks for; `undefined`: for no certain one. */
export function contactTopic(flat: string, { answers }: Lexicon): ContactTopic | undefined {
  if (answers.routing.test(flat)) return 'direct_deposit';
  return answers.branches.test(flat) ? 'branches' : undefined;
}

function readingOf(asked: Asked, said: Said, known: Asking): Reading {
  const { topic } = asked;
  // The routing number is a fact about us, like our address: `contactTopic` says which text answers it.
  if (topic === 'direct_deposit' && known.lexicon.answers.routing.test(said.flat))
    return { intent: 'contact' };
  if (topic !== undefined) return { intent: 'answer', topic };
  const account = loanIn(said, known);
  return { intent: 'loan', ask: asked.ask, ...(account === undefined ? {} : { account }) };
}

/** The loan that the text names by its suffix or nickname. Other figures, as in `in 7 days`, name nothing here. */
function loanIn({ words, typed }: Said, { shares = [], lexicon }: Asking): string | undefined {
  const loans = shares.filter(({ kind }) => kind === 'loan');
  if (loans.length < 2) return loans[0]?.suffix;
  const reader = createShareReader(loans, lexicon.arguments);
  const suffixes = new Set(reader.suffixes.map(plain));
  for (let length = Math.min(nameMax, words.length); length > 0; length -= 1) {
    for (let at = 0; at + length <= words.length; at += 1) {
      const tokens = words.slice(at, at + length).map((word, offset) => ({
        raw: typed[at + offset] ?? word,
        word,
        isHash: false,
      }));
      const named = reader.name(tokens);
      if (named?.isSure === true && suffixes.has(plain(named.account))) return named.account;
    }
  }
  return undefined;
}
