import type { Reply } from '../wording/reply.ts';
import type { Share } from '../shares/share.ts';
import { labelOf } from './resolve-share.ts';
import { noShare, shareOf } from './share-of.ts';
import type { Command, Decision, Loaded, Situation } from './situation.ts';
import { nothing, timeOf } from './situation.ts';

type BalanceReading = { readonly intent: 'balance' | 'holds'; readonly account?: string };

/** `#bal`: all shares; `#bal 7`: one, with the holds that make available and balance differ. */
export const balance: Command<BalanceReading> = {
  needs: (reading, situation) => {
    if (isAll(reading, situation)) return { balances: situation.shares.map((s) => s.accountId) };
    const target = shareOf(reading.account, situation, { intent: 'balance' });
    if (!('share' in target)) return nothing;
    return { balances: [target.share.accountId], holds: [target.share.accountId] };
  },
  decide: (reading, situation, loaded) => {
    if (situation.shares.length === 0) return { reply: noShare(undefined, situation) };
    if (isAll(reading, situation)) return { reply: allBalances(situation, loaded) };
    const target = shareOf(reading.account, situation, { intent: 'balance' });
    if (!('share' in target)) return target.decision;
    return { reply: oneBalance(target.share, situation, loaded) };
  },
};

function isAll(reading: BalanceReading, situation: Situation): boolean {
  return (
    situation.shares.length > 1 && (reading.account === undefined || reading.account === 'all')
  );
}

function allBalances(situation: Situation, loaded: Loaded): Reply {
  return {
    reply: 'balances',
    shares: situation.shares.map((share) => ({
      ...labelOf(share),
      available: loaded.books.balance(share.accountId)?.available ?? 0n,
    })),
    ...timeOf(situation, loaded),
  };
}

function oneBalance(share: Share, situation: Situation, loaded: Loaded): Reply {
  const figures = loaded.books.balance(share.accountId);
  if (!figures) return { reply: 'refused', reason: 'account_not_found' };
  return {
    reply: 'balance',
    share: labelOf(share),
    available: figures.available,
    ledger: figures.ledger,
    holds: loaded.holds(share.accountId).map((hold) => holdFacts(hold, situation)),
    ...timeOf(situation, loaded),
  };
}

/** A hold as replies tell it: its end as a day in the institution's zone. */
export function holdFacts(
  hold: { amount: bigint; description: string; expiresAt?: Temporal.Instant },
  situation: Situation,
): { amount: bigint; description: string; expiresOn?: Temporal.PlainDate } {
  const { amount, description, expiresAt } = hold;
  if (!expiresAt) return { amount, description };
  return { amount, description, expiresOn: dayOf(expiresAt, situation) };
}

/** The day of an instant in the institution's zone. */
export function dayOf(instant: Temporal.Instant, situation: Situation): Temporal.PlainDate {
  return instant.toZonedDateTimeISO(situation.zone).toPlainDate();
}

/** `#holds`: all open holds, or those of one share. */
export const holds: Command<BalanceReading> = {
  needs: (reading, situation) => {
    const shares = holdShares(reading, situation);
    return Array.isArray(shares) ? { holds: shares.map((share) => share.accountId) } : nothing;
  },
  decide: (reading, situation, loaded) => {
    const shares = holdShares(reading, situation);
    if (!isShares(shares)) return shares;
    const [only] = shares;
    return {
      reply: {
        reply: 'holds',
        ...(only && (shares.length === 1 || reading.account) ? { share: labelOf(only) } : {}),
        holds: shares.flatMap((share) =>
          loaded
            .holds(share.accountId)
            .map((hold) => ({ ...holdFacts(hold, situation), share: labelOf(share) })),
        ),
        ...timeOf(situation, loaded),
      },
    };
  },
};

function holdShares(reading: BalanceReading, situation: Situation): readonly Share[] | Decision {
  if (reading.account === undefined || reading.account === 'all') {
    if (situation.shares.length > 0) return situation.shares;
  }
  const target = shareOf(reading.account, situation, { intent: 'holds' });
  return 'share' in target ? [target.share] : target.decision;
}

function isShares(value: readonly Share[] | Decision): value is readonly Share[] {
  return Array.isArray(value);
}
