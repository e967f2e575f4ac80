import type { CaseOutcome } from '../kernel/vocabulary/staff-work.ts';
import type { BusinessCalendar } from '../members/business-days-setting.ts';
import {
  correctBy,
  decideAtLastBy,
  decideOrCreditBy,
  honorItemsUntil,
  isCreditOwed,
  tellCreditBy,
  tellResultBy,
  writtenBy,
  type TransferInDoubt,
} from './clocks.ts';

export const clockNames = [
  'written_confirmation',
  'decide_or_credit',
  'tell_credit',
  'decide_at_last',
  'correct',
  'tell_result',
  'honor_items',
] as const;

type ClockName = (typeof clockNames)[number];

/** One deadline of a case. */
export interface Clock {
  readonly clock: ClockName;
  readonly dueOn: Temporal.PlainDate;
  /** When it was met; `null` while it runs. */
  readonly doneOn: Temporal.PlainDate | null;
}

/** The facts of a case that affect its deadlines. */
export interface CaseFacts extends TransferInDoubt {
  readonly noticeOn: Temporal.PlainDate;
  /** The due dates as counted when the member learned of them. */
  readonly dueOn: Temporal.PlainDate;
  readonly provisionalDueOn: Temporal.PlainDate;
  /** When the statement that first showed the error was sent, if staff recorded it. */
  readonly statementOn: Temporal.PlainDate | null;
  readonly writtenAsked: boolean;
  readonly writtenOn: Temporal.PlainDate | null;
  readonly creditedOn: Temporal.PlainDate | null;
  readonly creditToldOn: Temporal.PlainDate | null;
  readonly decidedOn: Temporal.PlainDate | null;
  readonly outcome: CaseOutcome | null;
  readonly resultToldOn: Temporal.PlainDate | null;
  readonly correctedOn: Temporal.PlainDate | null;
  readonly withdrawalToldOn: Temporal.PlainDate | null;
}

/**
 * Returns all deadlines of a case, past and current. A date that the member knows never moves
 * later; an opening added since makes it earlier.
 */
export function clocksOf(
  facts: CaseFacts,
  calendar: BusinessCalendar,
  today: Temporal.PlainDate,
): Clock[] {
  const { noticeOn, creditedOn, decidedOn, withdrawalToldOn } = facts;
  const clocks: Clock[] = [];
  const add = (clock: ClockName, dueOn: Temporal.PlainDate, doneOn: Temporal.PlainDate | null) =>
    clocks.push({ clock, dueOn, doneOn });
  if (facts.writtenAsked)
    add('written_confirmation', writtenBy(calendar, noticeOn), facts.writtenOn);
  const receivedOn = facts.writtenOn ?? undefined;
  if (isCreditOwed(calendar, noticeOn, { asked: facts.writtenAsked, receivedOn, today }))
    add(
      'decide_or_credit',
      earlier(facts.dueOn, decideOrCreditBy(calendar, noticeOn, facts)),
      creditedOn && decidedOn ? earlier(creditedOn, decidedOn) : (creditedOn ?? decidedOn),
    );
  if (creditedOn) add('tell_credit', tellCreditBy(calendar, creditedOn), facts.creditToldOn);
  add(
    'decide_at_last',
    earlier(facts.provisionalDueOn, decideAtLastBy(noticeOn, facts)),
    decidedOn,
  );
  if (decidedOn && facts.outcome === 'error')
    add('correct', correctBy(calendar, decidedOn), facts.correctedOn);
  // A member who withdraws a notice is owed no result.
  if (decidedOn && facts.outcome !== 'withdrawn')
    add('tell_result', tellResultBy(calendar, decidedOn), facts.resultToldOn);
  if (withdrawalToldOn) {
    const until = honorItemsUntil(calendar, withdrawalToldOn);
    add('honor_items', until, Temporal.PlainDate.compare(today, until) > 0 ? until : null);
  }
  return clocks;
}

/** Returns the next deadline; `undefined` if none runs. */
export function nextClock(clocks: readonly Clock[]): Clock | undefined {
  return clocks
    .filter(({ doneOn }) => doneOn === null)
    .toSorted((a, b) => Temporal.PlainDate.compare(a.dueOn, b.dueOn))[0];
}

function earlier(a: Temporal.PlainDate, b: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.compare(a, b) <= 0 ? a : b;
}
