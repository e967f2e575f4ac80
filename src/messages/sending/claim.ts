import type { Leaf } from '../../audit/leaf.ts';
import type { Database, Queries } from '../../database/database.ts';
import { sharedNow } from '../../database/shared-time.ts';
import { present } from '../../kernel/assert.ts';
import { isUndecryptable, type Keyring } from '../../kernel/keyring.ts';
import { purposes, rankOf } from '../../kernel/vocabulary/purpose.ts';
import { openCodes } from '../../members/codes.ts';
import type { ChannelName } from '../channel.ts';
import { recipientPlace } from '../conversation-keys.ts';
import { outboundLeaf } from '../leaves.ts';
import { optedOutAt } from '../opted-out-at.ts';
import { insetPlace, type Purpose } from '../outbound.ts';
import { outboundColumns, type StoredOutbound } from '../verify-messages.ts';

/** A message that this process alone may send now: marked `sending` and committed. */
export interface Claimed {
  readonly id: string;
  readonly conversationId: string;
  readonly channel: ChannelName;
  /** In clear. */
  readonly address: string;
  readonly addressId?: string;
  readonly purpose: Purpose;
  readonly priority: 0 | 1;
  readonly text: string;
  readonly attempts: number;
  /** When this sending was claimed, by the time that all processes share: by it its end is recorded. */
  readonly sendingAt: Temporal.Instant;
  /** The one-time word that takes the place of asterisks. */
  readonly inset?: string;
  readonly code?: string;
  readonly codeVersion?: number;
  readonly queuedAt: Temporal.Instant;
  readonly receivedAt?: Temporal.Instant;
  /** The batch that queued it, and its leaf there as it is stored now: by them `vouchedFor` tells a forged message. */
  readonly batchId: string | null;
  readonly leaf: Leaf;
}

type Row = StoredOutbound & {
  readonly recipient: Uint8Array;
  readonly attempts: number;
  readonly optedOutAt: Temporal.Instant | null;
};

/**
 * Claims the first message of each conversation that has one due: a conversation is the unit, so that its order holds, and it
 * is free only while none of its messages is on its way. The conversation's row is locked against the batch that writes STOP:
 * after STOP's commit nothing is claimed but its confirmation; where
 * STOP holds for all channels, the member's word counts for each of their addresses. What has expired or was stopped is marked so (`dropped`): what
 * follows it in its conversation is due then.
 */
export async function claim(
  db: Database,
  options: {
    readonly institutionId: number;
    readonly channel: ChannelName;
    readonly most: number;
    /** Whether what may wait may go too. */
    readonly bulk: boolean;
    readonly now: Temporal.Instant;
    /** See `sharedTime`. */
    readonly sharedTime?: Temporal.Instant | null;
    readonly keyring: Keyring;
    /** The process that claims, as it shows itself: the claim ends with it. */
    readonly by: string;
  },
): Promise<{
  readonly due: readonly Claimed[];
  readonly dropped: number;
  /** Kept back for ever: what is sealed in them can't be opened. */
  readonly undecryptable: readonly string[];
}> {
  const { institutionId, now, keyring } = options;
  return db.transaction(async (tx) => {
    const rows = await tx.query<Row>(claimStatement, [
      institutionId,
      options.channel,
      now,
      options.most,
      options.bulk,
    ]);
    const expired = rows.filter((row) => Temporal.Instant.compare(row.expiresAt, now) <= 0);
    const stopped = rows.filter((row) => row.optedOutAt && purposes[row.purpose].isStopped);
    await mark(tx, institutionId, expired, 'expired');
    await mark(tx, institutionId, stopped, 'stopped');
    const due = rows.filter((row) => !expired.includes(row) && !stopped.includes(row));
    const dropped = rows.length - due.length;
    if (due.length === 0) return { due: [], dropped, undecryptable: [] };
    const codes = await openEach(tx, { institutionId, keyring }, due);
    const opened = due.map((row) => openRow(row, { institutionId, keyring, codes }));
    const undecryptable = due
      .filter((_row, index) => opened[index] === undefined)
      .map(({ id }) => id);
    if (undecryptable.length > 0) {
      await tx.query(
        `update outbound set status = 'failed', error_code = 'undecryptable' where institution_id = $1 and id = any($2::uuid[])`,
        [institutionId, undecryptable],
      );
    }
    const claimed = opened.filter((one) => one !== undefined);
    // The code's version is kept from here on: should this process be lost, it is known what was sent.
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
      dropped: dropped + undecryptable.length,
      undecryptable,
    };
  });
}

type Codes = ReadonlyMap<
  string,
  { readonly code: string; readonly version: number } | 'undecryptable'
>;

/** The codes of these rows' addresses; one that can't be opened does not keep back the others. */
async function openEach(
  tx: Queries,
  { institutionId, keyring }: { readonly institutionId: number; readonly keyring: Keyring },
  rows: readonly Row[],
): Promise<Codes> {
  const addressIds = [...new Set(rows.flatMap((row) => row.addressId ?? []))];
  try {
    return await openCodes(tx, keyring, institutionId, addressIds);
  } catch (error) {
    if (!isUndecryptable(error)) throw error;
  }
  const codes = new Map<string, { code: string; version: number } | 'undecryptable'>();
  for (const addressId of addressIds) {
    try {
      const code = (await openCodes(tx, keyring, institutionId, [addressId])).get(addressId);
      if (code) codes.set(addressId, code);
    } catch (error) {
      if (!isUndecryptable(error)) throw error;
      codes.set(addressId, 'undecryptable');
    }
  }
  return codes;
}

/** The row in clear; `undefined` where something sealed in it can't be opened. */
function openRow(
  row: Row,
  given: {
    readonly institutionId: number;
    readonly keyring: Keyring;
    readonly codes: Codes;
  },
): Omit<Claimed, 'sendingAt'> | undefined {
  const { institutionId, keyring } = given;
  const code = row.addressId === null ? undefined : given.codes.get(row.addressId);
  if (code === 'undecryptable') return undefined;
  try {
    return {
      id: row.id,
      conversationId: row.conversationId,
      channel: row.channel,
      address: keyring.decrypt(
        'address',
        recipientPlace(institutionId, row.conversationId),
        row.recipient,
      ),
      purpose: row.purpose,
      priority: row.priority,
      text: row.text,
      attempts: row.attempts + 1,
      batchId: row.batchId,
      leaf: outboundLeaf(row),
      queuedAt: row.queuedAt,
      ...(row.addressId === null ? {} : { addressId: row.addressId }),
      ...(row.inset
        ? { inset: keyring.decrypt('token', insetPlace(institutionId, row.id), row.inset) }
        : {}),
      ...(code ? { code: code.code, codeVersion: code.version } : {}),
      ...(row.receivedAt ? { receivedAt: row.receivedAt } : {}),
    };
  } catch (error) {
    if (isUndecryptable(error)) return undefined;
    throw error;
  }
}

// SKIP LOCKED: a conversation that a batch is deciding, or another process claims, is left for the next round. The status is
// looked at again after the lock: another process may have claimed the message since.
const claimStatement = {
  name: 'outbound_claim',
  text: `with first as (
      select distinct on (o.conversation_id) o.conversation_id, o.id, o.place, o.status, o.priority, o.purpose, o.not_before
      from outbound o
      where o.institution_id = $1 and o.status in ('queued', 'sending', 'errored', 'unknown') and o.channel = $2
      order by o.conversation_id, o.priority, o.place
    ), busy as (
      select distinct conversation_id from outbound
      where institution_id = $1 and channel = $2 and status in ('sending', 'unknown')
    ), free as (
      select c.id, c.recipient, ${optedOutAt('c')} as opted_out_at, f.id as outbound_id
      from first f
      join conversations c on c.institution_id = $1 and c.id = f.conversation_id
      where f.status in ('queued', 'errored') and (f.not_before is null or f.not_before <= $3)
        and (f.priority = 0 or $5)
        and f.conversation_id not in (select conversation_id from busy)
      order by f.priority, ${rankOf('f.purpose')}, f.place
      limit $4
      for update of c skip locked
    )
    select ${outboundColumns('o')}, f.recipient, o.attempts, coalesce(f.opted_out_at, s.at) as "optedOutAt"
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
