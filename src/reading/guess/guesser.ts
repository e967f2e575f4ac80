import { guessLabels, type GuessLabel } from '../../kernel/vocabulary/guess.ts';
import { remembered } from '../../kernel/remembered.ts';
import { present } from '../../kernel/assert.ts';
import { defaultLanguage, type Language } from '../../kernel/vocabulary/language.ts';
import type { QuestionFrame } from '../lexicon/question-words.ts';
import type { GuessWords } from '../lexicon/guess-words.ts';
import { isAscii } from '../normalize.ts';
import { flatten, wordsOf } from '../said.ts';
import type { Guess, GuessedReading, GuessTier } from '../reading.ts';
import type { Guesser } from './guessed.ts';
import { createScore, type Model, type Score } from './model.ts';

/** The words that tell languages and topics apart. */
export interface GuessLexicon {
  readonly guesses: readonly GuessWords[];
  readonly questions: { readonly frames: readonly QuestionFrame[] };
}

/** These need no banking word. */
const everyday: ReadonlySet<GuessLabel> = new Set<GuessLabel>(['hello', 'thanks', 'help', 'agent']);

/** Meanings without an answer. */
type Silent = 'near' | 'far';

function isSilent(label: GuessLabel): label is Silent {
  return label === 'near' || label === 'far';
}

/** Answers of their own can't be suggested. */
const careOf = { hello: 'hello', thanks: 'thanks', loss: 'emergency' } as const;

/** Creates a guesser from a trained model and the words of all languages. Pure: the same text always gives the same guess. */
export function createGuesser(model: Model, lexicon: GuessLexicon): Guesser {
  const score = createScore(model);
  const knownTo: KnownTo = remembered((word) => languagesOf(word, lexicon));
  const labels = model.labels.map((name) => guessLabels.find((label) => label === name) ?? 'far');
  return (text, language) => guess(text, language, { score, labels, lexicon, knownTo });
}

interface Guessing {
  readonly score: Score;
  /** The meaning of each of the model's outputs. */
  readonly labels: readonly GuessLabel[];
  readonly lexicon: GuessLexicon;
  readonly knownTo: KnownTo;
}

function guess(text: string, member: Language | undefined, guessing: Guessing): Guess {
  const { lexicon, knownTo } = guessing;
  const [first, second] = rank(guessing.score(text), guessing.labels);
  const { label, chance } = first;
  if (label === 'far' || (isSilent(label) && isSilent(second.label))) return silence(first, member);
  const words = wordsIn(text);
  const spoken = languageOf(words, member, { lexicon, knownTo });
  const { language } = spoken;
  if (isSilent(label)) {
    const reading = besideNear(second, words, spoken);
    if (!reading) return silence(first, language);
    return { tier: 'ask', nearest: label, sure: second.chance, readings: [reading], language };
  }
  const tier = tierOf(label, chance, words, spoken);
  if (tier === 'silent') return silence(first, language);
  const told = { tier, nearest: label, sure: chance, language };
  const reading = readingOf(label);
  const other = tier === 'ask' ? alsoAsked(second, spoken) : undefined;
  return { ...told, readings: other ? [reading, other] : [reading] };
}

function silence({ label, chance }: Ranked, language: Language = defaultLanguage): Guess {
  return { tier: 'silent', nearest: label, sure: chance, readings: [], language };
}

/** A second meaning that is nearly as likely. */
function alsoAsked({ label, chance }: Ranked, spoken: GuessWords): GuessedReading | undefined {
  const isLikely = chance >= spoken.thresholdsOf(label).ask * secondShare;
  return isLikely && !isSilent(label) && !(label in careOf) ? readingOf(label) : undefined;
}

/** Banking without a command is likeliest, but a command is nearly as likely, and a word of its topic is in the text: we ask. */
function besideNear(
  { label, chance }: Ranked,
  words: readonly string[],
  spoken: GuessWords,
): GuessedReading | undefined {
  if (isSilent(label) || label in careOf || chance < spoken.thresholdsOf(label).near)
    return undefined;
  const topic = spoken.topics.get(label);
  const agrees = topic !== undefined && words.some((word) => topic.has(word));
  return agrees && isOpenTo(label, words, spoken) ? readingOf(label) : undefined;
}

/** How likely a second meaning must be to be asked too, as a share of what the first needs. */
const secondShare = 0.6;

interface Ranked {
  readonly label: GuessLabel;
  readonly chance: number;
}

function wordsIn(text: string): readonly string[] {
  // Other readers have split a text of ASCII in the same way.
  return isAscii(text) ? wordsOf(flatten(text)) : (text.match(/[\p{L}\p{N}]+/gu) ?? []);
}

/** The two likeliest meanings. */
function rank(chances: Float64Array, labels: readonly GuessLabel[]): readonly [Ranked, Ranked] {
  let first = -1;
  let second = -1;
  let most = -1;
  let next = -1;
  for (let at = 0; at < labels.length; at += 1) {
    const chance = chances[at] ?? 0;
    if (chance > most) {
      second = first;
      next = most;
      first = at;
      most = chance;
    } else if (chance > next) {
      second = at;
      next = chance;
    }
  }
  return [
    { label: labels[first] ?? 'far', chance: most },
    { label: labels[second] ?? 'far', chance: next },
  ];
}

/** The languages that know a word: a bit for each, in the order of guesses. */
type KnownTo = (word: string) => number;

/** The language with the most known words in the text; the member's if two have as many. */
function languageOf(
  words: readonly string[],
  member: Language | undefined,
  { lexicon: { guesses }, knownTo }: Pick<Guessing, 'lexicon' | 'knownTo'>,
): GuessWords {
  const known = words.map(knownTo);
  const count = (index: number) => {
    let sum = 0;
    for (const bits of known) sum += (bits >>> index) & 1;
    return sum;
  };
  const [fallback] = guesses;
  let best = guesses.find(({ language }) => language === member) ?? fallback;
  let most = best ? count(guesses.indexOf(best)) : 0;
  for (let index = 0; index < guesses.length; index += 1) {
    const sum = count(index);
    if (sum <= most) continue;
    best = guesses[index];
    most = sum;
  }
  return present(best, 'guesses: languages');
}

function languagesOf(word: string, { guesses, questions: { frames } }: GuessLexicon): number {
  let bits = 0;
  for (const [index, { language, banking }] of guesses.entries()) {
    const framing = frames.find((frame) => frame.language === language)?.framing;
    if (banking.has(word) || framing?.has(word) === true) bits |= 1 << index;
  }
  return bits;
}

function tierOf(
  label: Exclude<GuessLabel, Silent>,
  chance: number,
  words: readonly string[],
  spoken: GuessWords,
): GuessTier {
  const thresholds = spoken.thresholdsOf(label);
  if (chance < thresholds.ask || !isOpenTo(label, words, spoken)) return 'silent';
  if (chance >= thresholds.sure) return 'answer';
  const topic = spoken.topics.get(label);
  if (chance >= thresholds.half && topic && words.some((word) => topic.has(word))) return 'answer';
  return label in careOf ? 'silent' : 'ask';
}

/** Whether the text has a word of banking, or of its own for this meaning. */
function isOpenTo(label: GuessLabel, words: readonly string[], spoken: GuessWords): boolean {
  if (everyday.has(label)) return true;
  const own = spoken.own.get(label);
  return words.some((word) => spoken.banking.has(word) || own?.has(word) === true);
}

function readingOf(label: Exclude<GuessLabel, Silent>): GuessedReading {
  if (label === 'transfer' || label === 'pay') return { intent: 'help', topic: label };
  if (label === 'hello' || label === 'thanks' || label === 'loss')
    return { intent: 'unknown', care: careOf[label] };
  return { intent: label };
}
