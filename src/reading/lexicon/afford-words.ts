import type { Language } from '../../kernel/vocabulary/language.ts';
import { either } from './tables.ts';

/**
 * A pack's words for *can I afford $60 until Friday?*: parts of patterns, in lower case and without
 * accents. Words keep the apostrophes and hyphens inside them.
 */
export interface AffordWords {
  /** Words without which no text asks this: looked for first, because that is cheap. */
  readonly gate: string;
  /** Before an amount: `can i afford`. */
  readonly before: string;
  /** Whole questions without an amount: `how much can i spend`. */
  readonly whole: string;
  /** May come between both: `about`. */
  readonly article: string;
  /** Around it, without meaning here: `please`, `right now`. */
  readonly polite: string;
  /** After the amount, what it is for: `for`, `on`. */
  readonly purpose: string;
  /** Before an account: `from`, `out of`. */
  readonly from: string;
  /** Before a day: `until`. */
  readonly until: string;
  /** The next pay. */
  readonly payday: string;
  readonly today: string;
  readonly tomorrow: string;
  readonly weekend: string;
  readonly thisWeek: string;
  readonly nextWeek: string;
  readonly monthEnd: string;
  /** A number of days, as `(\d+)`. */
  readonly days: string;
  /** A day of the month, as `(\d+)`. */
  readonly dayOfMonth: string;
  /** May come before a weekday: `next`. */
  readonly next: string;
  /** Monday to Sunday, and January to December: seven and twelve groups of names, the names separated by `|`. */
  readonly weekdays: string;
  readonly months: string;
  /** A day and a month as `(?<day>)` and `(?<month>)`, where `%` stands for the names. */
  readonly date: string;
  /** A date in figures begins with the month. */
  readonly isMonthFirst: boolean;
}

/** One language's patterns. */
export interface AffordPatterns {
  readonly language: Language;
  /** Two groups: an amount, and what follows. */
  readonly asks: RegExp;
  /** One group: what follows. */
  readonly asksHowMuch: RegExp;
  /** At the end of the rest. The name says what it means; the group has its number. */
  readonly until: readonly {
    readonly pattern: RegExp;
    readonly toUntil: (match: RegExpExecArray) => string;
  }[];
  /** At the end of what follows: a group with an account's name. */
  readonly from: RegExp;
  /** The rest of a rest without days and accounts: nothing, or a purpose. */
  readonly idle: RegExp;
}

export interface AffordLexicon {
  readonly gate: RegExp;
  readonly languages: readonly AffordPatterns[];
}

type Spoken = Partial<AffordWords> & { readonly language?: Language };

export function compileAfford(packs: readonly Spoken[]): AffordLexicon {
  const complete = packs.filter(isComplete);
  return {
    gate: new RegExp(`\\b${either(complete.map(({ gate }) => gate))}`),
    languages: complete.map(patternsOf),
  };
}

function isComplete(pack: Spoken): pack is AffordWords & { readonly language: Language } {
  return pack.language !== undefined && pack.before !== undefined;
}

/** An amount as typed. The reader of figures decides what it is. */
const amount = '(-?[$€£]?\\d[\\d.,]*k?[$€£]?|-?(?:usd|cad|us\\$)\\d[\\d.,]*)';

function patternsOf(words: AffordWords & { readonly language: Language }): AffordPatterns {
  const { before, whole, polite, purpose, from, language } = words;
  return {
    language,
    asks: new RegExp(
      `^(?:(?:${polite}) )*(?:${before})(?: (?:${words.article}))? ${amount}((?: .*)?)$`,
    ),
    asksHowMuch: new RegExp(`^(?:(?:${polite}) )*(?:${whole})((?: .*)?)$`),
    until: untilsOf(words),
    from: new RegExp(` (?:${from}) ([\\p{L}\\p{N}' -]{1,24})$`, 'u'),
    idle: new RegExp(
      `^(?: (?:${polite}))*(?: (?:${purpose})\\b[^\\d$€£]{0,60})?(?: (?:${polite}))*$`,
    ),
  };
}

function untilsOf(words: AffordWords): AffordPatterns['until'] {
  const { until, payday, today, tomorrow, weekend, thisWeek, nextWeek, monthEnd, next } = words;
  const after = (what: string, isNeeded = false) =>
    new RegExp(` (?:(?:${until}) ?)${isNeeded ? '' : '?'}(?:${what})$`);
  const named = (what: string, meaning: string, isNeeded = false) => ({
    pattern: after(what, isNeeded),
    toUntil: () => meaning,
  });
  const groups = (list: string) => list.split(',').map((group) => group.trim());
  const months = groups(words.months);
  const date = words.date.replace('%', months.join('|'));
  const monthOf = (name: string) =>
    months.findIndex((group) => group.split('|').includes(name)) + 1;
  const [first, second] = words.isMonthFirst ? ['month', 'day'] : ['day', 'month'];
  return [
    named(payday, 'payday', true),
    named(monthEnd, 'month_end'),
    named(weekend, 'weekend'),
    named(thisWeek, 'week_end'),
    named(nextWeek, '7d'),
    named(tomorrow, '1d'),
    named(today, '0d'),
    ...groups(words.weekdays).map((names, index) =>
      named(`(?:(?:${next}) )?(?:${names})`, `weekday_${index + 1}`, true),
    ),
    { pattern: after(words.days), toUntil: (match) => `${match[1] ?? '0'}d` },
    {
      pattern: after(date, true),
      toUntil: ({ groups: found = {} }) => `${monthOf(found['month'] ?? '')}-${found['day'] ?? ''}`,
    },
    {
      pattern: after(`(?<${first}>\\d{1,2})[/.](?<${second}>\\d{1,2})`, true),
      toUntil: ({ groups: found = {} }) => `${found['month'] ?? ''}-${found['day'] ?? ''}`,
    },
    { pattern: after(words.dayOfMonth, true), toUntil: (match) => `day_${match[1] ?? ''}` },
  ];
}
