import type { HandoverState } from '../kernel/vocabulary/handover.ts';
import { channelsInSql } from '../kernel/vocabulary/channel.ts';
import type { Queries } from '../database/database.ts';
import { rowSet } from '../database/row-set.ts';
import { present } from '../kernel/assert.ts';
import { claimIndexes, insertConversations, type BeginContext } from './begin-conversations.ts';
import type { ChannelName } from './channel.ts';
import { hashed, type ConversationKey, type HashedKey } from './conversation-keys.ts';
import { lockByIds, lockByIndex, type AgedRow, type ConversationRow } from './conversation-rows.ts';
import { settleConversations, uniteConversations } from './unite-conversations.ts';

/** The conversation of one address on one channel, enrolled or not. Its row is locked until the transaction ends. */
export interface Conversation {
  readonly id: string;
  readonly channel: ChannelName;
  readonly handle?: string;
  /** What awaits the member's next message. The conversation room defines its shape. */
  readonly pending: unknown;
  readonly confirmationFailures: number;
  readonly optedOutAt?: Temporal.Instant;
  readonly strangerAnsweredAt?: Temporal.Instant;
  readonly publicWarnedAt?: Temporal.Instant;
  /** Whether a person of the staff holds it, or is wanted. Absent: never. */
  readonly handover?: HandoverState;
}

/**
 * Locks the conversations of the given addresses, and begins those that don't exist. Returns them in the order of the addresses;
 * the same address twice gives the same object.
 * @param begins called if some were not found at once: then what was read beside the first lock must be read again
 */
export async function lockConversations(
  tx: Queries,
  options: BeginContext & { readonly keys: readonly HashedKey[] },
  begins?: () => void,
): Promise<Conversation[]> {
  const { institutionId, keys } = options;
  const wanted = [...new Set(keys)];
  const rows = await lockByIndex(tx, institutionId, wanted);
  const missing = wanted.filter((one) => !rows.has(one));
  if (missing.length > 0) {
    begins?.();
    for (const [one, its] of await begin(tx, options, missing)) rows.set(one, its);
  }
  const settled = await settleConversations(tx, options, rows);
  const found = new Map(
    [...settled].map(([one, row]) => [one, fromRow(row, one.key.channel)] as const),
  );
  return keys.map((one) => found.get(one) ?? vanished());
}

/** Another transaction merged or began the conversation between our read and our lock. Start the transaction over. */
function vanished(): never {
  throw Object.assign(new Error('a conversation vanished'), { code: '40001' });
}

/** Begins the conversations of these addresses, or finds them by a blind index under a key other than the row's own. */
async function begin(
  tx: Queries,
  options: BeginContext,
  missing: readonly HashedKey[],
): Promise<Map<HashedKey, AgedRow[]>> {
  const { institutionId, world } = options;
  const begun = missing.map((of) => ({ of, id: world.ids.next() }));
  const owners = await claimIndexes(tx, institutionId, begun);
  const others = ({ of, id }: Begun) => [...(owners.get(of) ?? [])].filter((one) => one !== id);
  const fresh = begun.filter((one) => others(one).length === 0);
  await insertConversations(tx, options, fresh);
  const rows = await lockByIndex(
    tx,
    institutionId,
    fresh.map(({ of }) => of),
  );
  // A process of an older version began one; it claims no blind index.
  if (fresh.some(({ of, id }) => rows.get(of)?.[0]?.row.id !== id)) vanished();
  for (const one of begun.filter((each) => !fresh.includes(each))) {
    const its = await lockByIds(tx, institutionId, { ids: others(one), of: one.of });
    if (its.length === 0) continue;
    rows.set(one.of, [{ row: await uniteConversations(tx, options, one.of, its), age: 0 }]);
  }
  return rows;
}

interface Begun {
  readonly of: HashedKey;
  readonly id: string;
}

/**
 * Finds the conversations of the given addresses, in their order, to queue unrequested messages. Begins those that don't exist.
 * Doesn't lock existing ones.
 */
export async function conversationsFor(
  tx: Queries,
  options: BeginContext & { readonly keys: readonly ConversationKey[] },
): Promise<{ readonly id: string; readonly optedOutAt?: Temporal.Instant }[]> {
  const { institutionId, keyring } = options;
  if (options.keys.length === 0) return [];
  const wanted = hashed(institutionId, options.keys, keyring);
  const found = await find(tx, institutionId, wanted);
  const rest = [...new Set(wanted)].filter((one) => !found.has(one));
  const locked = rest.length > 0 ? await lockConversations(tx, { ...options, keys: rest }) : [];
  for (const [index, one] of locked.entries()) found.set(present(rest[index], 'one for each'), one);
  return wanted.map((one) => present(found.get(one), 'each key has its conversation'));
}

/** The conversation of each address for which exactly one has a matching blind index. */
async function find(q: Queries, institutionId: number, wanted: readonly HashedKey[]) {
  const rows = await q.query<{
    id: string;
    channel: ChannelName;
    blindIndex: Uint8Array;
    optedOutAt: Temporal.Instant | null;
  }>(
    `select id, channel, lookup as "blindIndex", opted_out_at as "optedOutAt" from conversations
      where institution_id = $1 and channel in (${channelsInSql}) and lookup = any($2::bytea[])`,
    [institutionId, wanted.flatMap(({ blindIndexes }) => blindIndexes)],
  );
  const byIndex = new Map(rows.map((row) => [mapKey(row.channel, row.blindIndex), row]));
  const found = new Map<
    HashedKey,
    { readonly id: string; readonly optedOutAt?: Temporal.Instant }
  >();
  for (const one of wanted) {
    const [row, ...others] = one.blindIndexes.flatMap(
      (blindIndex) => byIndex.get(mapKey(one.key.channel, blindIndex)) ?? [],
    );
    if (!row || others.length > 0) continue;
    found.set(one, { id: row.id, ...(row.optedOutAt ? { optedOutAt: row.optedOutAt } : {}) });
  }
  return found;
}

function mapKey(channel: string, blindIndex: Uint8Array): string {
  return `${channel}/${Buffer.from(blindIndex).toString('base64')}`;
}

function fromRow(row: ConversationRow, channel: ChannelName): Conversation {
  const { id, handle, pending, confirmationFailures } = row;
  const { optedOutAt, strangerAnsweredAt, publicWarnedAt, handover } = row;
  return {
    id,
    channel,
    pending,
    confirmationFailures,
    ...(handle === null ? {} : { handle }),
    ...(optedOutAt ? { optedOutAt } : {}),
    ...(strangerAnsweredAt ? { strangerAnsweredAt } : {}),
    ...(publicWarnedAt ? { publicWarnedAt } : {}),
    ...(handover ? { handover } : {}),
  };
}

/** A conversation's state after a batch, all of which is written. */
export interface ConversationChange {
  readonly id: string;
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

/** Writes changed conversations that this transaction has locked. */
export async function saveConversations(
  tx: Queries,
  institutionId: number,
  changes: readonly ConversationChange[],
): Promise<void> {
  if (changes.length === 0) return;
  await tx.query(saveStatement, [institutionId, ...changedRows.parameters(changes)]);
}
