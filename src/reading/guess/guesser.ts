import { guessLabels, type GuessLabel } from '../../kernel/vocabulary/guess.ts';
import type { Language } from '../../kernel/vocabulary/language.ts';
import type { QuestionFrame } from '../lexicon/question-words.ts';
import type { GuessThresholds, GuessWords } from '../lexicon/guess-words.ts';
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
const silent: ReadonlySet<GuessLabel> = new Set<GuessLabel>(['near', 'far']);

/** Answers of their own can't be suggested. */
const careOf = { hello: 'hello', thanks: 'thanks', loss: 'emergency' } as const;

/** Creates a guesser from a trained model and the words of all languages. Pure: the same text always gives the same guess. */
export function createGuesser(model: Model, lexicon: GuessLexicon): Guesser {
  const score = createScore(model);
  const labels = model.labels.map((name) => guessLabels.find((label) => label === name) ?? 'far');
  return (text, language) => guess(text, language, { score, labels, lexicon });
}

interface Guessing {
  readonly score: Score;
  /** The meaning of each of the model's outputs. */
  readonly labels: readonly GuessLabel[];
  readonly lexicon: GuessLexicon;
}

function guess(text: string, member: Language | undefined, guessing: Guessing): Guess {
  const { lexicon } = guessing;
  const ranked = rank(guessing.score(text), guessing.labels);
  const [first, second] = ranked;
  const words = text.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const spoken = languageOf(words, member, lexicon);
  const tier = tierOf(first, words, spoken);
  const told = { nearest: first.label, sure: first.chance, language: spoken.language };
  if (tier === 'silent') return { ...told, tier, readings: [] };
  if (tier === 'answer') return { ...told, tier, readings: [readingOf(first.label)] };
  const asked = [first, second].filter(
    ({ label, chance }, index) =>
      !silent.has(label) &&
      !(label in careOf) &&
      (index === 0 || chance >= spoken.thresholdsOf(label).ask / 2),
  );
  return { ...told, tier, readings: asked.map(({ label }) => readingOf(label)) };
}

interface Ranked {
  readonly label: GuessLabel;
  readonly chance: number;
}

/** The two likeliest meanings. */
function rank(chances: Float64Array, labels: readonly GuessLabel[]): readonly [Ranked, Ranked] {
  let first: Ranked = { label: 'far', chance: -1 };
  let second = first;
  for (let at = 0; at < labels.length; at += 1) {
    const one = { label: labels[at] ?? 'far', chance: chances[at] ?? 0 };
    if (one.chance > first.chance) {
      second = first;
      first = one;
    } else if (one.chance > second.chance) second = one;
  }
  return [first, second];
}

/** The language with the most known words in the text; the member's if two have as many. */
function languageOf(
  words: readonly string[],
  member: Language | undefined,
  { guesses, questions: { frames } }: GuessLexicon,
): GuessWords {
  const [fallback] = guesses;
  let best = guesses.find(({ language }) => language === member) ?? fallback;
  let most = best ? known(words, best, frames) : 0;
  for (const one of guesses) {
    const count = known(words, one, frames);
    if (count > most) {
      best = one;
      most = count;
    }
  }
  if (!best) throw new TypeError('at least one language is installed');
  return best;
}

function known(
  words: readonly string[],
  { language, banking }: GuessWords,
  frames: readonly QuestionFrame[],
): number {
  const framing = frames.find((frame) => frame.language === language)?.framing;
  return words.filter((word) => banking.has(word) || framing?.has(word) === true).length;
}

function tierOf(
  { label, chance }: Ranked,
  words: readonly string[],
  spoken: GuessWords,
): GuessTier {
  if (silent.has(label)) return 'silent';
  if (!everyday.has(label) && !words.some((word) => spoken.banking.has(word))) return 'silent';
  const thresholds: GuessThresholds = spoken.thresholdsOf(label);
  if (chance >= thresholds.sure) return 'answer';
  const topic = spoken.topics.get(label);
  if (chance >= thresholds.half && topic && words.some((word) => topic.has(word))) return 'answer';
  return chance >= thresholds.ask && !(label in careOf) ? 'ask' : 'silent';
}

function readingOf(label: GuessLabel): GuessedReading {
  switch (label) {
    case 'transfer':
    case 'pay':
      return { intent: 'help', topic: label };
    case 'hello':
    case 'thanks':
    case 'loss':
      return { intent: 'unknown', care: careOf[label] };
    case 'near':
    case 'far':
      throw new TypeError(`${label} has no reading`);
    default:
      return { intent: label };
  }
}
