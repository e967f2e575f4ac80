import type { Queries } from '../database/database.ts';
import { rowSet } from '../database/row-set.ts';
import type { ApprovalState } from '../kernel/vocabulary/approval-state.ts';
import type { World } from '../kernel/world.ts';
import { pushSoon } from '../push/deliver.ts';
import type { Approval, NewApproval } from './approval.ts';

const rows = rowSet<NewApproval>({
  from: 2,
  columns: [
    ['id', 'uuid', (row) => row.id],
    ['member_id', 'uuid', (row) => row.memberId],
    ['address_id', 'uuid', (row) => row.addressId],
    ['conversation_id', 'uuid', (row) => row.conversationId],
    ['channel', 'text', (row) => row.channel],
    ['inbound_key', 'text', (row) => row.inboundKey],
    ['language', 'text', (row) => row.language],
    ['amount', 'bigint', (row) => row.amount],
    ['currency', 'text', (row) => row.currency],
    ['from_share_id', 'uuid', (row) => row.fromShareId],
    ['to_share_id', 'uuid', (row) => row.toShareId],
    ['from_suffix', 'text', (row) => row.fromSuffix],
    ['to_suffix', 'text', (row) => row.toSuffix],
    ['asked_at', 'timestamptz', (row) => row.askedAt],
    ['expires_at', 'timestamptz', (row) => row.expiresAt],
  ],
});

/** Writes the approvals that a batch of messages asked for, and lets their members' devices know with the commit. */
export async function askApprovals(
  tx: Queries,
  world: Pick<World, 'clock' | 'ids'>,
  institutionId: number,
  asked: readonly NewApproval[],
): Promise<void> {
  if (asked.length === 0) return;
  await tx.query(
    `insert into approvals (institution_id, id, member_id, address_id, conversation_id, channel, inbound_key, language, amount,
        currency, from_share_id, to_share_id, from_suffix, to_suffix, asked_at, expires_at)
      select $1, n.* from ${rows.text}`,
    [institutionId, ...rows.parameters(asked)],
  );
  const memberIds = [...new Set(asked.map(({ memberId }) => memberId))];
  await pushSoon(tx, world, { institutionId, memberIds, about: 'approval' });
}

const columns = `id, institution_id as "institutionId", member_id as "memberId", address_id as "addressId",
  conversation_id as "conversationId", channel, inbound_key as "inboundKey", language, amount, currency,
  from_share_id as "fromShareId", to_share_id as "toShareId", from_suffix as "fromSuffix", to_suffix as "toSuffix",
  asked_at as "askedAt", expires_at as "expiresAt", state`;

/** Lists a member's approvals: those that wait, and those that ended since a time. The newest first. */
export async function listApprovals(
  q: Queries,
  given: {
    readonly institutionId: number;
    readonly memberId: string;
    readonly since: Temporal.Instant;
  },
): Promise<Approval[]> {
  return q.query<Approval>(
    `select ${columns} from approvals
      where institution_id = $1 and member_id = $2 and (state = 'waiting' or ended_at >= $3)
      order by asked_at desc, id desc limit 50`,
    [given.institutionId, given.memberId, given.since],
  );
}

/** Reads one approval of this member. */
export async function readApproval(
  q: Queries,
  given: { readonly institutionId: number; readonly memberId: string; readonly id: string },
): Promise<Approval | undefined> {
  const [row] = await q.query<Approval>(
    `select ${columns} from approvals where institution_id = $1 and member_id = $2 and id = $3`,
    [given.institutionId, given.memberId, given.id],
  );
  return row;
}

/**
 * Reads one approval of this member and locks it until the transaction ends. Its conversation is locked first, as in each batch of
 * messages, so that the two can't wait for each other.
 */
export async function lockApproval(
  tx: Queries,
  given: { readonly institutionId: number; readonly memberId: string; readonly id: string },
): Promise<Approval | undefined> {
  const { institutionId, memberId, id } = given;
  await tx.query(
    `select 1 from conversations c where c.institution_id = $1 and c.id =
        (select conversation_id from approvals where institution_id = $1 and member_id = $2 and id = $3)
      for no key update`,
    [institutionId, memberId, id],
  );
  const [row] = await tx.query<Approval>(
    `select ${columns} from approvals where institution_id = $1 and member_id = $2 and id = $3 for update`,
    [institutionId, memberId, id],
  );
  return row;
}

/** Reads and locks the approval that an order to a core elsewhere carries out. */
export async function lockOrdered(
  tx: Queries,
  institutionId: number,
  id: string,
): Promise<Approval | undefined> {
  const [row] = await tx.query<Approval>(
    `select ${columns} from approvals where institution_id = $1 and id = $2 for update`,
    [institutionId, id],
  );
  return row;
}

/** Writes what became of an approval that the transaction has locked. */
export async function endApproval(
  tx: Queries,
  { institutionId, id }: Pick<Approval, 'institutionId' | 'id'>,
  end: {
    readonly state: Exclude<ApprovalState, 'waiting'>;
    readonly at: Temporal.Instant;
    readonly reason?: string | undefined;
    readonly passkeyId?: string | undefined;
    readonly proof?: string | undefined;
  },
): Promise<void> {
  await tx.query(
    `update approvals set state = $3, ended_at = $4, reason = $5, passkey_id = coalesce($6, passkey_id),
        proof = coalesce($7, proof)
      where institution_id = $1 and id = $2`,
    [
      institutionId,
      id,
      end.state,
      end.at,
      end.reason ?? null,
      end.passkeyId ?? null,
      end.proof ?? null,
    ],
  );
}

/**
 * Ends what waits for addresses or members whose message canceled it. Its own reply says so. An approval locks its row before the
 * accounts, a batch after them. Where the two wait for each other, PostgreSQL rolls one back, and `transaction` runs it again.
 */
export async function withdrawApprovals(
  tx: Queries,
  institutionId: number,
  given: {
    readonly addressIds: readonly string[];
    readonly memberIds: readonly string[];
    readonly at: Temporal.Instant;
  },
): Promise<void> {
  if (given.addressIds.length + given.memberIds.length === 0) return;
  await tx.query(
    `update approvals set state = 'withdrawn', ended_at = $4
      where institution_id = $1 and state = 'waiting' and (address_id = any($2::uuid[]) or member_id = any($3::uuid[]))`,
    [institutionId, given.addressIds, given.memberIds, given.at],
  );
}

/** Locks approvals whose time is over; skips those that somebody approves just now. */
export async function lockOverdue(
  tx: Queries,
  institutionId: number,
  { now, limit }: { readonly now: Temporal.Instant; readonly limit: number },
): Promise<Approval[]> {
  return tx.query<Approval>(
    `select ${columns} from approvals
      where institution_id = $1 and state = 'waiting' and expires_at <= $2
      order by expires_at, id limit $3 for update skip locked`,
    [institutionId, now, limit],
  );
}

/** Finds which of these institutions have an approval whose time is over, in one statement. */
export async function institutionsWithOverdue(
  q: Queries,
  institutionIds: readonly number[],
  now: Temporal.Instant,
): Promise<number[]> {
  const found = await q.query<{ id: number }>(
    `select k.id from unnest($1::int[]) as k (id) where exists (
        select 1 from approvals a where a.institution_id = k.id and a.state = 'waiting' and a.expires_at <= $2)`,
    [institutionIds, now],
  );
  return found.map(({ id }) => id);
}

/** Counts what a member can approve now. */
export async function countWaiting(
  q: Queries,
  given: {
    readonly institutionId: number;
    readonly memberId: string;
    readonly now: Temporal.Instant;
  },
): Promise<number> {
  const [row] = await q.query<{ count: bigint }>(
    `select count(*) as count from approvals
      where institution_id = $1 and member_id = $2 and state = 'waiting' and expires_at > $3`,
    [given.institutionId, given.memberId, given.now],
  );
  return Number(row?.count ?? 0n);
}
