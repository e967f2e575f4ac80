import { isReversed } from '../kernel/reversed-kinds.ts';
import type { Amount } from '../money/amount.ts';
import type { CoreHold } from './core.ts';
import type { DescribedEntry, EntrySearch, EntrySum, Tally } from './entry-search.ts';

/** Entries that agree in all that decides where they count; or one entry. */
export interface EntryGroup extends DescribedEntry {
  readonly accountId: string;
  /** They raised the balance on the account's normal side. */
  readonly raises: boolean;
  /** The other side is an own account. */
  readonly isOwn: boolean;
  readonly count: number;
  /** Of the amounts without their sign. */
  readonly total: Amount;
}

/** An open hold, and its account. */
export interface PlacedHold extends CoreHold {
  readonly accountId: string;
}

/** What processors write about money that comes back, whatever the member's language. */
const comesBack =
  /\b(?:refund|refunded|return|returned|rtn|reversal|reversed|chargeback|credit voucher)\b/i;

const isLoan = /\b(?:loan|ln)\b/i;

/**
 * Adds up what a search found, for each currency of its accounts. Money between own accounts and
 * loan payments count apart, and a loan's own entries not at all: they are no money that left.
 * @param groups those that match the search, in either direction
 */
export function addUp(
  search: EntrySearch,
  groups: readonly EntryGroup[],
  holds: readonly PlacedHold[],
): EntrySum[] {
  const accounts = new Map(search.accounts.map((account) => [account.accountId, account]));
  const currencies = [...new Set(search.accounts.map(({ currency }) => currency))];
  return currencies.map((currency) => {
    const counts = (accountId: string) => {
      const account = accounts.get(accountId);
      return account?.currency === currency && account.kind !== 'loan';
    };
    const own = groups.filter(({ accountId }) => counts(accountId));
    const placeOf = new Map(own.map((group) => [group, placed(group)]));
    const of = (place: Place) => tally(own.filter((group) => placeOf.get(group) === place));
    return {
      currency,
      out: of('out'),
      in: of('in'),
      refunds: of('refunds'),
      returned: of('returned'),
      own: of('own'),
      holds: tally(
        holds
          .filter((hold) => counts(hold.accountId) && matchesHold(search, hold))
          .map(({ amount }) => ({ count: 1, total: amount })),
      ),
    };
  });
}

type Place = keyof Omit<EntrySum, 'currency' | 'holds'>;

/** Where entries count. `undefined`: own money that came in, which also left or was there before. */
function placed({ raises, isOwn, kind, description }: EntryGroup): Place | undefined {
  if (isOwn) return raises ? undefined : 'own';
  const isBack = isReversed({ kind, raises });
  if (raises) return isBack || comesBack.test(description) ? 'refunds' : 'in';
  if (isBack) return 'returned';
  return kind === 'payment' && isLoan.test(description) ? 'own' : 'out';
}

/** A hold is a purchase that has not been posted yet. */
function matchesHold(search: EntrySearch, hold: PlacedHold): boolean {
  const { direction, kinds, find, amountMin, amountMax, from, to, zone } = search;
  if (direction === 'in' || (kinds && !kinds.includes('card'))) return false;
  if (amountMin !== undefined && hold.amount < amountMin) return false;
  if (amountMax !== undefined && hold.amount > amountMax) return false;
  const day = hold.placedAt.toZonedDateTimeISO(zone).toPlainDate();
  if (from && Temporal.PlainDate.compare(day, from) < 0) return false;
  if (to && Temporal.PlainDate.compare(day, to) > 0) return false;
  return find?.matches({ description: hold.description, kind: 'hold' }) ?? true;
}

function tally(parts: readonly Tally[]): Tally {
  return {
    count: parts.reduce((sum, { count }) => sum + count, 0),
    total: parts.reduce((sum, { total }) => sum + total, 0n),
  };
}
