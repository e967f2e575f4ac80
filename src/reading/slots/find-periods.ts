import {
  timeUnits,
  type PeriodKind,
  type PeriodLink,
  type SlotClass,
  type TimeUnit,
} from '../lexicon/slot-names.ts';
import type { SlotLexicon } from '../lexicon/slot-words.ts';
import { begins, classesIn, dayInFigures } from './classes.ts';
import type { SaidDay, SaidTime } from './period.ts';
import { phraseAt, type PhraseFound } from '../lexicon/phrase-tree.ts';
import { isFree, take, type SlotText } from './slot-text.ts';

/** A time in a text, with what stands before it. */
export interface TimeFound {
  /** Absent: heard, but too vague for days, as `since christmas`. */
  readonly said: SaidTime | undefined;
  readonly link: PeriodLink | undefined;
  /** Where it begins, its link included, and ends. */
  readonly from: number;
  readonly to: number;
}

/** Words that may precede a day at most, in a link such as `a partir du`. */
const linkMax = 4;

/** Finds all times in a text, in order, and takes their words. */
export function findTimes(
  text: SlotText,
  lexicon: SlotLexicon,
  style: { readonly isDayFirst: boolean },
): TimeFound[] {
  const { words } = text;
  const classesOf = classesIn(lexicon);
  const wordAt = (index: number) => (text.taken[index] === 1 ? undefined : words[index]?.word);
  const found: TimeFound[] = [];
  for (let at = 0; at < words.length; at += 1) {
    if (((words[at]?.facts.begins ?? 0) & begins.period) === 0) continue;
    const phrase = phraseAt(lexicon.periods, wordAt, at, classesOf);
    if (!phrase) continue;
    const { link, from } = linkBefore(text, at, lexicon);
    if (
      phrase.kind === 'unit'
        ? link !== 'since_start_of'
        : link === undefined && !isClear(text, { at, phrase }, lexicon)
    )
      continue;
    const written = words[phrase.end - 1]?.word ?? '';
    const isOnward = link === 'from' && lexicon.onwards.has(wordAt(phrase.end) ?? '');
    const to = isOnward ? phrase.end + 1 : phrase.end;
    const said = saidBy(phrase, written, style);
    found.push({ said, link: isOnward ? 'since' : link, from, to });
    take(text, from, to);
    at = to - 1;
  }
  return found;
}

/** The link before a time, and where it begins. An article between them has no meaning. */
function linkBefore(
  text: SlotText,
  at: number,
  { links, articles }: SlotLexicon,
): { readonly link?: PeriodLink; readonly from: number } {
  const { words } = text;
  const hasArticle = at > 0 && articles.has(words[at - 1]?.word ?? '') && isFree(text, at - 1, at);
  for (const end of hasArticle ? [at, at - 1] : [at]) {
    for (let from = Math.max(0, end - linkMax); from < end; from += 1) {
      const link = links.get(
        words
          .slice(from, end)
          .map(({ word }) => word)
          .join(' '),
      );
      if (link && isFree(text, from, end)) return { link, from };
    }
  }
  return { from: hasArticle ? at - 1 : at };
}

/** Whether these words mean a time without a link: not `may` alone, nor a bare year or day. */
function isClear(
  { words }: SlotText,
  { at, phrase }: { readonly at: number; readonly phrase: PhraseFound<PeriodKind, SlotClass> },
  { doubtful }: SlotLexicon,
): boolean {
  if (phrase.end > at + 1) return true;
  const word = words[at]?.word ?? '';
  return !doubtful.has(word) && phrase.kind !== 'year' && !/^\d{1,2}$/.test(word);
}

function saidBy(
  { kind, values }: PhraseFound<PeriodKind, SlotClass>,
  written: string,
  style: { readonly isDayFirst: boolean },
): SaidTime | undefined {
  const of = (...names: readonly SlotClass[]) => values.find(([name]) => names.includes(name))?.[1];
  const unit: TimeUnit = timeUnits[of('unit') ?? 0] ?? 'day';
  const count = of('n') ?? 1;
  switch (kind) {
    case 'today':
      return { kind: 'days_ago', days: 0 };
    case 'yesterday':
      return { kind: 'days_ago', days: 1 };
    case 'day_before':
      return { kind: 'days_ago', days: 2 };
    case 'this':
    case 'last':
      return { kind, unit };
    case 'unit':
      return { kind: 'this', unit };
    case 'this_month':
      return { kind: 'this', unit: 'month' };
    case 'this_year':
      return { kind: 'this', unit: 'year' };
    case 'rolling':
    case 'ago':
      return { kind, unit, count };
    case 'month':
      return { kind, month: of('month') ?? 1, year: of('y') };
    case 'month_last_year':
      return { kind: 'month', month: of('month') ?? 1, isLastYear: true };
    case 'weekday':
      return { kind, weekday: of('weekday') ?? 1 };
    case 'date': {
      const day = values.some(([name]) => name === 'date')
        ? inFigures(written, style)
        : { day: of('o', 'd') ?? 1, month: of('month'), year: of('y') };
      return day && { kind, ...day };
    }
    case 'span': {
      const [first, second] = values.filter(([name]) => name === 'd' || name === 'o');
      return {
        kind,
        from: { day: first?.[1] ?? 1 },
        to: { day: second?.[1] ?? 1, month: of('month'), year: of('y') },
      };
    }
    case 'year':
      return { kind, year: of('y') ?? 0 };
    case 'quarter':
      return { kind, quarter: of('q', 'nth') ?? 1, year: of('y') };
    case 'vague':
      return undefined;
    default:
      return kind satisfies never;
  }
}

/** `11/1`, `1/11/26`, `2026-11-01`: days come first in the member's language, or where nothing else is possible. */
function inFigures(word: string, { isDayFirst }: { readonly isDayFirst: boolean }) {
  const { p, q, r, a, b, c } = dayInFigures.exec(word)?.groups ?? {};
  if (p !== undefined) return possible({ year: Number(p), month: Number(q), day: Number(r) });
  const first = Number(a);
  const second = Number(b);
  const [m, d] = (isDayFirst && second <= 12) || first > 12 ? [second, first] : [first, second];
  const said = { day: d, month: m };
  if (c === undefined) return possible(said);
  return possible({ ...said, year: c.length === 2 ? 2000 + Number(c) : Number(c) });
}

/** Nobody's account is older. Text of a phone or a program may have any figures. */
const yearMin = 1900;

/** `2026-00-10` looks like a day, but is none. */
function possible<Said extends SaidDay & { readonly month: number }>(said: Said) {
  const { day, month, year = yearMin } = said;
  const isDay = month >= 1 && month <= 12 && day >= 1 && day <= 31 && year >= yearMin;
  return isDay ? said : undefined;
}
