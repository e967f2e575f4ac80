import { z } from 'zod';
import type { CoreSnapshot } from '../../core/core.ts';
import { shareKinds } from '../../kernel/vocabulary/share-kind.ts';
import type { Member } from '../../members/member.ts';
import { loadShares } from '../../shares/load-shares.ts';
import type { Share } from '../../shares/share.ts';
import type { StaffContext } from '../request-context.ts';
import { balancesOf, figure } from '../shares/shares.ts';

/** A share of a member, as staff see it. Amounts are decimal strings; for a loan, the amount owed. */
export const shareForStaff = z.object({
  suffix: z.string(),
  kind: z.enum(shareKinds),
  nickname: z.string().nullable(),
  role: z.string(),
  currency: z.string(),
  ledger: z.string().nullable().describe('The posted balance; null while another core is away.'),
  held: z.string().nullable(),
  available: z.string().nullable(),
  overdraftLimit: z.string().nullable(),
  closed: z.boolean(),
  isDefault: z.boolean(),
  isTransferSource: z.boolean(),
});

export const entryForStaff = z.object({
  suffix: z.string(),
  number: z.string().describe('1, 2, 3… on its share.'),
  on: z.string(),
  postedAt: z.string(),
  description: z.string(),
  kind: z.string(),
  currency: z.string(),
  amount: z.string(),
  balance: z.string(),
});

export const holdForStaff = z.object({
  id: z.string(),
  suffix: z.string(),
  description: z.string(),
  currency: z.string(),
  amount: z.string(),
  placedAt: z.string(),
  expiresAt: z.string().nullable(),
});

/** How many of each share's newest entries the member file shows. */
const entriesOfShare = 6;
const entriesShown = 10;

/** All shares of a member, in order of opening. */
export async function sharesOf(request: StaffContext, member: Member): Promise<readonly Share[]> {
  return (await loadShares(request.db, request.institution.id, [member.id])).get(member.id) ?? [];
}

/** A member's shares with balances, newest entries and holds. */
export async function shareFigures(
  request: StaffContext,
  member: Member,
): Promise<{
  readonly shares: z.input<typeof shareForStaff>[];
  readonly entries: z.input<typeof entryForStaff>[];
  readonly holds: z.input<typeof holdForStaff>[];
  readonly booksAway: boolean;
  readonly booksOurs: boolean;
}> {
  const { core, db, institution } = request;
  const own = await sharesOf(request, member);
  const snapshot = await asked(request, own);
  const booksAway = core.remote !== undefined && snapshot === undefined;
  const booksOurs = core.bookkeeping !== undefined;
  if (booksAway || own.length === 0)
    return {
      shares: own.map((share) => shareOut(member, share)),
      entries: [],
      holds: [],
      booksAway,
      booksOurs,
    };
  const balances = await balancesOf(db, request, own, snapshot);
  const histories = await core.history(db, institution.id, requestsOf(own), snapshot);
  const held = await core.holds(
    db,
    institution.id,
    own.map(({ accountId }) => accountId),
    snapshot,
  );
  const entries = own.flatMap((share, index) =>
    (histories[index]?.entries ?? []).map((entry) => ({ share, entry })),
  );
  return {
    shares: own.map((share) => shareOut(member, share, balances.get(share.accountId))),
    entries: entries
      // What was posted last, shown by the day that staff see.
      .toSorted((a, b) => Temporal.Instant.compare(b.entry.postedAt, a.entry.postedAt))
      .slice(0, entriesShown)
      .toSorted((a, b) => Temporal.PlainDate.compare(b.entry.effectiveOn, a.entry.effectiveOn))
      .map(({ share, entry }) => entryOut(share, entry)),
    holds: own.flatMap((share) =>
      (held.get(share.accountId) ?? []).map((hold) => ({
        id: hold.id,
        suffix: share.suffix,
        description: hold.description,
        currency: share.currency,
        amount: figure(hold.amount, share.currency),
        placedAt: hold.placedAt.toString(),
        expiresAt: hold.expiresAt?.toString() ?? null,
      })),
    ),
    booksAway,
    booksOurs,
  };
}

function requestsOf(shares: readonly Share[]) {
  return shares.map(({ accountId }) => ({
    accountId,
    of: 'history' as const,
    count: entriesOfShare,
  }));
}

/** Asks a core elsewhere; nothing for our own books. */
async function asked(
  { core, institution }: StaffContext,
  shares: readonly Share[],
): Promise<CoreSnapshot | undefined> {
  const accounts = shares.map(({ accountId }) => accountId);
  return core.remote?.prefetch(institution.id, {
    balances: accounts,
    holds: accounts,
    history: requestsOf(shares),
  });
}

export function shareOut(
  member: Member,
  share: Share,
  balance?: {
    readonly ledger: bigint;
    readonly held: bigint;
    readonly available: bigint;
    readonly overdraftLimit: bigint;
    readonly closed: boolean;
  },
): z.input<typeof shareForStaff> {
  const text = (amount: bigint | undefined) =>
    amount === undefined ? null : figure(amount, share.currency);
  return {
    suffix: share.suffix,
    kind: share.kind,
    nickname: share.nickname ?? null,
    role: share.role,
    currency: share.currency,
    ledger: text(balance?.ledger),
    held: text(balance?.held),
    available: text(balance?.available),
    overdraftLimit: text(balance?.overdraftLimit),
    closed: balance?.closed ?? false,
    isDefault: share.id === member.defaultShareId,
    isTransferSource: share.id === member.transferSourceShareId,
  };
}

export function entryOut(
  share: Share,
  entry: {
    readonly sequence: bigint;
    readonly effectiveOn: Temporal.PlainDate;
    readonly postedAt: Temporal.Instant;
    readonly description: string;
    readonly kind: string;
    readonly amount: bigint;
    readonly balanceAfter: bigint;
  },
): z.input<typeof entryForStaff> {
  return {
    suffix: share.suffix,
    number: entry.sequence.toString(),
    on: entry.effectiveOn.toString(),
    postedAt: entry.postedAt.toString(),
    description: entry.description,
    kind: entry.kind,
    currency: share.currency,
    amount: figure(entry.amount, share.currency),
    balance: figure(entry.balanceAfter, share.currency),
  };
}
