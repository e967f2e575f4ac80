import type { WaitingAlert } from '../../alerts/waiting-alerts.ts';
import type { Core, CoreEntry } from '../../core/core.ts';
import type { EntrySearch } from '../../core/entry-search.ts';
import type { Queries } from '../../database/database.ts';
import { finderOf } from '../../languages/finder.ts';
import { findRecurring, recurringLookback } from '../../shares/recurring/find-recurring.ts';
import type { Share } from '../../shares/share.ts';

/** Far above any real year of one account. */
const entriesMax = 2_000;

/** Any member's word for the category: the finder gives the category itself. */
const income = finderOf('income');

/** Whether a processor codes a deposit as pay: `ACH DEPOSIT CITY SCHOOLS PAYROLL`. */
export function isCodedAsPay(description: string): boolean {
  return income.matches({ description, kind: 'deposit' });
}

/** A deposit that may be pay, and the shares of its member. */
export interface PossiblePay {
  readonly event: WaitingAlert;
  readonly shares: readonly Share[];
}

/**
 * Tells which of these deposits are pay: coded as such, or recurring. Reads the history only of accounts whose deposit is not coded:
 * one statement for all.
 */
export async function payAmong(
  tx: Queries,
  given: {
    readonly core: Core;
    readonly institutionId: number;
    readonly zone: string;
    readonly today: Temporal.PlainDate;
  },
  deposits: readonly PossiblePay[],
): Promise<ReadonlySet<WaitingAlert>> {
  const { core, institutionId, zone, today } = given;
  const isCoded = ({ event }: PossiblePay) => isCodedAsPay(event.facts.description ?? '');
  const open = deposits.flatMap(({ event, shares }) => {
    const share = shares.find(({ accountId }) => accountId === event.accountId);
    return isCoded({ event, shares }) || !share ? [] : [{ event, share, shares }];
  });
  const searches = open.map(({ share, shares }): EntrySearch => ({
    accounts: [share],
    own: shares,
    from: today.subtract(recurringLookback),
    zone,
    direction: 'in',
    count: entriesMax,
  }));
  const answers = searches.length === 0 ? [] : await core.search(tx, institutionId, searches);
  const recurring = open.filter(({ event }, index) => {
    const answer = answers[index];
    return answer && 'entries' in answer && recurs(event, answer.entries, today);
  });
  return new Set([...deposits.filter(isCoded), ...recurring].map(({ event }) => event));
}

/** Whether this deposit is the newest of those that show something recurring. */
function recurs(
  { facts }: WaitingAlert,
  entries: readonly CoreEntry[],
  today: Temporal.PlainDate,
): boolean {
  return findRecurring(entries, { today, until: today }).some(
    ({ direction, evidence }) =>
      direction === 'in' &&
      evidence.some(
        ({ on, amount }) => on.toString() === facts.on && amount.toString() === facts.amount,
      ),
  );
}
