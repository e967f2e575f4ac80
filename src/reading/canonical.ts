import { isPlainCommand, type PlainCommand } from '../kernel/vocabulary/intent.ts';
import type { CanonicalWords, Lexicon } from './lexicon/lexicon.ts';
import type {
  AlertOffReading,
  AlertReading,
  Asked,
  Filter,
  QuietReading,
  Reading,
} from './reading.ts';

/** The canonical form of a reading, which the member can send again: `#trans 50.00 7 0`, `#bal 7`. */
export function canonical(reading: Reading, lexicon: Lexicon): string {
  const { canonical: words, names } = lexicon;
  if (isPlain(reading)) return words[reading.intent] ?? reading.intent;
  switch (reading.intent) {
    case 'details':
      return join(words.details, reading.account);
    case 'balance':
    case 'holds':
      return join(words[reading.intent], accountsOf(reading, words), ...limitsOf(reading, words));
    case 'history':
    case 'deposits':
    case 'withdrawals':
      return join(
        words[reading.intent],
        accountsOf(reading, words),
        countOf(reading),
        ...limitsOf(reading, words),
      );
    case 'checks':
      return reading.number === undefined
        ? join(
            words.checks,
            accountsOf(reading, words),
            countOf(reading),
            ...limitsOf(reading, words),
          )
        : join(words.check, reading.number, reading.account);
    case 'transfer':
      if (reading.from !== undefined && reading.to !== undefined)
        return join(words.transfer, reading.amount, reading.from, reading.to);
      if (reading.to !== undefined)
        return join(words.transfer, reading.amount, words.to, reading.to);
      return reading.from === undefined
        ? join(words.transfer, reading.amount)
        : join(words.transfer, reading.amount, words.from, reading.from);
    case 'ambiguous':
      return join(words.transfer, 50, 7, 0);
    case 'pay':
      return join(words.pay, reading.to, reading.amount);
    case 'afford':
      return join(words.afford, reading.amount);
    case 'alert':
    case 'alert_off':
    case 'quiet':
      return alertsCanonical(reading, words);
    case 'confirm':
      return join(words.confirm, reading.code);
    case 'language':
      return names.ask.get(reading.language) ?? reading.language;
    case 'choose':
      return String(reading.choice);
    case 'help':
      return join(words.help, reading.topic);
    case 'answer':
    case 'loan':
    case 'refused':
    case 'unknown':
      return words.help;
    default:
      return reading satisfies never;
  }
}

function isPlain(reading: Reading): reading is { readonly intent: PlainCommand } {
  return isPlainCommand(reading.intent);
}

function alertsCanonical(
  reading: AlertReading | AlertOffReading | QuietReading,
  words: CanonicalWords,
): string {
  if (reading.intent === 'alert_off')
    return join(words.alert, words.off, reading.number ?? offOf(reading, words));
  if (reading.intent === 'quiet')
    return reading.off ? join(words.quiet, words.off) : join(words.quiet, reading.from, reading.to);
  const { kind, account, amount, days, weekday } = reading;
  return join(words.alert, words[`alert_${kind}`], account, amount ?? days ?? weekday);
}

function offOf({ kind }: AlertOffReading, words: CanonicalWords): string {
  return kind === undefined ? words.all : words[`alert_${kind}`];
}

function accountsOf({ account, accounts }: Asked, words: CanonicalWords): string | undefined {
  return accounts ? accounts.join(` ${words.and} `) : account;
}

/** What limits the answer, each with its word. The merchant comes last, so that nothing after it is part of its name. */
function limitsOf(limits: Filter, words: CanonicalWords): string[] {
  const { sum, most, least, find } = limits;
  const values = (['since', 'until', 'over', 'under', 'min', 'max'] as const).flatMap((limit) => {
    const value = limits[limit];
    return value === undefined ? [] : [`${words[limit]} ${value}`];
  });
  return [
    ...(sum ? [words.total] : []),
    ...(most ? [words.most] : []),
    ...(least ? [words.least] : []),
    ...values,
    ...(find === undefined ? [] : [`${words.at} ${find}`]),
  ];
}

/** A count only comes after a share. */
function countOf({ account, count }: { account?: string; count?: number }): number | undefined {
  return account === undefined ? undefined : count;
}

function join(...parts: readonly (string | number | undefined)[]): string {
  return parts.filter((part) => part !== undefined).join(' ');
}
