import type { Language } from '../kernel/vocabulary/language.ts';
import { readFigure } from './figures.ts';
import { isUnit } from './figures.ts';
import type { Lexicon } from './lexicon/lexicon.ts';
import type { AffordPatterns } from './lexicon/afford-words.ts';
import type { Token } from './normalize.ts';
import { withFigures } from './number-words.ts';
import type { AffordReading, Reading } from './reading.ts';
import { figureStyleOf, type Reader } from './read-shaped.ts';

/** What the text asks, and in which language. */
export interface AffordFound {
  readonly reading: Reading;
  readonly language: Language;
}

/**
 * Reads *can I afford $300?* and *how much can I spend until Friday?*, as a whole sentence. It is a
 * question, so it never moves money; what is not surely this question is left to others.
 */
export function readAfford(tokens: readonly Token[], reader: Reader): AffordFound | undefined {
  const { lexicon } = reader.grammar;
  const { gate, languages } = lexicon.afford;
  if (!gate.test(tokens.map(({ word }) => word).join(' '))) return undefined;
  for (const patterns of languages) {
    const text = textIn(tokens, patterns.language, lexicon);
    const found = readIn(text, patterns, reader);
    if (found) return found;
  }
  return undefined;
}

/** Reads what follows the command's word: `60`, `60 until friday`, `until friday`. */
export function readAffordRest(
  rest: readonly Token[],
  { lexicon, language, style, shares }: RestContext,
): Reading | undefined {
  for (const patterns of inOrder(lexicon.afford.languages, language)) {
    const words = ` ${textIn(rest, patterns.language, lexicon)}`;
    const match = /^ (?<amount>[-$€£]*\d[\d.,]*[$€£]?)(?<rest>(?: .*)?)$/.exec(words);
    const read = restOf(match?.groups?.['rest'] ?? (rest.length === 0 ? '' : words), {
      patterns,
      lexicon,
      shares,
    });
    if (read) return withAmount(match?.groups?.['amount'], read, style);
  }
  return undefined;
}

interface RestContext {
  readonly lexicon: Lexicon;
  readonly language: Language | undefined;
  readonly style: Parameters<typeof readFigure>[1];
  readonly shares: Reader['shares'];
}

function inOrder(
  all: readonly AffordPatterns[],
  first: Language | undefined,
): readonly AffordPatterns[] {
  return all.toSorted((a, b) => Number(b.language === first) - Number(a.language === first));
}

/** The words with numbers in figures, and no question mark or unit of money. */
function textIn(tokens: readonly Token[], language: Language, lexicon: Lexicon): string {
  const form = lexicon.numbers.forms.get(language);
  const figured = form ? withFigures(tokens, form) : tokens;
  return figured
    .filter(
      ({ word }, index) =>
        index === 0 ||
        !/\d/.test(figured[index - 1]?.word ?? '') ||
        !isUnit(word, lexicon.arguments.units),
    )
    .map(({ word }) => word.replace(/[?!.,]+$/, ''))
    .join(' ');
}

function readIn(
  text: string,
  patterns: AffordPatterns,
  { context, shares, grammar: { lexicon } }: Reader,
): AffordFound | undefined {
  for (const ask of patterns.asks) {
    const groups = ask.exec(text)?.groups;
    const read = groups && restOf(groups['rest'] ?? '', { patterns, lexicon, shares });
    if (!read) continue;
    const style = figureStyleOf(context, patterns.language, lexicon);
    const reading = withAmount(groups['amount'], read, style);
    if (reading) return { reading, language: patterns.language };
  }
  return undefined;
}

type Rest = Pick<AffordReading, 'account' | 'until'>;

/** What follows the amount: a day, an account, what it is for. `undefined`: something else too. */
function restOf(
  given: string,
  {
    patterns,
    shares,
  }: Pick<Reader, 'shares'> & {
    readonly patterns: AffordPatterns;
    readonly lexicon: Lexicon;
  },
): Rest | undefined {
  let rest = given;
  let until: string | undefined;
  let account: string | undefined;
  for (let round = 0; round < 2; round += 1) {
    for (const { pattern, toUntil } of patterns.until) {
      const match = until === undefined ? pattern.exec(rest) : null;
      if (!match) continue;
      until = toUntil(match);
      rest = rest.slice(0, match.index);
    }
    const match = account === undefined ? patterns.from.exec(rest) : null;
    const name = match?.groups?.['account'] ?? '';
    const named = shares.name(
      name === '' ? [] : name.split(' ').map((word) => ({ raw: word, word, isHash: false })),
    );
    if (match && named?.isSure) {
      ({ account } = named);
      rest = rest.slice(0, match.index);
    }
  }
  if (!patterns.idle.test(rest)) return undefined;
  return {
    ...(account === undefined ? {} : { account }),
    ...(until === undefined ? {} : { until }),
  };
}

function withAmount(
  typed: string | undefined,
  read: Rest,
  style: Parameters<typeof readFigure>[1],
): Reading | undefined {
  if (typed === undefined) return { intent: 'afford', ...read };
  const figure = readFigure(typed.replace(/[.,]+$/, ''), style);
  if (!figure) return undefined;
  if ('refused' in figure) return { intent: 'refused', reason: figure.refused };
  return { intent: 'afford', amount: figure.amount, ...read };
}
