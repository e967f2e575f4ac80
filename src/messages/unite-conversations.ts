import type { Queries } from '../database/database.ts';
import { assert } from '../kernel/assert.ts';
import { moveAddresses } from '../members/address-conversations.ts';
import { claimIndexes, type BeginContext } from './begin-conversations.ts';
import { ageOf, recipientPlace, type HashedKey } from './conversation-keys.ts';
import { lockByIds, type AgedRow, type ConversationRow } from './conversation-rows.ts';

/**
 * Ensures that each address has one conversation, under the current key or a newer one. Unless the master key was rotated, that is
 * already so; then it reads and writes nothing.
 * @param found by address, its conversations, locked
 */
export async function settleConversations(
  tx: Queries,
  context: BeginContext,
  found: ReadonlyMap<HashedKey, readonly AgedRow[]>,
): Promise<Map<HashedKey, ConversationRow>> {
  const settled = new Map<HashedKey, ConversationRow>();
  const several: HashedKey[] = [];
  const older: { readonly of: HashedKey; readonly id: string; readonly row: ConversationRow }[] =
    [];
  for (const [of, [one, ...rest]] of found) {
    if (!one) continue;
    const { row, age } = one;
    if (rest.length > 0) several.push(of);
    else if (age <= 0 || age <= currentKeyAge(context.keyring, of)) settled.set(of, row);
    else older.push({ of, id: row.id, row });
  }
  if (older.length > 0) {
    const owners = await claimIndexes(tx, context.institutionId, older);
    const isAlone = ({ of, id }: { readonly of: HashedKey; readonly id: string }) =>
      [...(owners.get(of) ?? [])].every((owner) => owner === id);
    await reencrypt(tx, context, older.filter(isAlone));
    for (const one of older) {
      if (isAlone(one)) settled.set(one.of, one.row);
      else several.push(one.of);
    }
  }
  for (const of of several)
    settled.set(of, await uniteConversations(tx, context, of, found.get(of) ?? []));
  return settled;
}

function currentKeyAge(keyring: BeginContext['keyring'], of: HashedKey): number {
  return ageOf(of.blindIndexes, keyring.blindIndex('address', of.plain));
}

/**
 * Merges all conversations of an address into one, under the current key. STOP holds if any of them has it. The row under the
 * newest key stays. The others keep their messages, but no address finds them anymore.
 * @param rows at least one, locked
 */
export async function uniteConversations(
  tx: Queries,
  context: BeginContext,
  of: HashedKey,
  rows: readonly AgedRow[],
): Promise<ConversationRow> {
  const { institutionId, keyring } = context;
  const known = new Set(rows.map(({ row }) => row.id));
  const [any] = rows;
  assert(any, 'there is at least one row');
  const claimed = await claimIndexes(tx, institutionId, [{ of, id: any.row.id }]);
  const owners = [...(claimed.get(of) ?? [])];
  const unknown = owners.filter((id) => !known.has(id));
  const others = unknown.length > 0 ? await lockByIds(tx, institutionId, { ids: unknown, of }) : [];
  const [newest, ...rest] = [...rows, ...others].toSorted((a, b) => a.age - b.age);
  assert(newest, 'there is at least one row');
  const row = rest.reduce((kept, { row: merged }) => together(kept, merged), newest.row);
  const gone = [...new Set([...owners, ...rest.map((one) => one.row.id)])].filter(
    (id) => id !== row.id,
  );
  if (gone.length > 0) await giveTo(tx, institutionId, { id: row.id, gone });
  if (rest.length > 0) await keepWord(tx, institutionId, row);
  const isOlder = newest.age > currentKeyAge(keyring, of);
  if (isOlder) await reencrypt(tx, context, [{ of, id: row.id }]);
  return row;
}

/** Combines the states of two conversations of one address. */
function together(kept: ConversationRow, merged: ConversationRow): ConversationRow {
  return {
    ...kept,
    handle: kept.handle ?? merged.handle,
    pending: kept.pending ?? merged.pending,
    confirmationFailures: Math.max(kept.confirmationFailures, merged.confirmationFailures),
    optedOutAt: latest(kept.optedOutAt, merged.optedOutAt),
    strangerAnsweredAt: latest(kept.strangerAnsweredAt, merged.strangerAnsweredAt),
    publicWarnedAt: latest(kept.publicWarnedAt, merged.publicWarnedAt),
  };
}

function latest(
  one: Temporal.Instant | null,
  other: Temporal.Instant | null,
): Temporal.Instant | null {
  if (!one || !other) return one ?? other;
  return Temporal.Instant.compare(one, other) >= 0 ? one : other;
}

/** Points everything that led to the merged conversations to this one: blind indexes, bound addresses, and earlier merges. */
async function giveTo(
  tx: Queries,
  institutionId: number,
  { id, gone }: { readonly id: string; readonly gone: readonly string[] },
): Promise<void> {
  await tx.query(
    `update conversation_indexes set conversation_id = $2
      where institution_id = $1 and conversation_id = any($3::uuid[])`,
    [institutionId, id, gone],
  );
  await tx.query(
    `update conversations set merged_into = $2, lookup = null, pending = null
      where institution_id = $1 and (id = any($3::uuid[]) or merged_into = any($3::uuid[]))`,
    [institutionId, id, gone],
  );
  await moveAddresses(tx, institutionId, { to: id, from: gone });
}

async function keepWord(tx: Queries, institutionId: number, row: ConversationRow): Promise<void> {
  await tx.query(
    `update conversations set handle = $3, pending = $4::jsonb, confirmation_failures = $5, opted_out_at = $6,
        stranger_answered_at = $7, public_warned_at = $8
      where institution_id = $1 and id = $2`,
    [
      institutionId,
      row.id,
      row.handle,
      row.pending === null ? null : JSON.stringify(row.pending),
      row.confirmationFailures,
      row.optedOutAt,
      row.strangerAnsweredAt,
      row.publicWarnedAt,
    ],
  );
}

/** The recipient is encrypted under the same key as the blind index, which shows rows that still use an older key. */
async function reencrypt(
  tx: Queries,
  { institutionId, keyring }: BeginContext,
  wanted: readonly { readonly of: HashedKey; readonly id: string }[],
): Promise<void> {
  if (wanted.length === 0) return;
  await tx.query(
    `update conversations c set lookup = n.lookup, recipient = n.recipient
      from unnest($2::uuid[], $3::bytea[], $4::bytea[]) as n (id, lookup, recipient)
      where c.institution_id = $1 and c.id = n.id`,
    [
      institutionId,
      wanted.map(({ id }) => id),
      wanted.map(({ of }) => keyring.blindIndex('address', of.plain)),
      wanted.map(({ of, id }) =>
        keyring.encrypt('address', recipientPlace(institutionId, id), of.key.address),
      ),
    ],
  );
}
