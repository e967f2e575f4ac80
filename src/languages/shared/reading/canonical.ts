import type { CanonicalWords } from '../../../reading/lexicon/lexicon.ts';

/** The form in which we show each command. Every language understands it. */
export const canonical: CanonicalWords = {
  balance: '#bal',
  history: '#hist',
  deposits: '#dep',
  withdrawals: '#wd',
  checks: '#checks',
  check: '#check',
  holds: '#holds',
  transfer: '#trans',
  pay: '#pay',
  details: 'details',
  afford: '#can',
  confirm: 'OK',
  decline: 'NO',
  affirm: 'YES',
  help: 'help',
  lock: '#lock',
  unlock: '#unlock',
  code: '#code',
  dispute: '#dispute',
  agent: '#agent',
  stop: 'STOP',
  start: 'START',
  from: 'from',
  to: 'to',
};
