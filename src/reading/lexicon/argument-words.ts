import { shareKinds, type ShareKind } from '../../kernel/vocabulary/share-kind.ts';
import { remembered } from '../../kernel/remembered.ts';
import { unite, wordsOf, type Words } from './tables.ts';

/** Sets of words for reading a command and its arguments. */
const sets = [
  /** Between a command and its arguments, without meaning. */
  'fillers',
  'from',
  'to',
  /** Between two shares, without a direction. */
  'between',
  'and',
  /** Words for how much that are not figures. */
  'howMuch',
  /** Courtesy after a command, and before one. */
  'thanks',
  'courtesies',
  /** Units of money, beside a figure. */
  'units',
  /** Beginnings of a kind, as some institutions name shares. The reading keeps them as typed. */
  'kindStarts',
  /** Two hyphenated words before the source: `out of`. */
  'fromPairs',
  /** Inside an order, without meaning. */
  'silent',
  /** Before the amount at an order's end. */
  'forAmount',
  /** Words for *of* that also mean *from*. */
  'of',
  /** Elided before a name (`l'`, `d'`), without the apostrophe. The second set means *from*. */
  'elisions',
  'fromElisions',
  /** Before a number: `n 1042`. */
  'numberMarks',
] as const;

type ArgumentSet = (typeof sets)[number];

/** A pack's words for arguments. */
export interface ArgumentWords extends Readonly<Partial<Record<ArgumentSet, Words>>> {
  /** Names of kinds, and of all shares together. */
  readonly kinds?: Readonly<Partial<Record<ShareKind | 'all', Words>>>;
  /** People use these names of kinds in every language, so they don't show which one a text is in. */
  readonly kindsAreShared?: boolean;
}

/** A kind; the form of a suffix or the beginning of a kind; a word that may be any name; none of these. */
export type ShareShape =
  | { readonly kind: ShareKind | 'all' }
  | { readonly form: 'suffix' | 'word' | 'none' };

/** The words for arguments of all packs together. */
export interface ArgumentLexicon extends Readonly<Record<ArgumentSet, ReadonlySet<string>>> {
  /** Each name of a kind, with its kind. */
  readonly kindOf: ReadonlyMap<string, ShareKind | 'all'>;
  /** How a word can name a share if the member's are not known. */
  readonly shapeOf: (word: string) => ShareShape;
  /** `l'` or `d'` before a name. */
  readonly elided: RegExp;
  readonly fromElided: RegExp;
  /** The word for the source that replaces a pair. */
  readonly fromWord: string;
}

/** A digit, letters with digits, or the initial of a kind. */
export const suffixForm = /^(?:\d|[a-z]{1,3}\d{1,3}|[scl])$/;

const nameForm = /^[\p{L}][\p{L}\p{N}'&.-]*$/u;

export function compileArguments(packs: readonly ArgumentWords[]): ArgumentLexicon {
  const united = unite(sets, packs);
  const kinds = ([...shareKinds, 'all'] as const).flatMap((kind) =>
    packs.flatMap((pack) => wordsOf(pack.kinds?.[kind] ?? '').map((word) => [word, kind] as const)),
  );
  const kindOf = new Map(kinds);
  const shapeOf = (word: string): ShareShape => {
    const kind = kindOf.get(word);
    if (kind !== undefined) return { kind };
    if ((word.length <= 6 && suffixForm.test(word)) || united.kindStarts.has(word))
      return { form: 'suffix' };
    return { form: nameForm.test(word) ? 'word' : 'none' };
  };
  return {
    ...united,
    kindOf,
    shapeOf: remembered(shapeOf),
    elided: elision(united.elisions),
    fromElided: elision(united.fromElisions),
    fromWord: [...united.from][0] ?? '',
  };
}

function elision(letters: ReadonlySet<string>): RegExp {
  return letters.size === 0 ? /(?!)/ : new RegExp(`^(?:${[...letters].join('|')})'`, 'i');
}
