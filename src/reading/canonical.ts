import { isPlainCommand, type PlainCommand } from '../kernel/vocabulary/intent.ts';
import type { Reading } from './reading.ts';

/** The canonical form of a reading, as it can be sent again: `#trans 50.00 7 0`, `#bal 7`. */
export function canonical(reading: Reading): string {
  if (isPlain(reading)) return written[reading.intent] ?? reading.intent;
  switch (reading.intent) {
    case 'balance':
      return join('#bal', reading.account);
    case 'history':
      return join(
        '#hist',
        reading.account,
        reading.account === undefined ? undefined : reading.count,
      );
    case 'deposits':
      return join(
        '#dep',
        reading.account,
        reading.account === undefined ? undefined : reading.count,
      );
    case 'withdrawals':
      return join(
        '#wd',
        reading.account,
        reading.account === undefined ? undefined : reading.count,
      );
    case 'checks':
      return reading.number === undefined
        ? join(
            '#checks',
            reading.account,
            reading.account === undefined ? undefined : reading.count,
          )
        : join('#check', reading.number, reading.account);
    case 'holds':
      return join('#holds', reading.account);
    case 'transfer':
      if (reading.from !== undefined && reading.to !== undefined)
        return join('#trans', reading.amount, reading.from, reading.to);
      if (reading.to !== undefined) return join('#trans', reading.amount, 'to', reading.to);
      return reading.from === undefined
        ? join('#trans', reading.amount)
        : join('#trans', reading.amount, 'from', reading.from);
    case 'ambiguous':
      return '#trans 50 7 0';
    case 'pay':
      return join('#pay', reading.to, reading.amount);
    case 'details':
      return join('details', reading.account);
    case 'confirm':
      return join('OK', reading.code);
    case 'language':
      return { en: 'english', fr: 'français', es: 'español' }[reading.language];
    case 'choose':
      return String(reading.choice);
    case 'help':
      return join('help', reading.topic);
    case 'refused':
    case 'unknown':
      return 'help';
    default:
      return reading satisfies never;
  }
}

/** Commands of one word that are not written as their name. */
const written: Readonly<Partial<Record<PlainCommand, string>>> = {
  decline: 'NO',
  affirm: 'YES',
  lock: '#lock',
  unlock: '#unlock',
  code: '#code',
  dispute: '#dispute',
  agent: '#agent',
  stop: 'STOP',
  start: 'START',
};

function isPlain(reading: Reading): reading is { readonly intent: PlainCommand } {
  return isPlainCommand(reading.intent);
}

function join(...parts: readonly (string | number | undefined)[]): string {
  return parts.filter((part) => part !== undefined).join(' ');
}
