import type { Queries } from '../database/database.ts';
import type { Keyring } from '../kernel/keyring.ts';
import type { World } from '../kernel/world.ts';
import type { Institution } from '../members/institution.ts';
import type { Amount } from '../money/amount.ts';
import { batchOf } from '../audit/batch.ts';
import type { Core, CoreSnapshot, CoreView, TransferOutcome } from '../core/core.ts';
import { recentRequest } from '../core/needs.ts';
import { limitsOf, needsFreshProof } from './limits.ts';
import { orderOf } from './order.ts';
import type { PlannedTransfer } from './plan.ts';
import type { Origin } from './policy.ts';
import { refusalOf, type TransferRefusal } from './refusal.ts';
import { lockMemberStanding, lockStanding, readMemberStanding, type Standing } from './standing.ts';
import { addMemberUsage, lockMemberUsage, memberUsage, type MemberDay } from './usage.ts';

/** The principal and the dependencies of a transfer from a session. */
export interface SessionContext {
  readonly origin: Exclude<Origin, 'message'>;
  readonly institution: Institution;
  readonly member: { readonly id: string };
  readonly core: Core;
  readonly keyring: Keyring;
  readonly world: World;
  /** The address whose message asked, if one did: its locks and rights count too. */
  readonly addressId?: string;
  /** Whether the member gave proof within the last minutes. */
  readonly isFresh: boolean;
  /** The answer of a core elsewhere from before the transaction; see `prefetchTransfer`. */
  readonly snapshot?: CoreSnapshot | undefined;
}

/**
 * Fetches both accounts from a core elsewhere, outside any transaction. For our own books it does
 * nothing.
 * @param repeats fetches what tells whether the same transfer was made lately, too
 */
export async function prefetchTransfer(
  core: Core,
  institutionId: number,
  { from, to }: Pick<PlannedTransfer, 'from' | 'to'>,
  repeats = false,
): Promise<CoreSnapshot | undefined> {
  return core.remote?.prefetch(institutionId, {
    balances: [from.accountId, to.accountId],
    ...(repeats ? { history: [recentRequest(from.accountId)] } : {}),
  });
}

/** Whether the books have the same transfer since a time. A core elsewhere needs a snapshot with `repeats`. */
export async function wasMadeSince(
  q: Queries,
  { core, institution, snapshot }: Pick<SessionContext, 'core' | 'institution' | 'snapshot'>,
  { from, to, amount }: PlannedTransfer,
  since: Temporal.Instant,
): Promise<boolean> {
  const movements = [{ fromAccountId: from.accountId, toAccountId: to.accountId, amount }];
  const [found] = await core.repeats(q, institution.id, { movements, since }, snapshot);
  return found === true;
}

/**
 * The outcome of an order: posted, waiting for a core elsewhere, refused, or the session needs a
 * fresh proof. `repeated`: the same transfer was made since the order was asked, so nothing moved.
 */
export type SessionOutcome =
  | Exclude<TransferOutcome, { outcome: 'refused' }>
  | { readonly outcome: 'refused'; readonly refusal: TransferRefusal; readonly books: CoreView }
  | { readonly outcome: 'unproven' }
  | { readonly outcome: 'repeated' };

/**
 * Moves money on an order from a session, in one transaction: accounts locked in order, then the day's usage and the member's
 * standing; the books decide, and the transaction's batch gets what they wrote. An order of the same key is answered as before, also where it could not
 * be made again.
 * @param given.onceSince refuses the order if the same transfer was made since then
 */
export async function postFromSession(
  tx: Queries,
  context: SessionContext,
  {
    planned,
    key,
    onceSince,
  }: {
    readonly planned: PlannedTransfer;
    readonly key: string;
    readonly onceSince?: Temporal.Instant | undefined;
  },
): Promise<SessionOutcome> {
  const { institution, core, world } = context;
  const { from, to, amount } = planned;
  // Read the day once: locks, checks, posting and usage are for the same day, even at midnight.
  const whose = dayOf(context);
  const books = await core.open(tx, {
    institutionId: institution.id,
    world,
    moving: [from.accountId, to.accountId],
    reading: [],
    keys: [key],
    snapshot: context.snapshot,
  });
  const used = await lockMemberUsage(tx, whose);
  const standing = await lockedStanding(tx, context);
  const refusal = refuses(planned, context, { standing, used, books });
  const asker = { memberId: whose.memberId };
  const outcome = books.transfer(orderOf(planned, { key, day: whose.day, asker }));
  const isAnswered = outcome.already === true;
  if (isAnswered && outcome.outcome !== 'refused') return outcome;
  if (outcome.outcome === 'refused' && (isAnswered || outcome.reason === 'books_away'))
    return { outcome: 'refused', refusal: { reason: outcome.reason, side: 'from' }, books };
  // The accounts are locked, so no other order comes between.
  if (onceSince && (await wasMadeSince(tx, context, planned, onceSince)))
    return { outcome: 'repeated' };
  if (refusal) return { outcome: 'refused', refusal, books };
  if (outcome.outcome === 'refused')
    return { outcome: 'refused', refusal: { reason: outcome.reason, side: 'from' }, books };
  const { origin, isFresh } = context;
  if (!isFresh && needsFreshProof(origin, institution.settings, { amount, used }))
    return { outcome: 'unproven' };
  const { id: institutionId } = institution;
  const batch = batchOf(tx, { institutionId, world, keyring: context.keyring });
  // An order to a core elsewhere is no posting of ours: it writes nothing that is in the record.
  const written = await core.write(tx, books, batch.id);
  batch.add('books', written?.leaves ?? []);
  batch.note({ settings: institution.settingsVersion });
  batch.tell(written?.events ?? []);
  await addMemberUsage(tx, whose, amount);
  return outcome;
}

/** Reads the standing of the member, and of the address that asked, under locks. An address that is gone moves nothing. */
async function lockedStanding(
  tx: Queries,
  { institution, member, addressId }: SessionContext,
): Promise<Standing> {
  const standing = await lockMemberStanding(tx, institution.id, member.id);
  if (addressId === undefined) return standing;
  const address = (await lockStanding(tx, institution.id, [addressId])).get(addressId);
  if (!address) return { ...standing, address: { state: 'removed', mayMoveMoney: false } };
  const { state, mayMoveMoney, moneyLockedAt } = address;
  return {
    ...standing,
    address: { state, mayMoveMoney, ...(moneyLockedAt ? { moneyLockedAt } : {}) },
  };
}

/** The outcome that an order from a session would have now. */
export interface SessionReview {
  readonly books: CoreView;
  readonly refusal?: TransferRefusal;
  /** The session needs a fresh proof before this transfer. */
  readonly wantsProof: boolean;
  readonly standing: Standing;
}

/** Checks an order without a lock, and moves nothing. */
export async function reviewFromSession(
  q: Queries,
  context: SessionContext,
  planned: PlannedTransfer,
): Promise<SessionReview> {
  const { institution, core, world, origin } = context;
  const { from, to, amount } = planned;
  const whose = dayOf(context);
  const books = await core.open(q, {
    institutionId: institution.id,
    world,
    moving: [],
    reading: [from.accountId, to.accountId],
    keys: [],
    snapshot: context.snapshot,
  });
  const used = await memberUsage(q, whose);
  const standing = await readMemberStanding(q, institution.id, whose.memberId);
  // The member accepts the disclosures on the review page, so their absence refuses nothing yet.
  const disclosed = { member: { ...standing.member, disclosedAt: world.clock.now() } };
  const refusal: TransferRefusal | undefined =
    core.remote && !context.snapshot
      ? { reason: 'books_away' }
      : refuses(planned, context, { standing: disclosed, used, books });
  const wantsProof =
    !context.isFresh && needsFreshProof(origin, institution.settings, { amount, used });
  return { books, standing, wantsProof, ...(refusal ? { refusal } : {}) };
}

function refuses(
  planned: PlannedTransfer,
  { origin, institution }: SessionContext,
  given: { readonly standing: Standing; readonly used: Amount; readonly books: CoreView },
): TransferRefusal | undefined {
  return refusalOf(planned, { ...given, limits: limitsOf(origin, institution.settings) });
}

function dayOf({ institution, member, world }: SessionContext): MemberDay {
  const day = world.clock.now().toZonedDateTimeISO(institution.zone).toPlainDate();
  return { institutionId: institution.id, memberId: member.id, day };
}
