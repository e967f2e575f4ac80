import type { LoanFacts, LoanReply } from '../reply.ts';
import type { Place } from '../fill.ts';
import type { Facts } from './chosen.ts';
import { firstFitting } from './list.ts';
import { day, label, money, when, type Speech } from './speech.ts';

/** What a loan question is answered with: the facts that the books have, or an honest sentence with the telephone. */
export function loanFacts(reply: LoanReply, speech: Speech): Facts {
  const { ask, loans } = reply;
  if (loans.length === 0) return { key: 'loan.none', places: {} };
  const said = loans.map((loan) => [loan, sentenceOf(loan, reply, speech)] as const);
  if (said.some(([, sentence]) => sentence !== undefined)) {
    const rows = said.map(
      ([loan, sentence]) => [loan, sentence ?? speech.locale.loan.ask] as const,
    );
    return { key: 'loan', places: { rows: rowsOf(rows, speech) } };
  }
  const fact = speech.locale.loan.facts[ask];
  if (ask !== 'payoff') return { key: 'loan.unknown', places: { fact } };
  const owed = loans.map(
    (loan) => [loan, speech.locale.owed(money(loan.owed, speech, loan.share))] as const,
  );
  return { key: 'loan.owed', places: { rows: rowsOf(owed, speech), when: when(reply, speech) } };
}

/** `Car 3: payment $312.00, due 12/20`; by suffix alone if room is short. */
function rowsOf(rows: readonly (readonly [LoanFacts, string])[], speech: Speech): Place {
  const { colon, separator } = speech.locale;
  const joined = (name: (loan: LoanFacts) => string) =>
    rows.map(([loan, sentence]) => `${name(loan)}${colon}${sentence}`).join(separator);
  return firstFitting(
    (function* () {
      yield joined(({ share }) => label(share, speech));
      yield joined(({ share }) => share.suffix);
    })(),
  );
}

/** `undefined`: the books don't say. */
function sentenceOf(
  loan: LoanFacts,
  { ask, today }: LoanReply,
  speech: Speech,
): string | undefined {
  const words = speech.locale.loan;
  const { share, owed, rate, payoff, payoffOn } = loan;
  if (ask === 'rate') return rate === undefined ? undefined : words.rate(percent(rate, speech));
  // A loan that is paid has no next payment, whatever its contract said.
  if (owed <= 0n) return words.paid;
  if (ask === 'payoff') {
    // A figure for a past day is too low now.
    const isGood = payoffOn !== undefined && Temporal.PlainDate.compare(payoffOn, today) >= 0;
    return payoff === undefined || !isGood
      ? undefined
      : words.payoff(money(payoff, speech, share), day(payoffOn, speech));
  }
  return paymentOf(loan, { ask, today }, speech);
}

function paymentOf(
  { share, payment, dueOn, dueDay }: LoanFacts,
  { ask, today }: Pick<LoanReply, 'ask' | 'today'>,
  speech: Speech,
): string | undefined {
  const words = speech.locale.loan;
  const asked = ask === 'payment' ? payment : (dueOn ?? dueDay);
  if (asked === undefined) return undefined;
  const due =
    dueOn === undefined
      ? dueDay === undefined
        ? undefined
        : words.dueDay(dueDay)
      : Temporal.PlainDate.compare(dueOn, today) < 0
        ? words.wasDue(day(dueOn, speech))
        : words.due(day(dueOn, speech));
  const amount = payment === undefined ? undefined : words.payment(money(payment, speech, share));
  return [amount, due].filter((part) => part !== undefined).join(', ');
}

/** Thousandths of a percent as a figure in the language: `5.49`, `6.125`. */
function percent(thousandths: number, { voice, locale }: Speech): string {
  const { point } = locale.amounts(voice.currency);
  const decimals = String(thousandths % 1000)
    .padStart(3, '0')
    .replace(/0$/, '');
  return `${Math.floor(thousandths / 1000)}${point}${decimals}`;
}
