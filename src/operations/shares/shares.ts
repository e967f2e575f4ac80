import { shareRoles } from '../../kernel/vocabulary/share-role.ts';
import { z } from 'zod';
import type { Queries } from '../../database/database.ts';
import { present } from '../../kernel/assert.ts';
import { Fault } from '../../kernel/fault.ts';
import { currencyOf, type Amount } from '../../money/amount.ts';
import { decimal } from '../../money/format.ts';
import type { CoreBalance, CoreEntry, CoreSnapshot, LoanTerms } from '../../core/core.ts';
import { loadLoanTerms } from '../../shares/loan-terms.ts';
import { loadShares } from '../../shares/load-shares.ts';
import { shareKinds } from '../../kernel/vocabulary/share-kind.ts';
import type { Share } from '../../shares/share.ts';
import { counterpartOf, unnamedOf, type Counterpart } from '../../transfers/counterpart.ts';
import { describeTransfer } from '../../transfers/order.ts';
import type { MemberContext } from '../request-context.ts';

/** A member's name for a share: `7`, `L1`; in capitals or not. */
/** A day of the calendar that an account may have had. Databases have no year 0. */
export const dayField = z.iso.date().refine((day) => day >= '1900-01-01', 'Too long ago');

export const suffixField = z.string().trim().toUpperCase().min(1).max(4);

/** A share as the site shows it. Amounts are decimal strings; for a loan, the amount owed. */
export const shareSchema = z.object({
  suffix: z.string(),
  kind: z.enum(shareKinds),
  nickname: z.string().nullable(),
  currency: z.string(),
  role: z.enum(shareRoles),
  ledger: z.string().describe('The posted balance.'),
  held: z.string().describe('How much of it is on hold.'),
  available: z.string().describe('Ledger less held, without the overdraft limit.'),
  overdraftLimit: z.string(),
  isDefault: z.boolean().describe('The default for messages that name no account.'),
  isTransferSource: z
    .boolean()
    .describe(
      'The source of transfers by message that name no account; the other side of one that names only the default account.',
    ),
  mayMoveFrom: z.boolean(),
  mayMoveTo: z.boolean(),
  openedOn: z.iso.date(),
  lastActivityOn: z.iso.date().nullable(),
  closed: z.boolean(),
  loan: z
    .object({
      rate: z.string().nullable().describe('Percent a year, such as `5.49`.'),
      payment: z.string().nullable().describe('The regular payment.'),
      dueDay: z.int().nullable().describe('The day of the month on which it is due.'),
      dueOn: z.iso.date().nullable().describe('The date of the next payment.'),
      original: z.string().nullable().describe('The amount that was lent.'),
      payoff: z
        .string()
        .nullable()
        .describe('What pays the loan off through `payoffOn`, interest included.'),
      payoffOn: z.iso.date().nullable(),
    })
    .nullable()
    .describe('The terms of a loan. A term that the books don’t have is null; null for all else.'),
  asOf: z.iso
    .datetime()
    .nullable()
    .describe('The time of these figures, if another core keeps the books; null means now.'),
});

/** Lists the shares that the member may see, in order of opening. */
export async function visibleShares(
  q: Queries,
  { institution, member }: Pick<MemberContext, 'institution' | 'member'>,
): Promise<readonly Share[]> {
  const shares = await loadShares(q, institution.id, [member.id]);
  return (shares.get(member.id) ?? []).filter(({ maySee }) => maySee);
}

/**
 * Finds the member's own share of this suffix.
 * @returns `undefined` if they have none, even if somebody else does
 */
export async function ownShare(
  q: Queries,
  request: Pick<MemberContext, 'institution' | 'member'>,
  suffix: string,
): Promise<Share | undefined> {
  return (await visibleShares(q, request)).find((share) => share.suffix === suffix);
}

/** A balance, and its time if a remote core gave it. */
export interface ShownBalance extends CoreBalance {
  readonly asOf: Temporal.Instant | undefined;
}

/**
 * Asks a remote core for these balances, outside any transaction. Asks nothing of our own books.
 * @throws Fault `books_away`
 */
export async function prefetchBalances(
  { core, institution }: Pick<MemberContext, 'core' | 'institution'>,
  shares: readonly Share[],
): Promise<CoreSnapshot | undefined> {
  if (!core.remote) return undefined;
  const balances = shares.map(({ accountId }) => accountId);
  const snapshot = await core.remote.prefetch(institution.id, { balances });
  if (snapshot) return snapshot;
  throw new Fault({
    code: 'books_away',
    message: 'The core that keeps the books did not answer',
    retryable: true,
  });
}

/**
 * Reads the current balances of these shares, by account.
 * @param given the result of `prefetchBalances`; required inside a transaction, asked for here
 * otherwise
 */
export async function balancesOf(
  q: Queries,
  request: Pick<MemberContext, 'core' | 'institution' | 'world'>,
  shares: readonly Share[],
  given?: CoreSnapshot,
): Promise<ReadonlyMap<string, ShownBalance>> {
  const { core, institution, world } = request;
  const snapshot = given ?? (await prefetchBalances(request, shares));
  const view = await core.open(q, {
    institutionId: institution.id,
    world,
    moving: [],
    reading: shares.map(({ accountId }) => accountId),
    keys: [],
    snapshot,
  });
  const asOf = snapshot?.asOf;
  return new Map(
    shares.map(({ accountId }) => [
      accountId,
      { ...present(view.balance(accountId), 'a share has its account'), asOf },
    ]),
  );
}

/** The same with the terms of loans: those that a remote core gives, or else the share's own. */
export async function balancesWithTerms(
  q: Queries,
  request: Pick<MemberContext, 'core' | 'institution' | 'world'>,
  shares: readonly Share[],
): Promise<ReadonlyMap<string, ShownBalance>> {
  const balances = await balancesOf(q, request, shares);
  const loans = shares.filter(({ kind }) => kind === 'loan');
  const terms = await loadLoanTerms(
    q,
    request.institution.id,
    loans.map(({ id }) => id),
  );
  return new Map(
    [...balances].map(([accountId, balance]) => {
      const own = terms.get(accountId);
      return [accountId, own && !balance.loan ? { ...balance, loan: own } : balance];
    }),
  );
}

/** Formats an amount in the share's currency: `1204.33`. */
export function figure(amount: Amount, currency: string): string {
  return decimal(amount, currencyOf(currency)?.digits ?? 2);
}

export function shareOutput(
  { member }: Pick<MemberContext, 'member'>,
  share: Share,
  balance: ShownBalance,
): z.input<typeof shareSchema> {
  const text = (amount: Amount) => figure(amount, share.currency);
  return {
    suffix: share.suffix,
    kind: share.kind,
    nickname: share.nickname ?? null,
    currency: share.currency,
    role: share.role,
    ledger: text(balance.ledger),
    held: text(balance.held),
    available: text(balance.available),
    overdraftLimit: text(balance.overdraftLimit),
    isDefault: member.defaultShareId === share.id,
    isTransferSource: member.transferSourceShareId === share.id,
    mayMoveFrom: share.mayMoveFrom && share.kind !== 'loan',
    mayMoveTo: share.mayMoveTo,
    openedOn: balance.openedOn.toString(),
    lastActivityOn: balance.lastActivityOn?.toString() ?? null,
    closed: balance.closed,
    loan: share.kind === 'loan' ? loanOutput(balance.loan ?? {}, text) : null,
    asOf: balance.asOf?.toString() ?? null,
  };
}

function loanOutput(
  { rate, payment, dueDay, dueOn, original, payoff, payoffOn }: LoanTerms,
  text: (amount: Amount) => string,
): z.input<typeof shareSchema>['loan'] {
  const sum = (amount: Amount | undefined) => (amount === undefined ? null : text(amount));
  return {
    rate: rate === undefined ? null : decimal(BigInt(rate), 3).replace(/0$/, ''),
    payment: sum(payment),
    dueDay: dueDay ?? null,
    dueOn: dueOn?.toString() ?? null,
    original: sum(original),
    payoff: sum(payoff),
    payoffOn: payoffOn?.toString() ?? null,
  };
}

/** An entry of history. `number` counts 1, 2, 3… on its share. */
export const entrySchema = z.object({
  number: z.string(),
  on: z.iso.date(),
  description: z.string(),
  kind: z.string(),
  checkNumber: z.string().nullable(),
  counter: z
    .object({
      direction: z.enum(['to', 'from']),
      kind: z.enum(shareKinds),
      suffix: z.string().nullable().describe('Null if the member no longer sees that account.'),
      nickname: z.string().nullable(),
    })
    .nullable()
    .describe('For a transfer between own accounts, the other side under its present name.'),
  amount: z.string().describe('Positive for money in; on a loan, positive if it raises the debt.'),
  balance: z.string().describe('The balance after this entry.'),
});

export function entryOutput(
  { counter, ...entry }: NamedEntry,
  currency: string,
): z.input<typeof entrySchema> {
  return {
    number: entry.sequence.toString(),
    on: entry.effectiveOn.toString(),
    description: entry.description,
    kind: entry.kind,
    checkNumber: entry.checkNumber ?? null,
    counter: counter
      ? { ...counter, suffix: counter.suffix ?? null, nickname: counter.nickname ?? null }
      : null,
    amount: figure(entry.amount, currency),
    balance: figure(entry.balanceAfter, currency),
  };
}

/** Puts the present name of the other side into an entry. */
export interface NamedEntry extends CoreEntry {
  readonly counter?: Counterpart | undefined;
}

/**
 * Puts the present name of the other side of each transfer into a share's entries, also in the
 * description.
 */
export async function named(
  q: Queries,
  request: Pick<MemberContext, 'core' | 'institution' | 'member'>,
  {
    share,
    entries,
  }: { readonly share: Pick<Share, 'kind'>; readonly entries: readonly CoreEntry[] },
): Promise<NamedEntry[]> {
  const shares = await visibleShares(q, request);
  const unnamed = [...new Set(unnamedOf(entries, shares))];
  const kinds =
    unnamed.length === 0 ? undefined : await request.core.kinds(q, request.institution.id, unnamed);
  const known = { shares, kindOf: (accountId: string) => kinds?.get(accountId) };
  return entries.map((entry) => {
    const counter = counterpartOf(entry, share.kind, known);
    if (!counter) return entry;
    return { ...entry, counter, description: describeTransfer(counter.direction, counter) };
  });
}

/** The institution's local date. */
export function todayOf({
  world,
  institution,
}: Pick<MemberContext, 'world' | 'institution'>): Temporal.PlainDate {
  return world.clock.now().toZonedDateTimeISO(institution.zone).toPlainDate();
}
