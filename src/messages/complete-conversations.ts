import type { Database, Queries } from '../database/database.ts';
import { isUndecryptable, type Keyring } from '../kernel/keyring.ts';
import type { World } from '../kernel/world.ts';
import { addressesWithoutConversation, linkAddresses } from '../members/address-conversations.ts';
import { openAddresses } from '../members/bind-address.ts';
import { present } from '../kernel/assert.ts';
import type { ChannelName } from './channel.ts';
import { hashed, recipientPlace, type ConversationKey } from './conversation-keys.ts';
import { conversationsFor, lockConversations } from './conversations.ts';

/** What completing conversations needs. */
interface CompleteContext {
  readonly institutionId: number;
  readonly keyring: Keyring;
  readonly world: World;
}

/** Rows in one transaction: few, so that members don't wait. */
const atOnce = 500;

/**
 * Completes what a migration could not do without keys: gives each address its conversation, and each conversation one row under
 * the current key. Runs before anything is sent, because a second row may hold a STOP. With nothing to do it costs one statement,
 * plus a look at each conversation if more than one key is known. Leaves values that it can't decrypt as they are.
 */
export async function completeConversations(db: Database, context: CompleteContext): Promise<void> {
  await inPortions(db, async (tx, after) => linkSome(tx, context, after));
  const isAlone = context.keyring.blindIndexes('address', '').length === 1;
  if (!isAlone) await inPortions(db, async (tx, after) => uniteSome(tx, context, after));
}

/** @param work processes a portion after an id and returns the last id of it; `undefined` after the last portion */
async function inPortions(
  db: Database,
  work: (tx: Queries, after: string | undefined) => Promise<string | undefined>,
): Promise<void> {
  let after: string | undefined;
  do {
    const behind = after;
    after = await db.transaction(async (tx) => work(tx, behind));
  } while (after !== undefined);
}

async function linkSome(
  tx: Queries,
  context: CompleteContext,
  after: string | undefined,
): Promise<string | undefined> {
  const { institutionId } = context;
  const ids = await addressesWithoutConversation(tx, institutionId, { after, most: atOnce });
  if (ids.length > 0) await conversationsOfAddresses(tx, context, ids);
  return ids.length < atOnce ? undefined : ids.at(-1);
}

/**
 * Returns the conversation of each address, and stores it with the address. Begins a conversation if there is none. Leaves out
 * values that it can't decrypt.
 */
export async function conversationsOfAddresses(
  tx: Queries,
  context: CompleteContext,
  addressIds: readonly string[],
): Promise<Map<string, string>> {
  const opened = await openAddresses(tx, context, addressIds);
  if (opened.length === 0) return new Map();
  const conversations = await conversationsFor(tx, { ...context, keys: opened });
  const links = opened.map(({ id }, index) => ({
    addressId: id,
    conversationId: present(conversations[index], 'each key has its conversation').id,
  }));
  await linkAddresses(tx, context.institutionId, links);
  return new Map(links.map(({ addressId, conversationId }) => [addressId, conversationId]));
}

async function uniteSome(
  tx: Queries,
  { institutionId, keyring, world }: CompleteContext,
  after: string | undefined,
): Promise<string | undefined> {
  // The first byte of an encrypted value or a signature is the key's id.
  const rows = await tx.query<{ id: string; channel: ChannelName; recipient: Uint8Array }>(
    `select id, channel, recipient from conversations
      where institution_id = $1 and merged_into is null and get_byte(recipient, 0) <> $2
        and ($3::uuid is null or id > $3)
      order by id limit $4`,
    [institutionId, keyring.sign('address', '')[0] ?? 0, after ?? null, atOnce],
  );
  const keys = rows.flatMap(({ id, channel, recipient }): ConversationKey[] => {
    try {
      const place = recipientPlace(institutionId, id);
      return [{ channel, address: keyring.decrypt('address', place, recipient) }];
    } catch (error) {
      if (isUndecryptable(error)) return [];
      throw error;
    }
  });
  if (keys.length > 0) {
    const wanted = hashed(institutionId, keys, keyring);
    await lockConversations(tx, { institutionId, keyring, world, keys: wanted });
  }
  return rows.length < atOnce ? undefined : rows.at(-1)?.id;
}
