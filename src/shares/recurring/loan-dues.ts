import type { CoreEntry, LoanTerms } from '../../core/core.ts';
import type { RecurringItem } from './recurring-item.ts';

/** A loan with its contract. */
export interface KnownLoan {
  readonly accountId: string;
  readonly terms: LoanTerms;
}

interface Given {
  /** What recurs on the account that pays. */
  readonly items: readonly RecurringItem[];
  /** The entries of that account, in any order. */
  readonly entries: readonly CoreEntry[];
  readonly today: Temporal.PlainDate;
  readonly until: Temporal.PlainDate;
}

/** So long before its day a payment is for that day, and so long after it a missing one is due. */
const daysAround = 10;

/**
 * Finds the loan payments that the contracts demand until a day and that the history does not show
 * as recurring. A new loan has no history, and its payment is due all the same.
 */
export function loanDues(loans: readonly KnownLoan[], given: Given): RecurringItem[] {
  const free = new Set(given.items);
  return loans.flatMap(({ accountId, terms }) => {
    const { payment } = terms;
    if (payment === undefined || payment <= 0n) return [];
    const known = [...free].find((item) => paysLoan(item, { accountId, payment, ...given }));
    // One recurring payment stands for one loan.
    if (known) {
      free.delete(known);
      return [];
    }
    const expected = dueDays(terms, given)
      .filter((on) => !isPaid(on, { accountId, payment, ...given }))
      .map((on) => ({ on: laterOf(on, given.today), amount: payment }));
    if (expected.length === 0) return [];
    const item = { direction: 'out', description: '', kind: 'payment', every: 'month' } as const;
    return [{ ...item, evidence: [], expected, loanAccountId: accountId }];
  });
}

interface Payment extends Given {
  readonly accountId: string;
  readonly payment: bigint;
}

const isLoan = /\b(?:loan|ln|mortgage|mtg)\b/i;
const paying: ReadonlySet<string> = new Set(['payment', 'transfer']);

/** Whether a recurring item is this loan's payment: it goes to the loan, or looks and weighs the same. */
function paysLoan(item: RecurringItem, { accountId, payment, entries }: Payment): boolean {
  if (item.direction !== 'out') return false;
  const isSame = ({ kind, description }: CoreEntry) =>
    kind === item.kind && description === item.description;
  const targets = entries.filter(isSame).flatMap(({ counterAccountId }) => counterAccountId ?? []);
  const weighs = item.evidence.some(({ amount }) => amount * 10n >= payment * 9n);
  if (targets.length > 0) return targets.includes(accountId) && weighs;
  const isNear = item.evidence.some(({ amount }) => isAbout(amount, payment));
  return isNear && (paying.has(item.kind) || isLoan.test(item.description));
}

function isAbout(amount: bigint, payment: bigint): boolean {
  const off = amount > payment ? amount - payment : payment - amount;
  return off * 20n <= payment;
}

/** Whether the payment of this day has left already. */
function isPaid(due: Temporal.PlainDate, { accountId, payment, entries }: Payment): boolean {
  return entries.some(({ amount, kind, counterAccountId, effectiveOn, description }) => {
    if (Math.abs(effectiveOn.until(due).days) > daysAround || -amount < payment) return false;
    if (counterAccountId !== undefined) return counterAccountId === accountId;
    return -amount === payment && (kind === 'payment' || isLoan.test(description));
  });
}

/** The days on which a payment is due until a day. One that is late is among them. */
function dueDays({ dueOn, dueDay }: LoanTerms, { today, until }: Given): Temporal.PlainDate[] {
  const day = dueDay ?? dueOn?.day;
  if (day === undefined) return [];
  const days = dueOn ? [dueOn] : [];
  const begin = today.with({ day: 1 });
  for (let months = 0; months <= 3; months += 1) {
    const month = begin.add({ months });
    const on = month.with({ day: Math.min(day, month.daysInMonth) });
    const isAfter = dueOn
      ? dueOn.until(on).days > daysAround
      : Temporal.PlainDate.compare(on, today) >= 0;
    if (isAfter) days.push(on);
  }
  return days.filter(
    (on) => on.until(today).days <= daysAround && Temporal.PlainDate.compare(on, until) <= 0,
  );
}

function laterOf(a: Temporal.PlainDate, b: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.compare(a, b) < 0 ? b : a;
}
