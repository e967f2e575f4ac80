import { matchesSifted } from '../../kernel/patterns/sieve.ts';
import type { Grammar } from '../grammar.ts';
import { tidy, tokenize } from '../normalize.ts';
import { figureStyleOf } from '../read-shaped.ts';
import { contactTopic } from '../read-answer.ts';
import type { Guess, GuessedReading, ReadingContext, Understood } from '../reading.ts';
import { flatten } from '../said.ts';
import { createShareReader } from '../share-words.ts';
import { fillSlots, isFillable } from '../slots/fill-slots.ts';
import { guessOf } from './guess-sentences.ts';
import { mayBeGuessed, taken, type Guesser } from './guessed.ts';

/** A longer text, as it came, is a story of many things: the reader asks for no guess. */
export const guessedMax = 1_000;

interface Guessing {
  readonly guesser: Guesser;
  readonly context: ReadingContext;
  readonly grammar: Grammar;
}

/** Adds a guess to a text that no rule understands. All other readings stay as they are. */
export function guessed(meant: Understood, typed: string, guessing: Guessing): Understood {
  if (!isOpen(meant) || !isTalk(typed) || isTaken(typed, guessing)) return meant;
  const { guesser, context } = guessing;
  const guess = withSlots(
    taken(guessOf(typed, guesser, meant.spoken ?? context.language)),
    typed,
    guessing,
  );
  if (guess.tier === 'silent') return { ...withoutChance(meant, guess), guess };
  // A word alone says too little: `loan`, `block`. Greetings and thanks are often one.
  if (isOneWord(typed) && guess.readings.some(({ intent }) => intent !== 'unknown'))
    return { ...meant, guess: { ...guess, tier: 'silent', readings: [] } };
  const language = meant.spoken ?? guess.language;
  if (guess.tier === 'answer')
    return { ...answered(meant, guess), ...factAsked(guess, typed, guessing), guess, language };
  const suggestion = suggestionFor(guess, guessing);
  if (suggestion === undefined)
    return { ...meant, guess: { ...guess, tier: 'silent', readings: [] } };
  return { ...meant, reading: { intent: 'unknown', suggestion }, guess, language };
}

/** Adds what limits the answer, wherever it stands in the text: an account, a period, a merchant, a sum. */
function withSlots(
  guess: Guess,
  typed: string,
  { context, grammar: { lexicon } }: Guessing,
): Guess {
  if (guess.tier === 'silent' || !guess.readings.some(isFillable)) return guess;
  const tokens = tokenize(tidy(typed, lexicon), lexicon);
  const reader = {
    lexicon,
    shares: createShareReader(context.shares, lexicon.arguments),
    style: figureStyleOf(context, guess.language, lexicon),
    currency: context.currency,
    language: context.language ?? guess.language,
    today: context.today,
  };
  const filled = (reading: GuessedReading): GuessedReading => {
    const full = fillSlots(reading, tokens, reader);
    return mayBeGuessed(full) ? full : reading;
  };
  return taken({ ...guess, readings: guess.readings.map(filled) });
}

/** A command's word in talk that has surely nothing to do with a bank suggests nothing. */
function withoutChance(meant: Understood, { nearest, sure }: Guess): Understood {
  const isFar = nearest === 'far' && sure >= farMin;
  return isFar ? { ...meant, reading: { intent: 'unknown' } } : meant;
}

const farMin = 0.6;

/** Whether the rules left the meaning open: nothing was recognized, nothing is refused, and staff need not look. */
function isOpen({ reading, meant, reportsError, stops }: Understood): boolean {
  return (
    reading.intent === 'unknown' &&
    reading.care === undefined &&
    meant === undefined &&
    reportsError === undefined &&
    stops === undefined
  );
}

/** Words that are only quoted (`how do you say "freeze"`), or for which the rules suggest something for a reason. */
function isTaken(typed: string, { grammar: { lexicon } }: Guessing): boolean {
  const flat = flatten(typed);
  const { freeRules, sieve, suggestions } = lexicon;
  return [freeRules.asksHowSaid, suggestions.closing, suggestions.disowned].some((pattern) =>
    matchesSifted(pattern, flat, sieve),
  );
}

function isOneWord(typed: string): boolean {
  return !/\p{L}[^\p{L}\p{N}']+[\p{L}\p{N}]/u.test(typed);
}

/** Words, at least one of them longer than a letter; not a command with `#`. */
function isTalk(typed: string): boolean {
  return /\p{L}{2}/u.test(typed) && !/^\s*#/.test(typed);
}

function answered({ spoken }: Understood, { readings }: Guess): Understood {
  const [reading = { intent: 'help' } as const] = readings;
  // A guess locks nothing: it asks.
  return {
    reading,
    confirm: reading.intent === 'lock',
    ...(spoken ? { spoken } : {}),
  };
}

/** Which of our facts a text asks for that was guessed to be about us. */
function factAsked(
  { readings: [reading] }: Guess,
  typed: string,
  { grammar: { lexicon } }: Guessing,
): Pick<Understood, 'contactTopic'> {
  const topic = reading?.intent === 'contact' ? contactTopic(flatten(typed), lexicon) : undefined;
  return topic ? { contactTopic: topic } : {};
}

/** The command that the likeliest reading is, in the member's language. */
function suggestionFor(
  { readings, language }: Guess,
  { context, grammar: { lexicon } }: Guessing,
): string | undefined {
  const [reading] = readings;
  if (!reading || reading.intent === 'unknown') return undefined;
  const examples = lexicon.suggestions.examples.get(context.language ?? language);
  const topic = reading.intent === 'help' ? reading.topic : undefined;
  return topic === 'transfer' || topic === 'pay' ? examples?.[topic] : examples?.[reading.intent];
}
