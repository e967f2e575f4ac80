import { present } from '../../kernel/assert.ts';
import type { CoreEntry } from '../../core/core.ts';
import type { EntrySearch } from '../../core/entry-search.ts';
import { parseDecimal } from '../../money/parse-decimal.ts';
import { findRecurring, recurringLookback } from '../../shares/recurring/find-recurring.ts';
import { forecast, type Movement } from '../../shares/recurring/forecast.ts';
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
    const share = shareFor(reading, situation);
    if (!share) return nothing;
    return { balances: [share.accountId], searches: [lookback(share, situation)] };
  },
  decide: (reading, situation, loaded) => {
    const share = shareFor(reading, situation);
    if (!share) return { reply: noShare(reading.account, situation) };
    return answer(reading, share, situation, loaded);
  },
};

/** The named share, or the one that a member spends from: the default, the first checking, the first other. */
function shareFor({ account }: AffordReading, { shares, member }: Situation): Share | undefined {
  const spendable = shares.filter(({ kind }) => kind !== 'loan');
  if (account !== undefined && account !== 'all') {
    const named = resolveShare(account, spendable);
    return named.found === 'one'
      ? named.share
      : named.found === 'several'
        ? named.shares[0]
        : undefined;
  }
  return (
    spendable.find(({ id }) => id === member.defaultShareId) ??
    spendable.find(({ kind }) => kind === 'checking') ??
    spendable[0]
  );
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
  const { today, currency } = situation;
  const figures = loaded.books.balance(share.accountId);
  const found = loaded.search(lookback(share, situation));
  if (!figures) return { reply: { reply: 'refused', reason: 'account_not_found' } };
  const amount =
    reading.amount === undefined
      ? undefined
      : present(parseDecimal(reading.amount, currency.digits), 'a reading has a decimal amount');
  const { available } = figures;
  const facts = { reply: 'afford', share: labelOf(share), available, amount } as const;
  if ('refused' in found || isTooNew(found.entries, today))
    return { reply: { ...facts, verdict: 'unknown' } };
  const all = findRecurring(found.entries, { today, until: today.add({ days: daysMax }) });
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
      dues: dues.map(shown),
      income: incomeBefore(income, until),
    } satisfies AffordReply,
  };
}

function isTooNew(entries: readonly CoreEntry[], today: Temporal.PlainDate): boolean {
  const since = today.subtract(historyNeeded);
  return !entries.some(({ effectiveOn }) => Temporal.PlainDate.compare(effectiveOn, since) <= 0);
}

function shown({ on, amount, description }: Movement) {
  return { on, amount, description };
}

/** What the forecast counted: income is there from the day after. */
function incomeBefore(income: readonly Movement[], until: Temporal.PlainDate): bigint {
  return income
    .filter(({ on }) => Temporal.PlainDate.compare(on, until) < 0)
    .reduce((sum, { amount }) => sum + amount, 0n);
}
