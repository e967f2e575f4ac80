import { shareKinds, type ShareKind } from '../../kernel/vocabulary/share-kind.ts';
import { unite, wordsOf, type Words } from './tables.ts';

/** Sets of words by which a command and its arguments are read. */
const sets = [
  /** Between a command and its arguments; they mean nothing there. */
  'fillers',
  'from',
  'to',
  /** Between two shares, with no word of the direction. */
  'between',
  'and',
  /** That say how much and are no figure. */
  'howMuch',
  /** Courtesy after a command, and before one. */
  'thanks',
  'courtesies',
  /** Units of money, beside a figure. */
  'units',
  /** Beginnings of a kind, as some institutions name shares; given back as typed. */
  'kindStarts',
  /** Two words joined that lead to the source: `out of`, with a hyphen. */
  'fromPairs',
  /** Inside an order; they say nothing. */
  'silent',
  /** Lead to the amount at an order's end. */
  'forAmount',
  /** Mean *of* as well as *from*. */
  'of',
  /** Elided before a name (`l'`, `d'`), without the apostrophe; the second ones mean *from*. */
  'elisions',
  'fromElisions',
  /** Mark a number: `n 1042`. */
  'numberMarks',
] as const;

type ArgumentSet = (typeof sets)[number];

/** What a pack says of arguments. */
export interface ArgumentWords extends Readonly<Partial<Record<ArgumentSet, Words>>> {
  /** Names of kinds, and of all shares together. */
  readonly kinds?: Readonly<Partial<Record<ShareKind | 'all', Words>>>;
  /** The names of kinds are used in every language, so they don't tell which one is spoken. */
  readonly kindsAreShared?: boolean;
}

/** Words of arguments, of all packs together. */
export interface ArgumentLexicon extends Readonly<Record<ArgumentSet, ReadonlySet<string>>> {
  /** A kind by each of its names. */
  readonly kindOf: ReadonlyMap<string, ShareKind | 'all'>;
  /** `l'`, `d'` before a name. */
  readonly elided: RegExp;
  readonly fromElided: RegExp;
  /** The word for the source that stands for a pair. */
  readonly fromWord: string;
}

export function compileArguments(packs: readonly ArgumentWords[]): ArgumentLexicon {
  const united = unite(sets, packs);
  const kinds = ([...shareKinds, 'all'] as const).flatMap((kind) =>
    packs.flatMap((pack) => wordsOf(pack.kinds?.[kind] ?? '').map((word) => [word, kind] as const)),
  );
  return {
    ...united,
    kindOf: new Map(kinds),
    elided: elision(united.elisions),
    fromElided: elision(united.fromElisions),
    fromWord: [...united.from][0] ?? '',
  };
}

function elision(letters: ReadonlySet<string>): RegExp {
  return letters.size === 0 ? /(?!)/ : new RegExp(`^(?:${[...letters].join('|')})'`, 'i');
}
