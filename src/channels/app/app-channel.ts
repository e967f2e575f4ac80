import type { Database } from '../../database/database.ts';
import type { Keyring } from '../../kernel/keyring.ts';
import type { World } from '../../kernel/world.ts';
import type { Channel, SendOutcome, WireMessage } from '../../messages/channel.ts';
import type { HostedNews } from '../../messages/hosted/news.ts';
import { placeOf, placeOutbound } from '../../messages/hosted/place-outbound.ts';
import { isNeverSent } from '../transport/never-sent.ts';
import { traitsOf } from '../traits-of.ts';
import { appDescriptor } from './descriptor.ts';

export interface AppChannelOptions {
  readonly db: Database;
  readonly keyring: Keyring;
  readonly world: World;
  readonly news: Pick<HostedNews, 'changed'>;
  /** Called before a message of this member gets its place, so that no crash loses the push. It must not throw. */
  readonly placing?:
    | ((of: { readonly institutionId: number; readonly memberId: string }) => Promise<void>)
    | undefined;
}

/**
 * Sends to the members' apps. There is no carrier: a message is sent when it has its place in the conversation that its member's devices
 * read. Our own id identifies it, so the same message again keeps its place, and a lookup is always certain.
 */
export function createAppChannel(options: AppChannelOptions): Channel {
  return {
    name: 'app',
    // A place is visible with its commit.
    traits: { ...traitsOf(appDescriptor), listsWithinSeconds: 0 },
    send: async (message, until) => send(options, message, until),
    lookup: async ({ institutionId, id }) => {
      try {
        const found = await placeOf(options.db, { institutionId, id });
        return found ? { found: true, carrierId: id } : { found: false };
      } catch {
        return { found: 'unknown', away: true };
      }
    },
  };
}

async function send(
  { db, keyring, world, news, placing }: AppChannelOptions,
  { institutionId, id, address }: WireMessage,
  until: AbortSignal | undefined,
): Promise<SendOutcome> {
  // This process may no longer send it: another decides what becomes of it.
  if (until?.aborted) return { outcome: 'unknown', code: 'app_ended' };
  // A member's address here is their own id.
  await placing?.({ institutionId, memberId: address });
  try {
    const given = await placeOutbound(
      db,
      keyring,
      { institutionId, channel: 'app', id, address },
      world.clock.now(),
    );
    if (!given) return { outcome: 'refused', code: 'app_address_unknown', retryable: false };
    news.changed({ institutionId, conversationId: given.conversationId });
    return { outcome: 'accepted', carrierId: id };
  } catch (error) {
    return isNeverSent(error)
      ? { outcome: 'refused', code: 'app_not_reached', retryable: true, forAll: true }
      : { outcome: 'unknown', code: 'app_no_answer' };
  }
}
