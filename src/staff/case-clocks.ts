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

/** One term of a case. */
export interface Clock {
  readonly clock: ClockName;
  readonly dueOn: Temporal.PlainDate;
  /** When what it asks for was done; `null` while it runs. */
  readonly doneOn: Temporal.PlainDate | null;
}

/** What is known of a case, as far as its terms depend on it. */
export interface CaseFacts extends TransferInDoubt {
  readonly noticeOn: Temporal.PlainDate;
  /** As they were counted when the member was told. */
  readonly dueOn: Temporal.PlainDate;
  readonly provisionalDueOn: Temporal.PlainDate;
  /** When the statement was sent that first showed the error, where staff wrote it down. */
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
 * All terms that run or ran in a case. A date that the member was told never gets later; an opening that was set since makes it earlier.
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
  // Who takes a notice back is owed no result.
  if (decidedOn && facts.outcome !== 'withdrawn')
    add('tell_result', tellResultBy(calendar, decidedOn), facts.resultToldOn);
  if (withdrawalToldOn) {
    const until = honorItemsUntil(calendar, withdrawalToldOn);
    add('honor_items', until, Temporal.PlainDate.compare(today, until) > 0 ? until : null);
  }
  return clocks;
}

/** The term that ends next; `undefined` where none runs. */
export function nextClock(clocks: readonly Clock[]): Clock | undefined {
  return clocks
    .filter(({ doneOn }) => doneOn === null)
    .toSorted((a, b) => Temporal.PlainDate.compare(a.dueOn, b.dueOn))[0];
}

function earlier(a: Temporal.PlainDate, b: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.compare(a, b) <= 0 ? a : b;
}
