import type { Institution } from '../members/institution.ts';
import type { CaseOutput } from '../operations/staff/case-schema.ts';
import { dueText, localText } from './days.ts';
import { print, printTable } from './print.ts';

type Clock = CaseOutput['clocks'][number];

/** Prints cases as a table, each with its next deadline. */
export function printCases(cases: readonly CaseOutput[], today: Temporal.PlainDate): void {
  printTable(
    ['reference', 'due', 'next', 'member', 'name', ''],
    cases.map(({ next, ...one }) => [
      one.reference,
      dueText(next?.dueOn ?? null, today),
      next ? clockText(next) : '',
      one.memberNumber,
      one.memberName,
      one.state,
    ]),
  );
}

/** Prints one case with all its deadlines. */
export function printCase(one: CaseOutput, { zone }: Institution, today: Temporal.PlainDate): void {
  print(`${one.reference}, ${one.state}${one.outcome ? `, outcome: ${one.outcome}` : ''}`);
  print(`member ${one.memberNumber}, ${one.memberName}`);
  print(`received ${localText(one.receivedAt, zone)}`);
  const kinds = [
    one.newAccount ? 'new account' : '',
    one.pointOfSale ? 'point of sale' : '',
    one.outsideUs ? 'outside the US' : '',
    one.writtenAsked ? 'oral notice, written confirmation requested' : '',
  ].filter(Boolean);
  if (kinds.length > 0) print(kinds.join(', '));
  if (one.words !== null) print(`\n${one.words}\n`);
  if (one.statementOn !== null)
    print(
      `statement sent ${one.statementOn}: the notice ${one.noticeInTime ? 'is in time' : 'came more than 60 days later'}`,
    );
  print(`business days: ${daysInWords(one.businessDays)}\n`);
  printTable(
    ['deadline', 'due', 'done'],
    one.clocks.map((clock) => [
      clockText(clock),
      clock.doneOn === null ? dueText(clock.dueOn, today) : clock.dueOn,
      clock.doneOn ?? '',
    ]),
  );
}

/** Puts the names of rules in words: `12345-less-federal-holidays` is Mon Tue Wed Thu Fri, without Federal holidays. */
export function daysInWords(names: string): string {
  return names
    .replace(
      /(^|, )([1-7]{1,7})(?=-less|, |$)/g,
      (_, before: string, days: string) =>
        before + days.replaceAll(/\d/g, (day) => ` ${weekdays[Number(day) - 1]}`).trim(),
    )
    .replaceAll('-less-federal-holidays', ', without Federal holidays');
}

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** A deadline in words for staff. */
export function clockText({ clock }: Pick<Clock, 'clock'>): string {
  return clockTexts[clock];
}

const clockTexts: Readonly<Record<Clock['clock'], string>> = {
  written_confirmation: 'written confirmation',
  decide_or_credit: 'decide, or give provisional credit',
  tell_credit: 'notify of the credit',
  decide_at_last: 'final decision',
  correct: 'correct the error',
  tell_result: 'notify of the result',
  honor_items: 'honor items until',
};
