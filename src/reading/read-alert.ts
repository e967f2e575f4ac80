import {
  alertDaysMax,
  alertDaysUsual,
  alertTraits,
  type AlertKind,
} from '../kernel/vocabulary/alert-kind.ts';
import { matchesSifted } from '../kernel/patterns/sieve.ts';
import type { CommandContext, CommandReading } from './command-reading.ts';
import { whole } from './command-reading.ts';
import { isUnit, readFigure } from './figures.ts';
import type { FreeReading } from './free-reading.ts';
import type { AlertLexicon } from './lexicon/alert-words.ts';
import type { Lexicon } from './lexicon/lexicon.ts';
import type { Token } from './normalize.ts';
import { isThanking } from './read-service.ts';
import type { AlertReading } from './reading.ts';

/**
 * Reads what follows `alert`: `low 7 100`, `dep 500`, `check 7`, `due 3`, `off 2`. Without a kind it is none of ours; with a kind and
 * without what that needs, the answer says how.
 */
export function readAlert(
  head: Token,
  rest: readonly Token[],
  context: CommandContext,
): CommandReading | undefined {
  const { lexicon } = context.grammar;
  const { alerts } = lexicon;
  const said = rest.filter(({ word }) => alerts.kinds.has(word) || !isIdle(word, lexicon));
  const [first, ...others] = said;
  if (alerts.weeklyHeads.has(head.word))
    return readWeekly(withDays(rest, lexicon), lexicon, head.isHash);
  if (!first) return whole({ intent: 'alerts' });
  const kind = alerts.kinds.get(first.word);
  if (kind === 'weekly') {
    const days = withDays(rest, lexicon).filter((token) => token !== first);
    if (!days.some(({ word }) => alerts.off.has(word)))
      return whole(withArguments(kind, days, context));
  }
  const more = apart(
    others.filter(({ word }) => !isIdle(word, lexicon)),
    context,
  );
  if (alerts.off.has(first.word)) return readOff(more, alerts);
  const last = more.at(-1);
  if (last && alerts.off.has(last.word)) return readOff([first, ...more.slice(0, -1)], alerts);
  return kind && whole(withArguments(kind, more, context));
}

/** `weekly fri`, `weekly off`. The word alone is everyday talk, unless it has its `#`. */
function readWeekly(
  said: readonly Token[],
  lexicon: Lexicon,
  isHash: boolean,
): CommandReading | undefined {
  const { alerts } = lexicon;
  const [first, another] = said;
  if (another) return undefined;
  if (!first) return isHash ? whole({ intent: 'alert', kind: 'weekly' }) : undefined;
  if (alerts.off.has(first.word)) return whole({ intent: 'alert_off', kind: 'weekly' });
  const weekday = weekdayOf(first, lexicon);
  return weekday === undefined ? undefined : whole({ intent: 'alert', kind: 'weekly', weekday });
}

/** `fri`, or its number: 1 is Monday. */
function weekdayOf({ word }: Token, { alerts }: Lexicon): number | undefined {
  return /^[1-7]$/.test(word) ? Number(word) : alerts.weekdays.get(word);
}

/** `off 2`, `off all`, `off low`. */
function readOff(said: readonly Token[], alerts: AlertLexicon): CommandReading | undefined {
  const [only, another] = said;
  if (!only) return whole({ intent: 'alerts' });
  if (another) return undefined;
  if (/^\d{1,2}$/.test(only.word)) return whole({ intent: 'alert_off', number: Number(only.word) });
  if (alerts.all.has(only.word)) return whole({ intent: 'alert_off', all: true });
  const kind = alerts.kinds.get(only.word);
  return kind && whole({ intent: 'alert_off', kind });
}

/**
 * Drops words that mean nothing here. `mon` is Monday in English and *my* in French: it is a day only at the end, or before
 * thanks.
 */
function withDays(rest: readonly Token[], lexicon: Lexicon): readonly Token[] {
  const { weekdays } = lexicon.alerts;
  return rest.filter(({ word }, index) => {
    if (!isIdle(word, lexicon)) return true;
    return (
      weekdays.has(word) && rest.slice(index + 1).every((after) => isThanking(after.word, lexicon))
    );
  });
}

function isIdle(word: string, { alerts, arguments: { fillers, units } }: Lexicon): boolean {
  return (
    (alerts.idle.has(word) || fillers.has(word) || isUnit(word, units)) && !alerts.off.has(word)
  );
}

/** The account and the figure. If anything else is left, only the kind counts, and the answer says how. */
function withArguments(
  kind: AlertKind,
  said: readonly Token[],
  context: CommandContext,
): AlertReading {
  const asks: AlertReading = { intent: 'alert', kind };
  const { takes } = alertTraits[kind];
  if (takes === 'weekday') {
    const [day, another] = said;
    const weekday = day && weekdayOf(day, context.grammar.lexicon);
    return weekday === undefined || another ? asks : { ...asks, weekday };
  }
  const figured = takes === 'nothing' ? undefined : said.at(-1);
  const figure = takes === 'nothing' || !figured ? undefined : figureOf(takes, figured, context);
  const names = figure ? said.slice(0, -1) : said;
  const account = names.length === 0 ? undefined : nameOf(names, context);
  if (names.length > 0 && account === undefined) return asks;
  // `alert due 9`: too many days, unless it is an account.
  if (
    takes === 'days' &&
    figured &&
    /^\d+$/.test(figured.word) &&
    !figure &&
    !isOwnSuffix(said, context)
  )
    return asks;
  // `alert dep 7`: the account is there, and the amount is missing.
  if (takes === 'amount' && (!figure || isOwnSuffix(said, context))) return asks;
  const usual = takes === 'days' && !figure ? { days: alertDaysUsual } : {};
  return {
    ...asks,
    ...usual,
    ...figure,
    ...(account === undefined ? {} : { account }),
  };
}

function figureOf(
  takes: 'amount' | 'days',
  token: Token,
  { style }: CommandContext,
): Pick<AlertReading, 'amount' | 'days'> | undefined {
  if (takes === 'days') {
    const days = /^\d$/.test(token.word) ? Number(token.word) : undefined;
    return days === undefined || days > alertDaysMax ? undefined : { days };
  }
  const figure = readFigure(token.word, style);
  return figure && 'amount' in figure ? { amount: figure.amount } : undefined;
}

/** The only figure is the suffix of one of the member's accounts: it is no amount. */
function isOwnSuffix(said: readonly Token[], { shares }: CommandContext): boolean {
  const [only, another] = said;
  return only !== undefined && !another && shares.name([only])?.isSure === true;
}

/**
 * `7 100,00` is one figure with a space between thousands, or account 7 and an amount. It is the latter for a member with an account
 * 7: the command has that shape, and its answer says what was set.
 */
function apart(said: readonly Token[], { shares }: CommandContext): readonly Token[] {
  const [only, another] = said;
  if (!only?.spaced || another) return said;
  const [suffix, figure] = only.spaced;
  if (!shares.suffixes.includes(suffix)) return said;
  return [suffix, figure].map((word) => ({ raw: word, word, isHash: false }));
}

/** The account as the member named it. `all` means no certain one. */
function nameOf(tokens: readonly Token[], { shares }: CommandContext): string | undefined {
  const named = shares.name(tokens);
  return named && (named.isSure || named.isForm || !shares.isKnown) ? named.account : undefined;
}

/**
 * `what alerts do i have`, and `let me know when my balance drops`: a wish. It sets nothing, and the answer says what to send.
 */
export function readAlertWish(flat: string, { alerts, sieve }: Lexicon): FreeReading | undefined {
  for (const { list, wish, about, any, language } of alerts.wishes) {
    if (matchesSifted(list, flat, sieve))
      return { reading: { intent: 'alerts' }, language, confirm: false };
    if (!matchesSifted(wish, flat, sieve)) continue;
    const kind = about.find(([, pattern]) => pattern.test(flat))?.[0];
    if (kind !== undefined) return { reading: { intent: 'alert', kind }, language, confirm: false };
    if (any.test(flat)) return { reading: { intent: 'alerts' }, language, confirm: false };
  }
  return undefined;
}
