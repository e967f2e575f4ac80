import type { Queries } from '../database/database.ts';
import { present } from '../kernel/assert.ts';
import type { Keyring } from '../kernel/keyring.ts';
import type { World } from '../kernel/world.ts';
import { insertAddresses, type NewAddress } from '../members/bind-address.ts';
import { hashed } from './conversation-keys.ts';
import { lockConversations } from './conversations.ts';

/**
 * Binds proven addresses to members, in one set-based pass. Gives each address its conversation, and begins one if there is none.
 * @returns their ids in the order given
 * @throws Fault `address_taken` if one already serves a membership: one address, one membership
 */
export async function bindAddresses(
  tx: Queries,
  { keyring, world }: { readonly keyring: Keyring; readonly world: World },
  institutionId: number,
  wanted: readonly NewAddress[],
): Promise<string[]> {
  if (wanted.length === 0) return [];
  const keys = hashed(
    institutionId,
    wanted.map(({ channel, address, handle }) => ({
      channel,
      address,
      ...(handle === undefined ? {} : { handle }),
    })),
    keyring,
  );
  const conversations = await lockConversations(tx, { institutionId, keys, keyring, world });
  return insertAddresses(
    tx,
    { keyring, world },
    institutionId,
    wanted.map((one, index) => ({
      ...one,
      conversationId: present(conversations[index], 'each address has its conversation').id,
    })),
  );
}
