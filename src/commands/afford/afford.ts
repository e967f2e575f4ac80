import type { CoreEntry } from '../../core/core.ts';
import type { EntrySearch } from '../../core/entry-search.ts';
import { currencyOf } from '../../money/amount.ts';
import { parseFigure } from '../../money/parse-decimal.ts';
import { findRecurring, recurringLookback } from '../../shares/recurring/find-recurring.ts';
import { forecast, type Movement } from '../../shares/recurring/forecast.ts';
import { loanDues, type KnownLoan } from '../../shares/recurring/loan-dues.ts';
import type { Share } from '../../shares/share.ts';
import type { AffordReply } from '../../wording/reply.ts';
import type { Listed, ReadingOf } from '../command.ts';
import { labelOf, resolveShare } from '../resolve-share.ts';
import { noShare } from '../share-of.ts';
import type { Decision, Loaded, Situation } from '../situation.ts';
import { nothing } from '../situation.ts';
import { daysMax, horizonOf } from './horizon.ts';

type AffordReading = ReadingOf<'afford'>;

/** Far above any real year of one account. */
const entriesMax = 2_000;

/** With less history, what recurs can't be known. */
const historyNeeded = { days: 90 };

/**
 * `CAN 60`, `how much can I spend until friday`: what is available, less what will leave by then,
 * plus what will come in, as far as the account's own history shows it. It is never a promise: the
 * answer says what was counted, and that other spending was not.
 */
export const afford: Listed<AffordReading> = {
  examples: (word) => [`#${word} 60`],
  needs: (reading, situation) => {
    const shares = sharesFor(reading, situation);
    if (shares.length === 0) return nothing;
    const loans = loansOf(situation);
    return {
      balances: [...shares, ...loans].map(({ accountId }) => accountId),
      searches: shares.map((share) => lookback(share, situation)),
      loans: loans.map(({ id }) => id),
    };
  },
  decide: (reading, situation, loaded) => {
    const share = leastOf(sharesFor(reading, situation), loaded);
    if (!share) return { reply: noShare(reading.account, situation) };
    return answer(reading, share, situation, loaded);
  },
};

/** The named shares, or the one that a member spends from. */
function sharesFor({ account }: AffordReading, situation: Situation): readonly Share[] {
  const spendable = situation.shares.filter(({ kind }) => kind !== 'loan');
  if (account === undefined || account === 'all') {
    const share = spendingShare(situation);
    return share ? [share] : [];
  }
  const named = resolveShare(account, spendable);
  if (named.found === 'none') return [];
  return named.found === 'one' ? [named.share] : named.shares;
}

/** The default, the first checking, the first other. */
function spendingShare({ shares, member }: Situation): Share | undefined {
  const spendable = shares.filter(({ kind }) => kind !== 'loan');
  return (
    spendable.find(({ id }) => id === member.defaultShareId) ??
    spendable.find(({ kind }) => kind === 'checking') ??
    spendable[0]
  );
}

/** Of several that a name means, the one with the least: a yes must hold for each. */
function leastOf(shares: readonly Share[], loaded: Loaded): Share | undefined {
  const open = shares.flatMap((share) => {
    const balance = loaded.books.balance(share.accountId);
    return balance && !balance.closed ? [{ share, available: balance.available }] : [];
  });
  const [least] = open.toSorted((a, b) => (a.available < b.available ? -1 : 1));
  return least?.share ?? shares[0];
}

function loansOf({ shares }: Situation): readonly Share[] {
  return shares.filter(({ kind }) => kind === 'loan');
}

/** The contracts of the loans that this share pays: of all if the member spends from it, or if its entries show it. */
function loansPaidFrom(
  share: Share,
  entries: readonly CoreEntry[],
  { situation, loaded }: { readonly situation: Situation; readonly loaded: Loaded },
): KnownLoan[] {
  const isSpending = spendingShare(situation)?.id === share.id;
  return loansOf(situation).flatMap(({ accountId, currency }) => {
    const balance = loaded.books.balance(accountId);
    const pays =
      isSpending || entries.some(({ counterAccountId }) => counterAccountId === accountId);
    if (!pays || !balance || balance.closed || balance.ledger <= 0n) return [];
    const terms = balance.loan ?? loaded.loanTerms(accountId);
    return terms && currency === share.currency ? [{ accountId, terms }] : [];
  });
}

function lookback(share: Share, { shares, today, zone }: Situation): EntrySearch {
  return {
    accounts: [share],
    own: shares,
    from: today.subtract(recurringLookback),
    zone,
    count: entriesMax,
  };
}

function answer(
  reading: AffordReading,
  share: Share,
  situation: Situation,
  loaded: Loaded,
): Decision {
  const { today } = situation;
  const figures = loaded.books.balance(share.accountId);
  const found = loaded.search(lookback(share, situation));
  if (!figures) return { reply: { reply: 'refused', reason: 'account_not_found' } };
  const amount =
    reading.amount === undefined
      ? undefined
      : parseFigure(reading.amount, digitsOf(share, situation));
  if (amount === undefined && reading.amount !== undefined)
    return { reply: { reply: 'refused', reason: 'amount_malformed' } };
  const { available } = figures;
  const facts = { reply: 'afford', share: labelOf(share), available, amount } as const;
  if ('refused' in found || isTooNew(found.entries, today))
    return { reply: { ...facts, verdict: 'unknown' } };
  const days = { today, until: today.add({ days: daysMax }) };
  const items = findRecurring(found.entries, days);
  const { entries } = found;
  const loans = loansPaidFrom(share, entries, { situation, loaded });
  const all = [...items, ...loanDues(loans, { items, entries, ...days })];
  const { until, isPayday } = horizonOf(reading.until, today, all);
  // What comes on payday itself is for afterward.
  const { room, dues, income } = forecast(available, all, until);
  return {
    reply: {
      ...facts,
      verdict: amount === undefined ? 'room' : amount <= room ? 'yes' : 'no',
      day: until,
      ...(isPayday ? { isPayday } : {}),
      room,
      dues: dues.map((due) => shown(due, situation)),
      income: incomeBefore(income, until),
    } satisfies AffordReply,
  };
}

function isTooNew(entries: readonly CoreEntry[], today: Temporal.PlainDate): boolean {
  const since = today.subtract(historyNeeded);
  return !entries.some(({ effectiveOn }) => Temporal.PlainDate.compare(effectiveOn, since) <= 0);
}

function shown(
  { on, amount, description, kind, loanAccountId }: Movement,
  situation: Situation,
): Extract<AffordReply, { dues: unknown }>['dues'][number] {
  const loan = loansOf(situation).find(({ accountId }) => accountId === loanAccountId);
  return {
    on,
    amount,
    description,
    isCheck: kind === 'check',
    ...(loan ? { loan: labelOf(loan) } : {}),
  };
}

/** The digits of the share's own currency, which may be another than the institution's. */
function digitsOf({ currency }: Share, situation: Situation): number {
  return (currencyOf(currency) ?? situation.currency).digits;
}

/** What the forecast counted: income is there from the day after. */
function incomeBefore(income: readonly Movement[], until: Temporal.PlainDate): bigint {
  return income
    .filter(({ on }) => Temporal.PlainDate.compare(on, until) < 0)
    .reduce((sum, { amount }) => sum + amount, 0n);
}
