import type { ShareNames } from './reading.ts';
import { plain, type Token } from './normalize.ts';
import { suffixForm, type ArgumentLexicon } from './lexicon/argument-words.ts';

/** How a token names a share; `undefined` if it doesn't. */
export interface Named {
  /** The form in the reading: the suffix if shares are known, a kind in English, otherwise as typed. */
  readonly account: string;
  /** A suffix, a kind, or the name of one of the member's shares: not a mere word. */
  readonly isSure: boolean;
  /** Not one of the member's, but in the form of a suffix. */
  readonly isForm?: boolean;
}

/** Reads names of shares. If the member's shares are known, only they count; otherwise the form decides. */
export interface ShareReader {
  readonly isKnown: boolean;
  name(tokens: readonly Token[]): Named | undefined;
  /** Suffixes, for pairs without a space. */
  readonly suffixes: readonly string[];
}

export function createShareReader(
  shares: readonly ShareNames[] | undefined,
  words: ArgumentLexicon,
): ShareReader {
  return {
    isKnown: shares !== undefined,
    suffixes: (shares ?? []).map(({ suffix }) => suffix),
    name: (tokens) => {
      const [first, another] = tokens;
      if (!first) return undefined;
      const typed = another ? tokens.map(({ raw }) => raw).join(' ') : first.raw;
      const word = another ? tokens.map((token) => token.word).join(' ') : first.word;
      if (word === '') return undefined;
      return shares === undefined
        ? byForm(typed, word, words)
        : (known(word, shares, words) ??
            strange(typed, word, {
              areKindsKnown: shares.some(({ kind }) => kind !== undefined),
              words,
            }));
    },
  };
}

/**
 * The first share in an order that is not the member's. Of three figures, the first is the amount, as in `#trans 5 7 1`. A mere
 * word counts only if it is the only one.
 */
export function strangeShare(
  tokens: readonly Token[],
  shares: ShareReader,
  words: ArgumentLexicon,
): string | undefined {
  const isFigure = ({ word }: Token) => /^\d$/.test(word);
  const isAmountFirst = tokens.filter(isFigure).length > 2;
  const amountAt = isAmountFirst ? tokens.findIndex(isFigure) : -1;
  const strange = tokens.flatMap((token, index) => {
    if (isBetween(token.word, words) || index === amountAt) return [];
    const named = shares.name([token]);
    return named && !named.isSure ? [named] : [];
  });
  const [only, another] = strange;
  return (strange.find(({ isForm }) => isForm) ?? (another ? undefined : only))?.account;
}

function isBetween(word: string, { from, to, fillers, units }: ArgumentLexicon): boolean {
  return from.has(word) || to.has(word) || fillers.has(word) || units.has(word);
}

function byForm(typed: string, word: string, { shapeOf }: ArgumentLexicon): Named | undefined {
  const shape = shapeOf(word);
  if ('kind' in shape) return { account: shape.kind, isSure: true };
  return shape.form === 'none' ? undefined : { account: typed, isSure: shape.form === 'suffix' };
}

function known(
  word: string,
  shares: readonly ShareNames[],
  { kindOf }: ArgumentLexicon,
): Named | undefined {
  const bySuffix = shares.find(({ suffix }) => plain(suffix) === word);
  if (bySuffix) return own(bySuffix);
  const byNickname = shares.filter(
    ({ nickname }) => nickname !== undefined && plain(nickname) === word,
  );
  const [called, another] = byNickname;
  if (called && !another) return own(called);
  const kindNamed = kindOf.get(word);
  if (kindNamed !== undefined) return { account: kindNamed, isSure: true };
  const begins = shares.filter(
    ({ nickname, kind }) =>
      (word.length >= 3 && nickname !== undefined && plain(nickname).startsWith(word)) ||
      kind?.startsWith(word) === true,
  );
  const isOneKind = new Set(begins.map(({ kind }) => kind)).size === 1;
  return begins.length > 0 && (word.length >= 3 || isOneKind) ? nameOf(begins, word) : undefined;
}

/** None of the member's, but returned so that the answer can say that it doesn't exist. */
function strange(
  typed: string,
  word: string,
  { areKindsKnown, words }: { readonly areKindsKnown: boolean; readonly words: ArgumentLexicon },
): Named | undefined {
  const named = byForm(typed, word, words);
  // `S` and `Savi` count by form only if the kinds of the member's shares are not known.
  const isForm =
    (suffixForm.test(word) && /\d/.test(word)) || (named?.isSure === true && !areKindsKnown);
  return named && { account: named.account, isSure: false, isForm };
}

/** One share: its suffix. Several of one kind: the kind, so that we ask the member. */
function nameOf(found: readonly ShareNames[], word: string): Named {
  const [first] = found;
  if (first && found.length === 1) return own(first);
  const kind = first?.kind;
  return { account: kind?.startsWith(word) ? kind : word, isSure: true };
}

function own({ suffix }: ShareNames): Named {
  return { account: suffix, isSure: true };
}
