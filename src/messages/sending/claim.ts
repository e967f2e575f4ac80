import { putOffInQuietHours } from '../../alerts/quiet-messages.ts';
import type { Database, Queries } from '../../database/database.ts';
import { sharedNow } from '../../database/shared-time.ts';
import { present } from '../../kernel/assert.ts';
import type { Keyring } from '../../kernel/keyring.ts';
import { purposes, purposesThat, rankOf } from '../../kernel/vocabulary/purpose.ts';
import type { ChannelName } from '../channel.ts';
import { optedOutAt } from '../opted-out-at.ts';
import { bulletinsToKeep } from './bulletins.ts';
import { outboundColumns } from '../verify-messages.ts';
import type { Claimed } from './claimed.ts';
import { type EncryptedRow, openRows } from './open-rows.ts';
import { otherKeyPauseSeconds } from './other-key.ts';

type Row = EncryptedRow & { readonly optedOutAt: Temporal.Instant | null };

/**
 * Claims the first due message of each conversation. Claiming by conversation keeps its order: it is free only while none of its
 * messages is being sent. The lock on its row excludes a batch that writes STOP. After STOP's commit only its confirmation can be
 * claimed; if STOP covers all channels, that holds for each of the member's addresses. Marks expired and stopped messages as such
 * (`dropped`), so that the next message of the conversation is due. An alert that its member’s quiet hours overtook expires too; what it
 * told is told after them. So does a notice to many that its member’s quiet hours overtook, or that a person stopped.
 */
export async function claim(
  db: Database,
  options: {
    readonly institutionId: number;
    readonly channel: ChannelName;
    readonly most: number;
    /** Whether messages that can be delayed may be claimed too. */
    readonly bulk: boolean;
    /** Whether alerts may be claimed too, of which a channel’s budget allows less. By default as `bulk`. */
    readonly alerts?: boolean;
    readonly now: Temporal.Instant;
    /** See `sharedTime`. */
    readonly sharedTime?: Temporal.Instant | null;
    readonly keyring: Keyring;
    /** The id of the claiming process: the claim ends with that process. */
    readonly by: string;
  },
): Promise<{
  readonly due: readonly Claimed[];
  readonly dropped: number;
  /** Never sent: their encrypted values were moved or changed. */
  readonly undecryptable: readonly string[];
  /** Left in the queue: this process lacks the key of their address or code. */
  readonly underUnknownKey: readonly string[];
}> {
  const { institutionId, now, keyring } = options;
  return db.transaction(async (tx) => {
    const rows = await tx.query<Row>(claimStatement, [
      institutionId,
      options.channel,
      now,
      options.most,
      options.bulk,
      options.alerts ?? options.bulk,
    ]);
    const due = await leavingOf(tx, { institutionId, now }, rows);
    const dropped = rows.length - due.length;
    if (due.length === 0) return { due: [], dropped, undecryptable: [], underUnknownKey: [] };
    const { opened: claimed, closed } = await openRows(tx, { institutionId, keyring }, due);
    await giveUp(tx, institutionId, closed.undecryptable);
    await leaveForOthers(tx, institutionId, { ids: closed.unknown_key, now });
    // Keep the code's version from here on: if this process dies, we still know what was sent.
    const marked = await tx.query<{ id: string; sendingAt: Temporal.Instant }>(
      `update outbound o set status = 'sending', attempts = attempts + 1, sending_at = ${sharedNow('$4')}, not_before = null, missed = 0,
          code_version = k.version, claimed_by = $5
        from unnest($2::uuid[], $3::int[]) as k (id, version)
        where o.institution_id = $1 and o.id = k.id
        returning o.id, o.sending_at as "sendingAt"`,
      [
        institutionId,
        claimed.map(({ id }) => id),
        claimed.map(({ codeVersion }) => codeVersion ?? null),
        options.sharedTime ?? null,
        options.by,
      ],
    );
    const sendingAt = new Map(marked.map((row) => [row.id, row.sendingAt]));
    return {
      due: claimed.map((one) => ({
        ...one,
        sendingAt: present(sendingAt.get(one.id), 'it is locked, and was marked'),
      })),
      dropped: dropped + closed.undecryptable.length + closed.unknown_key.length,
      undecryptable: closed.undecryptable,
      underUnknownKey: closed.unknown_key,
    };
  });
}

/** Marks the messages that must not leave any more, or not now. @returns the others */
async function leavingOf(
  tx: Queries,
  { institutionId, now }: { readonly institutionId: number; readonly now: Temporal.Instant },
  rows: readonly Row[],
): Promise<readonly Row[]> {
  const expired = rows.filter((row) => Temporal.Instant.compare(row.expiresAt, now) <= 0);
  const stopped = rows.filter((row) => row.optedOutAt && purposes[row.purpose].isStopped);
  const rest = rows.filter((row) => !expired.includes(row) && !stopped.includes(row));
  const quiet = await putOffInQuietHours(tx, institutionId, {
    outboundIds: rest.flatMap(({ id, purpose }) => (purposes[purpose].isCapped ? [id] : [])),
    now,
  });
  const kept = await bulletinsToKeep(tx, institutionId, {
    outboundIds: rest.flatMap(({ id, purpose }) => (purpose === 'bulletin' ? [id] : [])),
    now,
  });
  const isKept = ({ id }: Row) => quiet.has(id) || kept.has(id);
  const overtaken = rest.filter(isKept);
  await mark(tx, institutionId, [...expired, ...overtaken], 'expired');
  await mark(tx, institutionId, stopped, 'stopped');
  return rest.filter((row) => !isKept(row));
}

/** What waits for more of the budget goes behind the rest of its conversation, so that it keeps nothing back. */
const cappedPurposes = purposesThat(({ isCapped }) => isCapped);

// SKIP LOCKED: if a batch is deciding a conversation, or another process is claiming it, leave it for the next round. Check the
// status again after the lock, because another process may have claimed the message meanwhile.
const claimStatement = {
  name: 'outbound_claim',
  text: `with first as (
      select distinct on (o.conversation_id) o.conversation_id, o.id, o.place, o.status, o.priority, o.purpose, o.not_before
      from outbound o
      where o.institution_id = $1 and o.status in ('queued', 'sending', 'errored', 'unknown') and o.channel = $2
      order by o.conversation_id, o.priority, (o.purpose in ${cappedPurposes}), o.place
    ), busy as (
      select distinct conversation_id from outbound
      where institution_id = $1 and channel = $2 and status in ('sending', 'unknown')
    ), free as (
      select c.id, c.recipient, ${optedOutAt('c')} as opted_out_at, f.id as outbound_id
      from first f
      join conversations c on c.institution_id = $1 and c.id = f.conversation_id
      where f.status in ('queued', 'errored') and (f.not_before is null or f.not_before <= $3)
        and (f.priority = 0 or $5) and ($6 or f.purpose not in ${cappedPurposes})
        and f.conversation_id not in (select conversation_id from busy)
      order by f.priority, ${rankOf('f.purpose')}, f.place
      limit $4
      for update of c skip locked
    )
    select ${outboundColumns('o')}, f.recipient, o.attempts, o.payload, o.payload_code as "payloadCode", coalesce(f.opted_out_at, s.at) as "optedOutAt"
    from free f
    join outbound o on o.institution_id = $1 and o.id = f.outbound_id
    left join lateral (
      select m.at from addresses a
      join member_opt_outs m on m.institution_id = $1 and m.member_id = a.member_id
      where a.institution_id = $1 and a.id = o.address_id
    ) s on true
    where o.status in ('queued', 'errored')
    for update of o`,
};

async function mark(
  tx: Queries,
  institutionId: number,
  rows: readonly Pick<Row, 'id'>[],
  status: 'expired' | 'stopped',
): Promise<void> {
  if (rows.length === 0) return;
  await tx.query(
    'update outbound set status = $3 where institution_id = $1 and id = any($2::uuid[])',
    [institutionId, rows.map((row) => row.id), status],
  );
}

async function giveUp(tx: Queries, institutionId: number, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.query(
    `update outbound set status = 'failed', error_code = 'undecryptable' where institution_id = $1 and id = any($2::uuid[])`,
    [institutionId, ids],
  );
}

/** They stay queued for a process that has the key, and expire if none has it. */
async function leaveForOthers(
  tx: Queries,
  institutionId: number,
  { ids, now }: { readonly ids: readonly string[]; readonly now: Temporal.Instant },
): Promise<void> {
  if (ids.length === 0) return;
  await tx.query(
    'update outbound set not_before = $3 where institution_id = $1 and id = any($2::uuid[])',
    [institutionId, ids, now.add({ seconds: otherKeyPauseSeconds })],
  );
}
