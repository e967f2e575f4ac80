import type { Queries } from '../database/database.ts';
import { present } from '../kernel/assert.ts';
import type { Keyring } from '../kernel/keyring.ts';
import type { World } from '../kernel/world.ts';
import { recipientPlace, type HashedKey } from './conversation-keys.ts';

/** The transaction and institution in which conversations begin. */
export interface BeginContext {
  readonly institutionId: number;
  readonly keyring: Keyring;
  readonly world: World;
}

/**
 * Claims the addresses' blind indexes, under every known key, for these conversations, unless another conversation has them. The
 * rows stay locked. If two processes share a key, the second waits here until the first has begun the conversation, and then finds
 * it.
 * @returns by address, the conversations that now have its blind indexes
 */
export async function claimIndexes(
  tx: Queries,
  institutionId: number,
  wanted: readonly { readonly of: HashedKey; readonly id: string }[],
): Promise<Map<HashedKey, Set<string>>> {
  const rows = wanted
    .flatMap(({ of, id }) => of.blindIndexes.map((blindIndex) => ({ of, id, blindIndex })))
    // Two processes that claim the same indexes in opposite order would deadlock.
    .sort((a, b) => Buffer.compare(a.blindIndex, b.blindIndex));
  const claimed = await tx.query<{ blindIndex: Uint8Array; id: string }>(
    `insert into conversation_indexes as i (institution_id, channel, blind_index, conversation_id)
      select $1, n.channel, n.blind_index, n.id from unnest($2::text[], $3::bytea[], $4::uuid[]) as n (channel, blind_index, id)
      on conflict (institution_id, channel, blind_index) do update set conversation_id = i.conversation_id
      returning blind_index as "blindIndex", conversation_id as id`,
    [
      institutionId,
      rows.map(({ of }) => of.key.channel),
      rows.map(({ blindIndex }) => blindIndex),
      rows.map(({ id }) => id),
    ],
  );
  const owners = new Map(claimed.map((row) => [textOf(row.blindIndex), row.id]));
  return new Map(
    wanted.map(({ of }) => [
      of,
      new Set(
        of.blindIndexes.map((one) =>
          present(owners.get(textOf(one)), 'each blind index has its row'),
        ),
      ),
    ]),
  );
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}

/** Inserts these conversations. Their blind indexes must be claimed. */
export async function insertConversations(
  tx: Queries,
  { institutionId, keyring }: BeginContext,
  wanted: readonly { readonly of: HashedKey; readonly id: string }[],
): Promise<void> {
  if (wanted.length === 0) return;
  const rows = wanted
    .map(({ of: { key, plain }, id }) => ({
      id,
      key,
      blindIndex: keyring.blindIndex('address', plain),
      recipient: keyring.encrypt('address', recipientPlace(institutionId, id), key.address),
    }))
    .sort((a, b) => Buffer.compare(a.blindIndex, b.blindIndex));
  await tx.query(insertStatement, [
    institutionId,
    rows.map((row) => row.id),
    rows.map((row) => row.key.channel),
    rows.map((row) => row.blindIndex),
    rows.map((row) => row.recipient),
    rows.map((row) => row.key.handle ?? null),
  ]);
}

const insertStatement = {
  name: 'conversations_create',
  text: `insert into conversations (institution_id, id, channel, lookup, recipient, handle)
    select $1, * from unnest($2::uuid[], $3::text[], $4::bytea[], $5::bytea[], $6::text[])
    on conflict (institution_id, channel, lookup) do nothing`,
};
