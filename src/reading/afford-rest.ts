import type { Language } from '../kernel/vocabulary/language.ts';
import { isUnit, readFigure, type FigureStyle } from './figures.ts';
import type { AffordPatterns } from './lexicon/afford-words.ts';
import type { Lexicon } from './lexicon/lexicon.ts';
import type { Token } from './normalize.ts';
import { withFigures } from './number-words.ts';
import type { AffordReading, Reading } from './reading.ts';
import { thousandfold } from './slots/find-amounts.ts';
import type { ShareReader } from './share-words.ts';

/** Reads what follows the command's word: `60`, `60 until friday`, `until friday`. */
export function readAffordRest(
  rest: readonly Token[],
  { lexicon, language, style, shares }: RestContext,
): Reading | undefined {
  for (const patterns of inOrder(lexicon.afford.languages, language)) {
    const words = ` ${textIn(rest, patterns.language, lexicon)}`;
    const match = /^ ([-$€£]*\d[\d.,]*k?[$€£]?)((?: .*)?)$/.exec(words);
    const read = restOf(match?.[2] ?? (rest.length === 0 ? '' : words), { patterns, shares });
    if (read) return withAmount(match?.[1], read, style);
  }
  return undefined;
}

interface RestContext {
  readonly lexicon: Lexicon;
  readonly language: Language | undefined;
  readonly style: FigureStyle;
  readonly shares: ShareReader;
}

function inOrder(
  all: readonly AffordPatterns[],
  first: Language | undefined,
): readonly AffordPatterns[] {
  return all.toSorted((a, b) => Number(b.language === first) - Number(a.language === first));
}

/** The words with numbers in figures, and no question mark or unit of money. */
export function textIn(tokens: readonly Token[], language: Language, lexicon: Lexicon): string {
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

type Rest = Pick<AffordReading, 'account' | 'until'>;

/** What follows the amount: a day, an account, what it is for. `undefined`: something else too. */
export function restOf(
  given: string,
  { patterns, shares }: { readonly patterns: AffordPatterns; readonly shares: ShareReader },
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
    const name = match?.[1] ?? '';
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

export function withAmount(
  typed: string | undefined,
  read: Rest,
  style: FigureStyle,
): Reading | undefined {
  if (typed === undefined) return { intent: 'afford', ...read };
  const isThousands = /\dk[$€£]?$/.test(typed);
  const figure = readFigure(typed.replace(/[.,]+$/, '').replace('k', ''), style);
  if (!figure) return undefined;
  if ('refused' in figure) return { intent: 'refused', reason: figure.refused };
  const amount = isThousands ? thousandfold(figure.amount) : figure.amount;
  return { intent: 'afford', amount, ...read };
}
