import type { Institution } from '../members/institution.ts';
import { nextClock, type Clock } from '../staff/case-clocks.ts';
import { casesMax, type Case } from '../staff/case-rows.ts';
import { isNoticeInTime } from '../staff/clocks.ts';
import { dueText, localText } from './days.ts';
import { print, printTable } from './print.ts';

/** Prints cases as a table, each with the term that ends next. */
export function printCases(cases: readonly Case[], today: Temporal.PlainDate): void {
  printTable(
    ['reference', 'due', 'next', 'member', 'name', ''],
    cases.map((one) => {
      const next = one.state === 'open' ? nextClock(one.clocks) : undefined;
      return [
        one.reference,
        dueText(next?.dueOn ?? null, today),
        next ? clockText(next) : '',
        one.memberNumber,
        one.memberName,
        one.state,
      ];
    }),
  );
  if (cases.length === casesMax)
    process.stderr.write(`Only the first ${casesMax} are shown; there may be more\n`);
}

/** Prints one case with all its terms. */
export function printCase(one: Case, { zone }: Institution, today: Temporal.PlainDate): void {
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
  if (one.statementOn) print(statementText(one.noticeOn, one.statementOn));
  print(`business days: ${one.businessDays}\n`);
  printTable(
    ['deadline', 'due', 'done'],
    one.clocks.map((clock) => [
      clockText(clock),
      clock.doneOn ? clock.dueOn.toString() : dueText(clock.dueOn, today),
      clock.doneOn?.toString() ?? '',
    ]),
  );
}

function statementText(notice: Temporal.PlainDate, statement: Temporal.PlainDate): string {
  const inTime = isNoticeInTime(notice, statement);
  return `statement sent ${statement.toString()}: the notice ${inTime ? 'is in time' : 'came more than 60 days later'}`;
}

/** A term as staff say it. */
export function clockText({ clock }: Clock): string {
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
