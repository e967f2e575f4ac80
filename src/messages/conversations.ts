import { channelsInSql } from '../kernel/vocabulary/channel.ts';
import { column } from '../database/column.ts';
import type { Queries } from '../database/database.ts';
import { rowSet } from '../database/row-set.ts';
import { present } from '../kernel/assert.ts';
import type { Keyring } from '../kernel/keyring.ts';
import type { World } from '../kernel/world.ts';
import { addressKey, openAddresses } from '../members/bind-address.ts';
import type { ChannelName } from './channel.ts';

/** One address on one channel, enrolled or not, with its row locked until the transaction ends. */
export interface Conversation {
  readonly id: string;
  /** Other rows of the same address, begun under other keys: what counts for one of them counts for all, STOP before anything. */
  readonly twinIds: readonly string[];
  readonly channel: ChannelName;
  /** The keyed hashes of the address, the newest key's first. */
  readonly lookups: readonly Uint8Array[];
  readonly handle?: string;
  /** What waits for the next message; its shape is the conversation room's. */
  readonly pending: unknown;
  readonly confirmationFailures: number;
  readonly optedOutAt?: Temporal.Instant;
  readonly strangerAnsweredAt?: Temporal.Instant;
  readonly publicWarnedAt?: Temporal.Instant;
}

/** Whose conversation is wanted. */
export interface ConversationKey {
  readonly channel: ChannelName;
  /** The stable identity on the channel, in clear: it is sealed here. */
  readonly address: string;
  readonly handle?: string;
}

/** What a conversation's sealed recipient is bound to. */
export function recipientPlace(institutionId: number, conversationId: string): string {
  return `conversations/${institutionId}/${conversationId}/recipient`;
}

interface Row {
  /** Of the key that it was found by, from 1. */
  place: number;
  id: string;
  handle: string | null;
  pending: unknown;
  confirmationFailures: number;
  optedOutAt: Temporal.Instant | null;
  strangerAnsweredAt: Temporal.Instant | null;
  publicWarnedAt: Temporal.Instant | null;
}

// The batch's first locks, taken in the same order by everyone: that of the keyed hashes, which never change. A descent of
// the index for each key: a plan made while the table was small would read all of it.
const lockStatement = {
  name: 'conversations_lock',
  text: `select place::int, id, handle, pending, confirmation_failures as "confirmationFailures",
      opted_out_at as "optedOutAt", stranger_answered_at as "strangerAnsweredAt",
      public_warned_at as "publicWarnedAt"
    from unnest($2::text[], $3::bytea[]) with ordinality as k (key_channel, key_lookup, place)
    cross join lateral (
      select * from conversations
      where institution_id = $1 and channel = k.key_channel and lookup = k.key_lookup
      for no key update
    ) c`,
};

const createStatement = {
  name: 'conversations_create',
  text: `insert into conversations (institution_id, id, channel, lookup, recipient, handle)
    select $1, * from unnest($2::uuid[], $3::text[], $4::bytea[], $5::bytea[], $6::text[])
    on conflict (institution_id, channel, lookup) do nothing`,
};

/** Addresses with their keyed hashes, made once; the same address twice gives the same object. */
export function hashed(
  institutionId: number,
  keys: readonly ConversationKey[],
  keyring: Keyring,
): HashedKey[] {
  const known = new Map<string, HashedKey>();
  return keys.map((key) => {
    const plain = addressKey(institutionId, key.channel, key.address);
    const one = known.get(plain) ?? { key, plain, lookups: keyring.blindIndexes('address', plain) };
    known.set(plain, one);
    return one;
  });
}

/**
 * The conversations of the given addresses, in their order, locked; one that does not exist yet is begun. The same
 * address twice gives the same object.
 * @param begins told when some had to be begun: what was read before, beside the first lock, must be read again
 */
export async function lockConversations(
  tx: Queries,
  options: {
    institutionId: number;
    keys: readonly HashedKey[];
    keyring: Keyring;
    world: World;
  },
  begins?: () => void,
): Promise<Conversation[]> {
  const { institutionId, keys } = options;
  const wanted = [...new Set(keys)];
  const found = new Map<HashedKey, Conversation>();
  await lockInto(tx, institutionId, wanted, found);
  const missing = wanted.filter((one) => !found.has(one));
  if (missing.length > 0) {
    begins?.();
    await create(tx, options, missing);
    await lockInto(tx, institutionId, missing, found);
  }
  return keys.map((one) => {
    const conversation = found.get(one);
    // Removed between our insert and our lock: begin the transaction again.
    if (!conversation) throw Object.assign(new Error('a conversation vanished'), { code: '40001' });
    return conversation;
  });
}

export interface HashedKey {
  readonly key: ConversationKey;
  readonly plain: string;
  /** The newest key's first. */
  readonly lookups: readonly Uint8Array[];
}

/**
 * The conversations of the given addresses, in their order, without locking them: to queue what is told unasked. Those that do
 * not exist yet are begun.
 */
export async function conversationsFor(
  tx: Queries,
  options: {
    institutionId: number;
    keys: readonly ConversationKey[];
    keyring: Keyring;
    world: World;
  },
): Promise<{ readonly id: string; readonly optedOutAt?: Temporal.Instant }[]> {
  const { institutionId, keyring, keys } = options;
  if (keys.length === 0) return [];
  const wanted = hashed(institutionId, keys, keyring);
  let found = await find(tx, institutionId, wanted);
  const missing = wanted.filter((_, index) => !found[index]?.length);
  if (missing.length > 0) {
    await create(tx, options, missing);
    found = await find(tx, institutionId, wanted);
  }
  return found.map((rows) => {
    const [row] = rows;
    if (!row) throw Object.assign(new Error('a conversation vanished'), { code: '40001' });
    const optedOutAt = latest(rows.map((one) => one.optedOutAt));
    return { id: row.id, ...(optedOutAt ? { optedOutAt } : {}) };
  });
}

/** By address, in their order, its conversations' rows, that under the newest key first; none where none was begun. */
async function find(q: Queries, institutionId: number, wanted: readonly HashedKey[]) {
  const rows = await q.query<{
    id: string;
    channel: ChannelName;
    lookup: Uint8Array;
    optedOutAt: Temporal.Instant | null;
  }>(
    `select id, channel, lookup, opted_out_at as "optedOutAt" from conversations
      where institution_id = $1 and channel in (${channelsInSql}) and lookup = any($2::bytea[])`,
    [institutionId, wanted.flatMap(({ lookups }) => lookups)],
  );
  const found = new Map(rows.map((row) => [mapKey(row.channel, row.lookup), row]));
  return wanted.map(({ key, lookups }) =>
    lookups.flatMap((one) => found.get(mapKey(key.channel, one)) ?? []),
  );
}

/** The conversation of an address that is bound, by whichever keys the two were written. */
export interface HeldConversation {
  /** Each row; that under the newest key first. */
  readonly ids: readonly [string, ...string[]];
  readonly stopped: boolean;
}

/**
 * The conversations of these bound addresses, by address. An address and its conversation may bear keyed hashes of different keys once
 * a master key was rotated, and an address may have two rows: a join by the hash misses what stands here. Where only one key is known a
 * join misses nothing: then nothing is asked, and nothing is here. An address that can't be opened is left out, and so is one without a
 * conversation. Begins none, and locks none.
 */
export async function conversationsAcrossKeys(
  q: Queries,
  { institutionId, keyring }: { readonly institutionId: number; readonly keyring: Keyring },
  addressIds: readonly string[],
): Promise<Map<string, HeldConversation>> {
  if (addressIds.length === 0 || keyring.blindIndexes('address', '').length === 1) return new Map();
  const opened = await openAddresses(q, { institutionId, keyring }, addressIds);
  const found = await find(q, institutionId, hashed(institutionId, opened, keyring));
  return new Map(
    opened.flatMap(({ id }, index): [string, HeldConversation][] => {
      const [newest, ...twins] = found[index] ?? [];
      if (!newest) return [];
      const stopped = [newest, ...twins].some(({ optedOutAt }) => optedOutAt !== null);
      return [[id, { ids: [newest.id, ...twins.map((one) => one.id)], stopped }]];
    }),
  );
}

/** Several rows of one address count as one: that under the newest key, with what was said in any. */
async function lockInto(
  tx: Queries,
  institutionId: number,
  wanted: readonly HashedKey[],
  found: Map<HashedKey, Conversation>,
): Promise<void> {
  const keys = wanted
    .flatMap((one) => one.lookups.map((lookup, age) => ({ one, lookup, age })))
    .sort((a, b) => Buffer.compare(a.lookup, b.lookup));
  const rows = await tx.query<Row>(lockStatement, [
    institutionId,
    column(
      'text',
      keys.map(({ one }) => one.key.channel),
    ),
    column(
      'bytea',
      keys.map(({ lookup }) => lookup),
    ),
  ]);
  const alike = new Map<HashedKey, { readonly row: Row; readonly age: number }[]>();
  for (const row of rows) {
    const { one, age } = present(keys[row.place - 1], 'a row is found by one of the keys');
    const rest = alike.get(one);
    if (rest) rest.push({ row, age });
    else alike.set(one, [{ row, age }]);
  }
  for (const [one, ofIt] of alike) {
    const [newest, ...twins] = ofIt.sort((a, b) => a.age - b.age).map(({ row }) => row);
    if (newest) found.set(one, fromRows(newest, twins, one));
  }
}

/**
 * Who of these recipients has said STOP in any row of their address. Where only one key is known an address has one row, whose
 * word whoever asks has read already: then nobody is named, and nothing is asked.
 */
export async function stoppedInTwins<Of extends Pick<ConversationKey, 'channel' | 'address'>>(
  q: Queries,
  { institutionId, keyring }: { readonly institutionId: number; readonly keyring: Keyring },
  recipients: readonly Of[],
): Promise<Of[]> {
  const asked = recipients
    .map((of) => ({
      of,
      lookups: keyring.blindIndexes('address', addressKey(institutionId, of.channel, of.address)),
    }))
    .filter(({ lookups }) => lookups.length > 1);
  if (asked.length === 0) return [];
  const rows = await q.query<{ channel: ChannelName; lookup: Uint8Array }>(
    `select channel, lookup from conversations
      where institution_id = $1 and channel in (${channelsInSql}) and lookup = any($2::bytea[])
        and opted_out_at is not null`,
    [institutionId, asked.flatMap(({ lookups }) => lookups)],
  );
  const stopped = new Set(rows.map(({ channel, lookup }) => mapKey(channel, lookup)));
  return asked.flatMap(({ of, lookups }) =>
    lookups.some((one) => stopped.has(mapKey(of.channel, one))) ? [of] : [],
  );
}

async function create(
  tx: Queries,
  { institutionId, keyring, world }: { institutionId: number; keyring: Keyring; world: World },
  missing: readonly { plain: string; key: ConversationKey }[],
): Promise<void> {
  const rows = missing
    .map(({ plain, key }) => {
      const id = world.ids.next();
      return {
        id,
        key,
        lookup: keyring.blindIndex('address', plain),
        recipient: keyring.encrypt('address', recipientPlace(institutionId, id), key.address),
      };
    })
    // Two processes inserting the same keys in opposite order would deadlock.
    .sort((a, b) => Buffer.compare(a.lookup, b.lookup));
  await tx.query(createStatement, [
    institutionId,
    rows.map((row) => row.id),
    rows.map((row) => row.key.channel),
    rows.map((row) => row.lookup),
    rows.map((row) => row.recipient),
    rows.map((row) => row.key.handle ?? null),
  ]);
}

function mapKey(channel: string, lookup: Uint8Array): string {
  return `${channel}/${Buffer.from(lookup).toString('base64')}`;
}

function fromRows(row: Row, twins: readonly Row[], { key, lookups }: HashedKey): Conversation {
  const rows = [row, ...twins];
  const optedOutAt = latest(rows.map((one) => one.optedOutAt));
  const strangerAnsweredAt = latest(rows.map((one) => one.strangerAnsweredAt));
  const publicWarnedAt = latest(rows.map((one) => one.publicWarnedAt));
  return {
    id: row.id,
    twinIds: twins.map(({ id }) => id),
    channel: key.channel,
    lookups,
    pending: row.pending,
    confirmationFailures: row.confirmationFailures,
    ...(row.handle === null ? {} : { handle: row.handle }),
    ...(optedOutAt ? { optedOutAt } : {}),
    ...(strangerAnsweredAt ? { strangerAnsweredAt } : {}),
    ...(publicWarnedAt ? { publicWarnedAt } : {}),
  };
}

function latest(times: readonly (Temporal.Instant | null)[]): Temporal.Instant | undefined {
  return times
    .filter((time) => time !== null)
    .reduce<Temporal.Instant | undefined>(
      (last, time) => (last && Temporal.Instant.compare(last, time) >= 0 ? last : time),
      undefined,
    );
}

/** A conversation as it stands after a batch; all of it is written. */
export interface ConversationChange {
  readonly id: string;
  /** What STOP and START write is written there too. */
  readonly twinIds: readonly string[];
  readonly pending: unknown;
  readonly confirmationFailures: number;
  readonly optedOutAt?: Temporal.Instant | undefined;
  readonly strangerAnsweredAt?: Temporal.Instant | undefined;
  readonly publicWarnedAt?: Temporal.Instant | undefined;
}

const changedRows = rowSet<ConversationChange>({
  from: 2,
  columns: [
    ['id', 'uuid', (change) => change.id],
    ['pending', 'jsonb', (change) => change.pending ?? null],
    ['failures', 'int', (change) => change.confirmationFailures],
    ['opted_out_at', 'timestamptz', (change) => change.optedOutAt ?? null],
    ['stranger_answered_at', 'timestamptz', (change) => change.strangerAnsweredAt ?? null],
    ['public_warned_at', 'timestamptz', (change) => change.publicWarnedAt ?? null],
  ],
});

const saveStatement = {
  name: 'conversations_save',
  text: `update conversations c
    set pending = n.pending, confirmation_failures = n.failures, opted_out_at = n.opted_out_at,
      stranger_answered_at = n.stranger_answered_at, public_warned_at = n.public_warned_at
    from ${changedRows.text}
    where c.institution_id = $1 and c.id = n.id`,
};

/** Writes what changed of conversations that this transaction has locked. */
export async function saveConversations(
  tx: Queries,
  institutionId: number,
  changes: readonly ConversationChange[],
): Promise<void> {
  if (changes.length === 0) return;
  await tx.query(saveStatement, [institutionId, ...changedRows.parameters(changes)]);
  const twins = changes.flatMap(({ twinIds, optedOutAt }) =>
    twinIds.map((id) => ({ id, optedOutAt })),
  );
  if (twins.length === 0) return;
  await tx.query(
    `update conversations c set opted_out_at = n.opted_out_at
      from unnest($2::uuid[], $3::timestamptz[]) as n (id, opted_out_at)
      where c.institution_id = $1 and c.id = n.id`,
    [institutionId, twins.map(({ id }) => id), twins.map(({ optedOutAt }) => optedOutAt ?? null)],
  );
}
