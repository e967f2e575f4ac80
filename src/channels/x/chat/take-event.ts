import type { Inbox } from '../../../messages/channel.ts';
import type { ChatAccount } from './accounts.ts';
import { learnKeys, nameOfKeys, readIn } from './conversation.ts';
import type { ChatEvent, ConversationKey, ReadResult, UserKeys } from './engine/chat-engine.ts';
import { keysInConversation } from './read-conversation.ts';
import {
  conversationKeys,
  saveConversationKey,
  versionPattern,
} from './store/conversation-keys.ts';
import { buryEvent, dropEvent, noteTaken, type StoredEvent, wasTaken } from './store/events.ts';
import {
  isPinned,
  lookupsOf,
  noteRefused,
  type Peer,
  peerOf,
  pinOthers,
  pinPeer,
} from './store/peers.ts';

/** What becomes of a stored event. `later`: X must be asked first. */
export type Taken = 'done' | 'later';

interface How {
  readonly inbox: Inbox;
  /** Whether X may be asked for keys. In a webhook's request there is no time for it. */
  readonly mayAsk: boolean;
}

/**
 * Takes one stored event: decrypts it, verifies it, and passes on what it says. What never verifies is kept for staff to count, and never
 * answered.
 * @throws Fault if X or the database can't be reached: the event waits
 */
export async function takeEvent(
  account: ChatAccount,
  stored: StoredEvent,
  how: How,
): Promise<Taken> {
  const { db, keyring, institutionId } = account;
  const { peerId } = stored;
  const lookups = lookupsOf(keyring, institutionId, peerId);
  const known = await peerOf(db, keyring, { institutionId, userId: peerId });
  const keys = await conversationKeys(db, keyring, { institutionId, lookups });
  const [lookup = new Uint8Array()] = known ? [known.lookup] : lookups;
  const place: Place = { account, stored, known, keys, lookup };
  if (known) {
    const read = await readStored(place, [{ userId: peerId, ...known.record }]);
    if ('event' in read) return finish(place, read.event, { how, signer: undefined });
  }
  if (!how.mayAsk) return 'later';
  return askAndTake(place, how);
}

interface Place {
  readonly account: ChatAccount;
  readonly stored: StoredEvent;
  readonly known: Peer | undefined;
  readonly keys: readonly ConversationKey[];
  readonly lookup: Uint8Array;
}

/** Reads with the keys at hand, and with those that came with the event. */
async function readStored(place: Place, peerKeys: readonly UserKeys[]): Promise<ReadResult> {
  const { account, stored, keys, lookup } = place;
  const { peerId } = stored;
  const learned = await learnKeys(
    account,
    { lookup, userId: peerId },
    { events: stored.keyEvents, peerKeys },
  );
  return readIn(account, peerId, {
    event: stored.encoded,
    conversationKeys: [...keys, ...learned],
    peerKeys,
  });
}

/** Asks X once for the sender's registered keys and for the conversation's keys. */
async function askAndTake(place: Place, how: How): Promise<Taken> {
  const { account, stored, known, lookup } = place;
  const { peerId } = stored;
  const registered = await account.api.publicKeysOf(peerId);
  const pinned = known ? [{ userId: peerId, ...known.record }] : [];
  const others = registered.filter(
    (one) => !known || !isPinned(known.record, one) || one.version !== known.record.version,
  );
  const peer = { lookup, userId: peerId };
  const events = await keysInConversation(account, peerId);
  for (const signer of [...pinned, ...others]) {
    const learned = await learnKeys(account, peer, { events, peerKeys: [signer] });
    const keys = [...place.keys, ...learned];
    const read = await readStored({ ...place, keys }, [signer]);
    if ('rejected' in read) continue;
    return finish(place, read.event, { how, signer });
  }
  account.metrics.count('chat_events_unverified');
  account.logger.warn(
    { institutionId: account.institutionId },
    'An X Chat event did not verify with the registered keys; it is not answered',
  );
  await buryEvent(account.db, account.institutionId, {
    digest: stored.digest,
    at: account.world.clock.now(),
  });
  return 'done';
}

/** @param found `signer`: the keys that X named now; absent: the pinned ones */
async function finish(
  place: Place,
  event: ChatEvent,
  { how, signer }: { readonly how: How; readonly signer: UserKeys | undefined },
): Promise<Taken> {
  const { account, stored } = place;
  const { db, institutionId, world } = account;
  if (event.kind === 'key_change') await learn(place, event.key);
  if (event.kind === 'message' && !(await wasTaken(db, institutionId, event.messageId))) {
    const isPeers = event.senderId === stored.peerId;
    // First the doubt about the sender, then what they say.
    if (isPeers && signer) await pin(place, signer, how.inbox);
    if (isPeers && place.known?.refusedAt)
      await noteRefused(db, { institutionId, lookup: place.lookup, at: undefined });
    await (isPeers ? passOn(account, event, how.inbox) : echo(account, stored, event, how.inbox));
    await noteTaken(db, institutionId, { messageId: event.messageId, at: world.clock.now() });
  }
  await dropEvent(db, institutionId, stored.digest);
  return 'done';
}

async function learn({ account, lookup }: Place, key: ConversationKey): Promise<void> {
  if (!versionPattern.test(key.version)) return;
  const { db, keyring, institutionId, world } = account;
  const at = world.clock.now();
  await saveConversationKey(db, keyring, { institutionId, lookup, key, at });
}

/** Pins the keys of somebody new. Other keys than the pinned ones are a doubt about who writes. */
async function pin(
  { account, known, lookup }: Place,
  record: UserKeys,
  inbox: Inbox,
): Promise<void> {
  const { institutionId, world, db } = account;
  if (!known) {
    await pinPeer(db, { institutionId, lookup, record, at: world.clock.now() });
    return;
  }
  if (!isPinned(known.record, record)) {
    await noteChangedKeys(account, { peer: known, record, inbox });
    return;
  }
  // The same keys under another number.
  if (known.record.version !== record.version)
    await pinOthers(db, { institutionId, peer: known, record, at: world.clock.now() });
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

type Message = Extract<ChatEvent, { kind: 'message' }>;

async function passOn(account: ChatAccount, event: Message, inbox: Inbox): Promise<void> {
  const { content } = event;
  account.metrics.count('chat_messages', { content: content.type });
  // A reaction, a forwarded text and the like: nothing that a member says to us.
  if (content.type === 'other') return;
  const sentAt = instantOf(event.sentAt);
  await inbox.receive([
    {
      institutionId: account.institutionId,
      channel: 'x',
      externalId: chatIdOf(event.messageId),
      address: event.senderId,
      text: content.type === 'text' ? content.text : '',
      isSigned: true,
      ...(content.type === 'edit' ? { edited: true } : {}),
      ...(sentAt ? { sentAt } : {}),
    },
  ]);
}

const prefix = 'chat:';

/** A message's id among those of the channel. It shows by which kind it came. */
export function chatIdOf(messageId: string): string {
  return `${prefix}${messageId}`;
}

/** Whether the key of an inbound message is one of X Chat. */
export function isChatKey(inboundKey: string): boolean {
  return inboundKey.startsWith(`x:${prefix}`);
}

/** What left from our account: our own, or written by staff with the same keys. */
async function echo(
  account: ChatAccount,
  { peerId }: StoredEvent,
  event: Message,
  inbox: Inbox,
): Promise<void> {
  const sentAt = instantOf(event.sentAt);
  await inbox.happened([
    {
      institutionId: account.institutionId,
      channel: 'x',
      externalId: `echo:${event.messageId}`,
      event: 'sent_echo',
      carrierId: event.messageId,
      address: peerId,
      text: event.content.type === 'text' ? event.content.text : '',
      ...(sentAt ? { sentAt } : {}),
    },
  ]);
}

/** X's word about the time, in a plausible range. */
function instantOf(milliseconds: number | undefined): Temporal.Instant | undefined {
  if (milliseconds === undefined || !/^\d{12,14}$/.test(String(milliseconds))) return undefined;
  return Temporal.Instant.fromEpochMilliseconds(milliseconds);
}
