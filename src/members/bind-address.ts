import type { Queries } from '../database/database.ts';
import { Fault } from '../kernel/fault.ts';
import { isUndecryptable, type Keyring } from '../kernel/keyring.ts';
import type { World } from '../kernel/world.ts';
import { channelsInSql, type ChannelName } from '../kernel/vocabulary/channel.ts';

/**
 * Returns the text whose blind index identifies an address, for members' addresses and for
 * conversations.
 */
export function addressKey(institutionId: number, channel: ChannelName, address: string): string {
  return `${institutionId}/${channel}/${address}`;
}

/** Returns the place that an encrypted address is bound to. */
export function addressPlace(institutionId: number, addressId: string): string {
  return `addresses/${institutionId}/${addressId}/address`;
}

/** A proven address to bind. */
export interface NewAddress {
  readonly memberId: string;
  readonly channel: ChannelName;
  /** The stable identity: X user id, E.164 number, app device. */
  readonly address: string;
  readonly handle?: string | undefined;
  readonly mayMoveMoney: boolean;
}

/**
 * Inserts proven addresses with their conversations, set-based. The caller holds the conversations'
 * locks, so nobody else can bind one of these addresses meanwhile. `bindAddresses` takes those
 * locks.
 * @returns their ids in the given order
 * @throws Fault `address_taken` if one belongs to a member already
 */
export async function insertAddresses(
  tx: Queries,
  { keyring, world }: { keyring: Keyring; world: World },
  institutionId: number,
  wanted: readonly (NewAddress & { readonly conversationId: string })[],
): Promise<string[]> {
  const now = world.clock.now();
  const rows = wanted.map((one) => {
    const id = world.ids.next();
    return {
      ...one,
      id,
      blindIndex: keyring.blindIndex(
        'address',
        addressKey(institutionId, one.channel, one.address),
      ),
      encrypted: keyring.encrypt('address', addressPlace(institutionId, id), one.address),
    };
  });
  await refuseTaken(tx, institutionId, {
    blindIndexes: wanted.flatMap((one) =>
      keyring.blindIndexes('address', addressKey(institutionId, one.channel, one.address)),
    ),
    conversationIds: wanted.map(({ conversationId }) => conversationId),
  });
  const ordered = [...rows].sort((a, b) => Buffer.compare(a.blindIndex, b.blindIndex));
  const inserted = await tx.query(
    `insert into addresses (institution_id, id, member_id, channel, lookup, address, handle, state, may_move_money,
        proven_at, created_at, conversation_id)
      select $1, n.id, n.member_id, n.channel, n.lookup, n.address, n.handle, 'proven', n.may_move_money, $9, $9,
        n.conversation_id
      from unnest($2::uuid[], $3::uuid[], $4::text[], $5::bytea[], $6::bytea[], $7::text[], $8::boolean[], $10::uuid[])
        as n (id, member_id, channel, lookup, address, handle, may_move_money, conversation_id)
      on conflict (institution_id, channel, lookup) where state <> 'removed' do nothing
      returning 1`,
    [
      institutionId,
      ordered.map((row) => row.id),
      ordered.map((row) => row.memberId),
      ordered.map((row) => row.channel),
      ordered.map((row) => row.blindIndex),
      ordered.map((row) => row.encrypted),
      ordered.map((row) => row.handle ?? null),
      ordered.map((row) => row.mayMoveMoney),
      now,
      ordered.map((row) => row.conversationId),
    ],
  );
  if (inserted.length < wanted.length) throw addressTaken();
  return rows.map((row) => row.id);
}

/**
 * Refuses addresses in use. The unique index only covers blind indexes under the active key; this
 * also finds those under other keys.
 */
async function refuseTaken(
  tx: Queries,
  institutionId: number,
  {
    blindIndexes,
    conversationIds,
  }: { readonly blindIndexes: readonly Uint8Array[]; readonly conversationIds: readonly string[] },
): Promise<void> {
  const taken = await tx.query(
    `select 1 from addresses
      where institution_id = $1 and channel in (${channelsInSql}) and lookup = any($2::bytea[]) and state <> 'removed'
      union all
      select 1 from addresses where institution_id = $1 and conversation_id = any($3::uuid[]) and state <> 'removed'
      limit 1`,
    [institutionId, blindIndexes, conversationIds],
  );
  if (taken.length > 0) throw addressTaken();
}

function addressTaken(): Fault {
  return new Fault({
    code: 'address_taken',
    message: 'This address is already in use for another membership: remove it there first',
    retryable: false,
  });
}

export interface BoundAddress {
  readonly id: string;
  readonly memberId: string;
  readonly channel: ChannelName;
  readonly handle?: string;
  readonly state: string;
  readonly mayMoveMoney: boolean;
  readonly moneyLockedAt?: Temporal.Instant;
}

/** Lists a member's addresses, oldest first, without removed ones. */
export async function addressesOf(
  q: Queries,
  institutionId: number,
  memberId: string,
): Promise<BoundAddress[]> {
  const rows = await q.query<{
    id: string;
    memberId: string;
    channel: ChannelName;
    handle: string | null;
    state: string;
    mayMoveMoney: boolean;
    moneyLockedAt: Temporal.Instant | null;
  }>(
    `select id, member_id as "memberId", channel, handle, state, may_move_money as "mayMoveMoney",
        money_locked_at as "moneyLockedAt"
      from addresses where institution_id = $1 and member_id = $2 and state <> 'removed' order by id`,
    [institutionId, memberId],
  );
  return rows.map(({ handle, moneyLockedAt, ...row }) => ({
    ...row,
    ...(handle === null ? {} : { handle }),
    ...(moneyLockedAt ? { moneyLockedAt } : {}),
  }));
}

/** Decrypts these addresses, removed ones too. It leaves out those that can't be decrypted. */
export async function openAddresses(
  q: Queries,
  { institutionId, keyring }: { readonly institutionId: number; readonly keyring: Keyring },
  addressIds: readonly string[],
): Promise<{ readonly id: string; readonly channel: ChannelName; readonly address: string }[]> {
  const rows = await q.query<{ id: string; channel: ChannelName; address: Uint8Array }>(
    `select id, channel, address from addresses
      where institution_id = $1 and id = any($2::uuid[]) order by id`,
    [institutionId, addressIds],
  );
  return rows.flatMap(({ id, channel, address }) => {
    try {
      const plain = keyring.decrypt('address', addressPlace(institutionId, id), address);
      return [{ id, channel, address: plain }];
    } catch (error) {
      if (isUndecryptable(error)) return [];
      throw error;
    }
  });
}

/**
 * Decrypts an address for sending.
 * @returns `undefined` if it is gone
 */
export async function openAddress(
  q: Queries,
  keyring: Keyring,
  institutionId: number,
  addressId: string,
): Promise<string | undefined> {
  const [row] = await q.query<{ address: Uint8Array }>(
    `select address from addresses where institution_id = $1 and id = $2 and state <> 'removed'`,
    [institutionId, addressId],
  );
  return row && keyring.decrypt('address', addressPlace(institutionId, addressId), row.address);
}
