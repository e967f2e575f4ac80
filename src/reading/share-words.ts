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
  /** Whether a sure name may begin with this word. */
  mayBegin(word: string): boolean;
  /** Suffixes, for pairs without a space. */
  readonly suffixes: readonly string[];
}

const byFormOnly = new WeakMap<ArgumentLexicon, ShareReader>();

/** Without known shares, one reader serves all texts. */
export function createShareReader(
  shares: readonly ShareNames[] | undefined,
  words: ArgumentLexicon,
): ShareReader {
  if (shares !== undefined) return makeShareReader(shares, words);
  const made = byFormOnly.get(words);
  if (made) return made;
  const reader = makeShareReader(undefined, words);
  byFormOnly.set(words, reader);
  return reader;
}

function makeShareReader(
  shares: readonly ShareNames[] | undefined,
  words: ArgumentLexicon,
): ShareReader {
  let owned: readonly OwnShare[] | undefined;
  const ownShares = (): readonly OwnShare[] => (owned ??= (shares ?? []).map(withPlain));
  return {
    isKnown: shares !== undefined,
    suffixes: (shares ?? []).map(({ suffix }) => suffix),
    name: (tokens) => {
      const [first, another] = tokens;
      // Without known shares only a word can name one.
      if (!first || (another && shares === undefined)) return undefined;
      const typed = another ? tokens.map(({ raw }) => raw).join(' ') : first.raw;
      const word = another ? tokens.map((token) => token.word).join(' ') : first.word;
      if (word === '') return undefined;
      return shares === undefined
        ? byForm(typed, word, words)
        : (known(word, ownShares(), words) ??
            strange(typed, word, {
              areKindsKnown: shares.some(({ kind }) => kind !== undefined),
              words,
            }));
    },
    mayBegin: (word) => {
      if (shares === undefined) return namesByForm(word, words);
      if (words.kindOf.has(word)) return true;
      return ownShares().some(
        ({ kind, plainNickname, plainSuffix }) =>
          plainSuffix.startsWith(word) ||
          plainNickname?.startsWith(word) === true ||
          kind?.startsWith(word) === true,
      );
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

/** Whether a single word names a share for certain, if nobody knows the member's shares. */
export function namesByForm(word: string, words: ArgumentLexicon): boolean {
  return words.kindOf.has(word) || byForm(word, word, words)?.isSure === true;
}

function byForm(typed: string, word: string, { shapeOf }: ArgumentLexicon): Named | undefined {
  // Names of kinds and suffixes are single words.
  if (word.includes(' ')) return undefined;
  const shape = shapeOf(word);
  if ('kind' in shape) return { account: shape.kind, isSure: true };
  return shape.form === 'none' ? undefined : { account: typed, isSure: shape.form === 'suffix' };
}

/** A share of the member's, with its names as words are compared. */
interface OwnShare extends ShareNames {
  readonly plainSuffix: string;
  readonly plainNickname: string | undefined;
}

function withPlain(share: ShareNames): OwnShare {
  const { nickname, suffix } = share;
  return {
    ...share,
    plainSuffix: plain(suffix),
    plainNickname: nickname === undefined ? undefined : plain(nickname),
  };
}

function known(
  word: string,
  shares: readonly OwnShare[],
  { kindOf }: ArgumentLexicon,
): Named | undefined {
  const bySuffix = shares.find(({ plainSuffix }) => plainSuffix === word);
  if (bySuffix) return own(bySuffix);
  const byNickname = shares.filter(({ plainNickname }) => plainNickname === word);
  const [called, another] = byNickname;
  if (called && !another) return own(called);
  const kindNamed = kindOf.get(word);
  if (kindNamed !== undefined) return { account: kindNamed, isSure: true };
  const begins = shares.filter(
    ({ plainNickname, kind }) =>
      (word.length >= 3 && plainNickname?.startsWith(word) === true) ||
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
