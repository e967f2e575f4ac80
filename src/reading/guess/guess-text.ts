import type { Grammar } from '../grammar.ts';
import type { Guess, ReadingContext, Understood } from '../reading.ts';
import { guessOf } from './guess-sentences.ts';
import { taken, type Guesser } from './guessed.ts';

/** A longer text is a story of many things. */
const lengthMax = 1_000;

interface Guessing {
  readonly guesser: Guesser;
  readonly context: ReadingContext;
  readonly grammar: Grammar;
}

/** Adds a guess to a text that no rule understands. All other readings stay as they are. */
export function guessed(meant: Understood, typed: string, guessing: Guessing): Understood {
  if (!isOpen(meant) || !isTalk(typed)) return meant;
  const { guesser, context } = guessing;
  const guess = taken(guessOf(typed, guesser, meant.spoken ?? context.language));
  if (guess.tier === 'silent') return { ...withoutChance(meant, guess), guess };
  const language = meant.spoken ?? guess.language;
  if (guess.tier === 'answer') return { ...answered(meant, guess), guess, language };
  const suggestion = suggestionFor(guess, guessing);
  if (suggestion === undefined) return { ...meant, guess: { ...guess, tier: 'silent' } };
  return { ...meant, reading: { intent: 'unknown', suggestion }, guess, language };
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

/** Words, at least one of them longer than a letter; not a command with `#`. */
function isTalk(typed: string): boolean {
  return typed.length <= lengthMax && /\p{L}{2}/u.test(typed) && !/^\s*#/.test(typed);
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
