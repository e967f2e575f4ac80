import type { Inbox } from '../../../messages/channel.ts';
import type { ChatAccount } from './accounts.ts';
import { nameOfKeys } from './conversation.ts';
import type { UserKeys } from './engine/chat-engine.ts';
import { isPinned, type Peer, peerOf, pinOthers, pinPeer } from './store/peers.ts';

type Account = Pick<ChatAccount, 'db' | 'institutionId' | 'world' | 'keyring'>;

/**
 * Pins the keys of somebody new. Other keys than the pinned ones are a doubt about who writes, which is committed first.
 * @param known the peer as it was read; absent: nobody was pinned then
 * @returns whether these keys are pinned now: another process may have pinned others meanwhile
 */
export async function pinKeys(
  account: Account,
  given: {
    readonly lookup: Uint8Array;
    readonly known: Peer | undefined;
    readonly record: UserKeys;
    readonly inbox: Inbox;
  },
): Promise<boolean> {
  const { db, keyring, institutionId, world } = account;
  const { lookup, record, inbox } = given;
  const { userId } = record;
  const at = world.clock.now();
  if (!given.known) await pinPeer(db, { institutionId, lookup, record, at });
  const peer = given.known ?? (await peerOf(db, keyring, { institutionId, userId }));
  if (!peer) return false;
  if (!isPinned(peer.record, record)) await noteChangedKeys(account, { peer, record, inbox });
  // The same keys under another number.
  else if (peer.record.version !== record.version)
    await pinOthers(db, { institutionId, peer, record, at });
  else return true;
  const after = await peerOf(db, keyring, { institutionId, userId });
  return after !== undefined && isPinned(after.record, record);
}

/** Tells that a member's keys have changed, and pins the new ones once that is committed. */
export async function noteChangedKeys(
  account: Pick<ChatAccount, 'db' | 'institutionId' | 'world'>,
  given: { readonly peer: Peer; readonly record: UserKeys; readonly inbox: Inbox },
): Promise<void> {
  const { peer, record, inbox } = given;
  const { institutionId, world, db } = account;
  await inbox.happened([
    {
      institutionId,
      channel: 'x',
      externalId: `keys:${Buffer.from(peer.lookup).toString('base64url').slice(0, 22)}:${peer.changes + 1}:${nameOfKeys(record)}`,
      event: 'address_changed_keys',
      address: peer.userId,
    },
  ]);
  await pinOthers(db, { institutionId, peer, record, at: world.clock.now() });
}
