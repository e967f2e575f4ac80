import { readFileSync } from 'node:fs';
import { languages, type Language } from '../kernel/vocabulary/language.ts';
import { canonical as canonicalOf } from '../reading/canonical.ts';
import { readFigure as figureOf, type Figure } from '../reading/figures.ts';
import { createGuesser } from '../reading/guess/guesser.ts';
import { decodeModel } from '../reading/guess/model.ts';
import { compileLexicon } from '../reading/lexicon/lexicon.ts';
import { createReader } from '../reading/read.ts';
import { wordsOf } from '../reading/lexicon/tables.ts';
import type { CommandName } from '../kernel/vocabulary/intent.ts';
import type { Reading } from '../reading/reading.ts';
import { packs } from './index.ts';
import { reading as shared } from './shared/reading/index.ts';

/** The words of all installed languages, prepared once. They are tried in the order of the vocabulary. */
export const lexicon = compileLexicon(
  shared,
  languages.map((language) => packs[language].reading),
);

/** The trained model for guesses. `npm run train` writes it. */
const model = decodeModel(readFileSync(new URL('shared/guess.bin', import.meta.url)));

/** Guesses what a text means that no rule understands. */
export const guesser = createGuesser(model, lexicon);

/** Reads a text in any installed language; `reading/read.ts` explains how. */
export const read = createReader(lexicon, guesser);

/** Reads a text by rules alone: no guess. */
export const readByRules = createReader(lexicon);

/** Prepares all patterns now. Otherwise the first text waits for that. */
export function prepareReading(): void {
  read('how much money is in my account', {});
}

/** The words that start a command in a language; without a language, those that belong to none. */
export function commandWords(intent: CommandName, language?: Language): readonly string[] {
  const { begins } = language ? packs[language].reading.commands : shared.commands;
  return wordsOf(begins?.[intent] ?? '');
}

/** A reading as it can be sent again: `#trans 50.00 7 0`, `#bal 7`. */
export function canonical(reading: Reading): string {
  return canonicalOf(reading, lexicon);
}

/** Reads a figure in a language's format, with as many decimals as the currency has. */
export function readFigure(
  word: string,
  { language, digits }: { readonly language: Language; readonly digits?: number | undefined },
): Figure | undefined {
  const form = lexicon.numbers.forms.get(language);
  return figureOf(word, { forms: form ? [form] : [], digits });
}
