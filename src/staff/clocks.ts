import type { BusinessCalendar } from '../members/business-days-setting.ts';
import { addBusinessDays } from './business-days.ts';

/**
 * The deadlines of Regulation E for a notice of error (12 CFR 1005.11). The day of an event itself
 * does not count.
 */

/** Facts that extend the deadlines. Unknown counts as no. */
export interface TransferInDoubt {
  /** Made within 30 days after the account's first deposit. */
  readonly newAccount: boolean;
  /** By debit card at a point of sale. */
  readonly pointOfSale: boolean;
  readonly outsideUs: boolean;
}

export const ordinary: TransferInDoubt = {
  newAccount: false,
  pointOfSale: false,
  outsideUs: false,
};

/** Returns the day of a notice: its receipt in the institution's time zone, until midnight. */
export function noticeDay(receivedAt: Temporal.Instant, zone: string): Temporal.PlainDate {
  return receivedAt.toZonedDateTimeISO(zone).toPlainDate();
}

/** Whether a transfer was made within 30 days after the account's first deposit (1005.11(c)(3)). */
export function isNewAccount(
  transferOn: Temporal.PlainDate,
  firstDepositOn: Temporal.PlainDate,
): boolean {
  const days = firstDepositOn.until(transferOn, { largestUnit: 'days' }).days;
  return days >= 0 && days <= 30;
}

/**
 * The deadline to decide the error or credit it provisionally: 10 business days, 20 for a new
 * account (1005.11(c)(1) to (3)(i)).
 */
export function decideOrCreditBy(
  calendar: BusinessCalendar,
  notice: Temporal.PlainDate,
  { newAccount }: TransferInDoubt,
): Temporal.PlainDate {
  return addBusinessDays(calendar, notice, newAccount ? 20 : 10);
}

/**
 * The final deadline to decide, if credit was given in time: 45 calendar days, or 90
 * (1005.11(c)(2), (c)(3)(ii)).
 */
export function decideAtLastBy(
  notice: Temporal.PlainDate,
  { newAccount, pointOfSale, outsideUs }: TransferInDoubt,
): Temporal.PlainDate {
  return notice.add({ days: newAccount || pointOfSale || outsideUs ? 90 : 45 });
}

/**
 * The deadline to notify the member of a provisional credit: 2 business days after it
 * (1005.11(c)(2)(ii)).
 */
export function tellCreditBy(
  calendar: BusinessCalendar,
  creditedOn: Temporal.PlainDate,
): Temporal.PlainDate {
  return addBusinessDays(calendar, creditedOn, 2);
}

/**
 * The deadline to notify the member of the result: 3 business days after the decision
 * (1005.11(c)(1), (d)).
 */
export function tellResultBy(
  calendar: BusinessCalendar,
  decidedOn: Temporal.PlainDate,
): Temporal.PlainDate {
  return addBusinessDays(calendar, decidedOn, 3);
}

/**
 * The deadline to correct an error that was found: 1 business day after the decision
 * (1005.11(c)(1)).
 */
export function correctBy(
  calendar: BusinessCalendar,
  decidedOn: Temporal.PlainDate,
): Temporal.PlainDate {
  return addBusinessDays(calendar, decidedOn, 1);
}

/**
 * The last day to honor items after a credit was withdrawn: 5 business days after the notice of it
 * (1005.11(d)(2)).
 */
export function honorItemsUntil(
  calendar: BusinessCalendar,
  toldOn: Temporal.PlainDate,
): Temporal.PlainDate {
  return addBusinessDays(calendar, toldOn, 5);
}

/**
 * The deadline for the written confirmation of an oral notice, if required: 10 business days
 * (1005.11(b)(2)).
 */
export function writtenBy(
  calendar: BusinessCalendar,
  notice: Temporal.PlainDate,
): Temporal.PlainDate {
  return addBusinessDays(calendar, notice, 10);
}

/**
 * Whether a provisional credit is owed: not if a required written confirmation did not come in
 * time. A text message counts as written.
 */
export function isCreditOwed(
  calendar: BusinessCalendar,
  notice: Temporal.PlainDate,
  written: {
    readonly asked: boolean;
    readonly receivedOn?: Temporal.PlainDate | undefined;
    readonly today: Temporal.PlainDate;
  },
): boolean {
  if (!written.asked) return true;
  const came = written.receivedOn ?? written.today;
  return Temporal.PlainDate.compare(came, writtenBy(calendar, notice)) <= 0;
}

/**
 * Whether a notice is in time: within 60 days after the statement that first shows the error was
 * sent (1005.11(b)(1)(i)).
 */
export function isNoticeInTime(
  notice: Temporal.PlainDate,
  statementSentOn: Temporal.PlainDate,
): boolean {
  return Temporal.PlainDate.compare(notice, statementSentOn.add({ days: 60 })) <= 0;
}
