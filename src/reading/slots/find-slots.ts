import { defaultLanguage, type Language } from '../../kernel/vocabulary/language.ts';
import type { FigureStyle } from '../figures.ts';
import { saysForeignMoney } from '../foreign-money.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Token } from '../normalize.ts';
import type { Filter } from '../reading.ts';
import type { ShareReader } from '../share-words.ts';
import { findAccounts } from './find-accounts.ts';
import { findSigns, type Signs } from './find-amounts.ts';
import { findName } from './find-name.ts';
import { findTimes, type TimeFound } from './find-periods.ts';
import { joinTimes } from './join-times.ts';
import { isoDays } from './resolve-period.ts';
import { slotText, take, tokensLeft, typedOf, type SlotText } from './slot-text.ts';

/** What finding slots needs to know. */
export interface SlotReader {
  readonly lexicon: Lexicon;
  readonly shares: ShareReader;
  readonly style: FigureStyle;
  /** The member's language, or that of the words: it decides whether `3/10` is in March. */
  readonly language?: Language | undefined;
  /** Today in the institution's zone. Absent: a period is heard and can't be applied. */
  readonly today?: Temporal.PlainDate | undefined;
  /** The institution's currency. A bound in another one can't be applied. */
  readonly currency?: string | undefined;
}

/** Everything that limits an answer, wherever it stood in the text. */
export interface Slots {
  readonly filter: Filter;
  /** The text says only today, or now: this filter, where that limits an answer. The balance of today is the present one. */
  readonly today?: Filter;
  readonly count?: number;
  /** Accounts in the text, if they were asked for; one or several. */
  readonly accounts: readonly string[];
  /** The tokens that no slot has taken. */
  readonly left: readonly Token[];
}

/**
 * Finds the slots of a text: period, bounds of amounts, the greatest, the newest few, merchant or category. Words decide alone,
 * wherever they stand, in any installed language. Pure.
 * @param options `accounts`: also takes accounts, with `digits` those that only a command names for certain; otherwise the reader of a command or question does. `names`: whether a merchant
 * may be meant. `kept`: so many tokens at the beginning are no slot
 */
export function findSlots(
  tokens: readonly Token[],
  reader: SlotReader,
  options: {
    readonly accounts?: 'words' | 'digits';
    readonly names?: boolean;
    readonly kept?: number;
  } = {},
): Slots {
  const { lexicon, shares } = reader;
  const { slots } = lexicon;
  const limits = limitsIn(tokens, reader, options.kept ?? 0);
  const { held, isToday, period, heard, signs } = limits;
  // Most texts limit nothing.
  if (limits.isEmpty && !options.accounts && options.names !== true)
    return { filter: {}, accounts: [], left: tokens };
  const text = { words: limits.text.words, taken: limits.text.taken.slice() };
  const accounts = options.accounts
    ? findAccounts(text, shares, slots, options.accounts === 'digits')
    : [];
  const named = options.names
    ? findName(text, slots, (from, to) => isAccount(text.words.slice(from, to), shares))
    : undefined;
  text.taken.fill(0, 0, held);
  const left = tokensLeft(tokens, text);
  if (limits.isEmpty) return { filter: named ? { find: named.name } : {}, accounts, left };
  return {
    ...(isToday ? { today: period } : {}),
    filter: {
      ...(isToday ? {} : period),
      ...(named ? { find: named.name } : {}),
      ...signs.bounds,
      ...(signs.sum ? { sum: true } : {}),
      ...(signs.most ? { most: true } : {}),
      ...(signs.least ? { least: true } : {}),
      ...heardIn(isToday ? signs.unapplied : heard),
    },
    ...(signs.count === undefined ? {} : { count: signs.count }),
    accounts,
    left,
  };
}

/** Periods and amounts in a text. The same tokens are looked at for other things too. */
interface Limits {
  readonly tokens: readonly Token[];
  readonly reader: SlotReader;
  readonly kept: number;
  readonly text: SlotText;
  /** How many words at the beginning are no slot. */
  readonly held: number;
  /** No word of the text begins a limit. */
  readonly isEmpty: boolean;
  readonly isToday: boolean;
  readonly period: Filter;
  readonly heard: readonly string[];
  readonly signs: Signs;
}

let last: Limits | undefined;

function limitsIn(tokens: readonly Token[], reader: SlotReader, kept: number): Limits {
  if (last?.tokens === tokens && last.kept === kept && isLike(last.reader, reader)) return last;
  const { lexicon, style, today, language = defaultLanguage } = reader;
  const { slots, arguments: words } = lexicon;
  const text = slotText(tokens, lexicon);
  const first = text.words.findIndex(({ token }) => token >= kept);
  const held = first < 0 ? text.words.length : first;
  take(text, 0, held);
  if (!text.words.some(({ facts }) => facts.begins !== 0)) {
    last = { tokens, reader, kept, text, held, ...nothing };
    return last;
  }
  const times = findTimes(text, slots, { isDayFirst: slots.dayFirst.has(language) });
  const { days, unapplied } = today
    ? joinTimes(times, today)
    : { days: undefined, unapplied: times };
  const found = findSigns(text, { slots, words, style });
  const isForeign =
    Object.keys(found.bounds).length > 0 && saysForeignMoney(tokens, reader.currency, lexicon);
  const signs = isForeign ? withoutBounds(found) : found;
  const period: Filter = {
    ...(days ? isoDays(days) : {}),
    ...heardIn(unapplied.map(({ from, to }) => typedOf(text, from, to))),
  };
  last = {
    tokens,
    reader,
    kept,
    text,
    held,
    isEmpty: false,
    isToday: times.length === 1 && times.every(saysToday),
    period,
    heard: [period.unapplied ?? [], signs.unapplied].flat(),
    signs,
  };
  return last;
}

/** Of a text that says nothing about amounts. */
const none: Signs = { bounds: {}, boundsTyped: [], unapplied: [] };

/** Of a text that limits nothing. */
const nothing = { isEmpty: true, isToday: false, period: {}, heard: [], signs: none } as const;

/** Whether two readers find the same periods and amounts. */
function isLike(one: SlotReader, other: SlotReader): boolean {
  return (
    one.lexicon === other.lexicon &&
    one.language === other.language &&
    one.currency === other.currency &&
    one.today === other.today &&
    one.style.digits === other.style.digits &&
    one.style.forms.length === other.style.forms.length &&
    one.style.forms.every((form, index) => form === other.style.forms[index])
  );
}

/** We never convert: bounds in another currency are heard, as typed, and not applied. */
function withoutBounds({ boundsTyped, ...signs }: Signs): Signs {
  return { ...signs, boundsTyped: [], bounds: {}, unapplied: [...signs.unapplied, ...boundsTyped] };
}

function isAccount(
  words: readonly { readonly word: string; readonly typed: string }[],
  shares: ShareReader,
): boolean {
  const tokens = words.map(({ word, typed }) => ({ raw: typed, word, isHash: false }));
  return shares.name(tokens)?.isSure === true;
}

function heardIn(words: readonly string[]): Filter {
  return words.length === 0 ? {} : { unapplied: words.join(', ') };
}

/** `today`, `this morning`, but not `since today`. */
function saysToday({ said, link }: TimeFound): boolean {
  return said?.kind === 'days_ago' && said.days === 0 && (link === undefined || link === 'in');
}

/** Whether nothing limits the answer. */
export function isEmpty({ filter, today, accounts }: Slots): boolean {
  return accounts.length === 0 && today === undefined && Object.keys(filter).length === 0;
}
