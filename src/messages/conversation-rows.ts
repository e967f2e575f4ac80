import { column } from '../database/column.ts';
import type { Queries } from '../database/database.ts';
import { present } from '../kernel/assert.ts';
import type { HandoverState } from '../kernel/vocabulary/handover.ts';
import { ageOf, type HashedKey } from './conversation-keys.ts';

/** A stored conversation, locked by this transaction. */
export interface ConversationRow {
  readonly id: string;
  readonly handle: string | null;
  readonly pending: unknown;
  readonly confirmationFailures: number;
  readonly optedOutAt: Temporal.Instant | null;
  readonly strangerAnsweredAt: Temporal.Instant | null;
  readonly publicWarnedAt: Temporal.Instant | null;
  readonly handover: HandoverState | null;
}

/** A conversation with the age of its blind index's key, see `ageOf`. */
export interface AgedRow {
  readonly row: ConversationRow;
  readonly age: number;
}

const columns = `id, handle, pending, confirmation_failures as "confirmationFailures",
      opted_out_at as "optedOutAt", stranger_answered_at as "strangerAnsweredAt",
      public_warned_at as "publicWarnedAt", handover`;

// These are a batch's first locks. All take them in the order of the blind indexes, so they can't deadlock. The lateral join makes
// one index lookup for each key; a plan made while the table was small would scan all of it.
const lockStatement = {
  name: 'conversations_lock',
  text: `select place::int, ${columns}
    from unnest($2::text[], $3::bytea[]) with ordinality as k (key_channel, key_lookup, place)
    cross join lateral (
      select * from conversations
      where institution_id = $1 and channel = k.key_channel and lookup = k.key_lookup
      for no key update
    ) c`,
};

/** Locks the conversations found by these addresses' blind indexes: none, one, or several under different keys. */
export async function lockByIndex(
  tx: Queries,
  institutionId: number,
  wanted: readonly HashedKey[],
): Promise<Map<HashedKey, AgedRow[]>> {
  const keys = wanted
    .flatMap((one) => one.blindIndexes.map((blindIndex, age) => ({ one, blindIndex, age })))
    .sort((a, b) => Buffer.compare(a.blindIndex, b.blindIndex));
  const rows = await tx.query<ConversationRow & { readonly place: number }>(lockStatement, [
    institutionId,
    column(
      'text',
      keys.map(({ one }) => one.key.channel),
    ),
    column(
      'bytea',
      keys.map(({ blindIndex }) => blindIndex),
    ),
  ]);
  const found = new Map<HashedKey, AgedRow[]>();
  for (const row of rows) {
    const { one, age } = present(keys[row.place - 1], 'a row is found by one of the keys');
    const rest = found.get(one);
    if (rest) rest.push({ row, age });
    else found.set(one, [{ row, age }]);
  }
  return found;
}

/** Locks these conversations of one address. Merged ones are left out. */
export async function lockByIds(
  tx: Queries,
  institutionId: number,
  { ids, of }: { readonly ids: readonly string[]; readonly of: HashedKey },
): Promise<AgedRow[]> {
  const rows = await tx.query<ConversationRow & { readonly blindIndex: Uint8Array }>(
    `select ${columns}, lookup as "blindIndex" from conversations
      where institution_id = $1 and id = any($2::uuid[]) and merged_into is null order by id for no key update`,
    [institutionId, ids],
  );
  return rows.map((row) => ({ row, age: ageOf(of.blindIndexes, row.blindIndex) }));
}
