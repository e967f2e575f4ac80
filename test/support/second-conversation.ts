import type { Database } from '../../src/database/database.ts';
import type { Keyring } from '../../src/kernel/keyring.ts';
import type { World } from '../../src/kernel/world.ts';
import { addressKey } from '../../src/members/bind-address.ts';
import { recipientPlace } from '../../src/messages/conversation-keys.ts';

/**
 * Starts another conversation of an address on X, as old versions did with one key per
 * conversation.
 * @returns its id
 */
export async function secondConversation(
  db: Database,
  { institutionId, keyring, world }: { institutionId: number; keyring: Keyring; world: World },
  of: { readonly address: string; readonly optedOutAt?: Temporal.Instant },
): Promise<string> {
  const id = world.ids.next();
  await db.query(
    `insert into conversations (institution_id, id, channel, lookup, recipient, opted_out_at)
      values ($1, $2, 'x', $3, $4, $5)`,
    [
      institutionId,
      id,
      keyring.blindIndex('address', addressKey(institutionId, 'x', of.address)),
      keyring.encrypt('address', recipientPlace(institutionId, id), of.address),
      of.optedOutAt ?? null,
    ],
  );
  return id;
}
