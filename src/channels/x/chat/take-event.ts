import type { Inbox } from '../../../messages/channel.ts';
import type { ChatAccount } from './accounts.ts';
import {
  findKeys,
  foundIn,
  type FoundKey,
  type ReadHere,
  readIn,
  saveKeys,
} from './conversation.ts';
import type { ChatEvent, PublicRecord, UserKeys } from './engine/chat-engine.ts';
import { type SignedPart, signedPartOf } from './engine/signed-part.ts';
import { waitForKeys } from './missing-keys.ts';
import { pinKeys } from './pinning.ts';
import { keysInConversation } from './read-conversation.ts';
import { type KnownConversation, conversationWith } from './store/conversation.ts';
import type { StoredKey } from './store/conversation-keys.ts';
import { buryEvent, dropEvent, type StoredEvent } from './store/events.ts';
import { isPinned, noteRefused, type Peer } from './store/peers.ts';
import { nameOfDigest, noteAndDrop, wasTaken } from './store/taken.ts';

/** What becomes of a stored event. `later`: X must be asked first. */
export type Taken = 'done' | 'later';

interface How {
  readonly inbox: Inbox;
  /** Whether X may be asked for keys. In a webhook's request there is no time for it. */
  readonly mayAsk: boolean;
}

/**
 * Takes one stored event: decrypts it, verifies it, and passes on what it says. What doesn't verify is kept for staff to count, and never
 * answered. What can't be read yet is put off.
 * @param loaded what is known of the conversation, if it was just loaded with the message that the event names
 * @throws Fault if X or the database can't be reached: the event waits
 */
export async function takeEvent(
  account: ChatAccount,
  stored: StoredEvent,
  how: How,
  loaded?: () => KnownConversation,
): Promise<Taken> {
  const { db, keyring, institutionId } = account;
  const { peerId } = stored;
  const part = signedPartOf(stored.encoded);
  const {
    peer: known,
    isKnown,
    ...conversation
  } = loaded?.() ?? (await conversationWith(db, keyring, { institutionId, userId: peerId, part }));
  // Taken between being listed by X and stored here.
  if (isKnown || isChangeOf(conversation.keys, part)) {
    account.metrics.count('chat_messages', { content: 'repeated' });
    await dropEvent(db, institutionId, stored.digest);
    return 'done';
  }
  const place: Place = { account, stored, known, named: part?.messageId, ...conversation };
  if (known) {
    const { read, learned } = await readStored(place, { userId: peerId, ...known.record }, []);
    if ('event' in read) return finish(place, read, { how, learned });
  }
  if (!how.mayAsk) return 'later';
  return askAndTake(place, how);
}

/** Whether it is the key change that brought one of these keys. */
function isChangeOf(keys: readonly StoredKey[], part: SignedPart | undefined): boolean {
  const name = part && nameOfDigest(part.digest);
  return keys.some(({ digest }) => digest !== undefined && nameOfDigest(digest) === name);
}

interface Place extends Omit<KnownConversation, 'peer' | 'isKnown'> {
  readonly account: ChatAccount;
  readonly stored: StoredEvent;
  readonly known: Peer | undefined;
  /** The message id that the event names, unverified. `isTaken` is about it. */
  readonly named: string | undefined;
}

/**
 * Reads with the keys at hand, and with those that key changes bring.
 * @param signer the only keys of the peer by which something verifies
 * @returns the keys that it found besides, in memory only: whether they may be kept depends on the signer
 */
async function readStored(
  { account, stored, keys }: Place,
  signer: UserKeys,
  keyEvents: readonly string[],
): Promise<{ readonly read: ReadHere; readonly learned: readonly FoundKey[] }> {
  const { peerId } = stored;
  const learned = await findKeys(account, peerId, {
    events: [...keyEvents, ...stored.keyEvents],
    peerKeys: [signer],
    known: keys,
  });
  const read = await readIn(account, peerId, {
    event: stored.encoded,
    conversationKeys: [...keys, ...learned],
    peerKeys: [signer],
  });
  return { read, learned };
}

/** Asks X once for the sender's registered keys and for the conversation's keys. */
async function askAndTake(place: Place, how: How): Promise<Taken> {
  const { account, stored, known } = place;
  const { peerId } = stored;
  const registered = await account.api.publicKeysOf(peerId);
  const pinned = known ? [{ userId: peerId, ...known.record }] : [];
  const others = registered.filter(
    (one) => !known || !isPinned(known.record, one) || one.version !== known.record.version,
  );
  const events = await keysInConversation(account, peerId);
  let isUnverified = false;
  for (const signer of [...pinned, ...others]) {
    const { read, learned } = await readStored(place, signer, events);
    if ('rejected' in read) {
      isUnverified ||= read.rejected === 'unverified';
      continue;
    }
    return finish(place, read, { how, signer, learned });
  }
  // Without the sender's record nothing can verify yet.
  if (!isUnverified || registered.length === 0) {
    await waitForKeys(account, { ...place, registered, inbox: how.inbox });
    return 'done';
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

interface Verified {
  readonly how: How;
  /** The keys by which it verified. Absent: the pinned ones, without a question to X. */
  readonly signer?: UserKeys;
  readonly learned: readonly FoundKey[];
}

type ReadEvent = Extract<ReadHere, { event: unknown }>;

async function finish(place: Place, read: ReadEvent, verified: Verified): Promise<Taken> {
  const { account, stored } = place;
  const { event } = read;
  const { db, institutionId, world } = account;
  const { how } = verified;
  const isFresh = event.kind === 'message' && !(await isTaken(place, event));
  // First the doubt about the sender, then the keys, then what they say.
  await keepKeys(place, read, { ...verified, isFresh });
  if (event.kind === 'message' && isFresh) {
    const isPeers = event.senderId === stored.peerId;
    if (isPeers && place.known?.refusedAt)
      await noteRefused(db, { institutionId, lookup: place.lookup, at: undefined });
    await (isPeers ? passOn(account, event, how.inbox) : echo(account, stored, event, how.inbox));
  }
  if (event.kind === 'message')
    await noteAndDrop(db, institutionId, {
      messageId: event.messageId,
      digest: read.digest,
      at: world.clock.now(),
      event: stored.digest,
    });
  else await dropEvent(db, institutionId, stored.digest);
  return 'done';
}

async function isTaken(
  { account, named, ...place }: Place,
  { messageId }: Message,
): Promise<boolean> {
  if (messageId === named) return place.isTaken;
  return wasTaken(account.db, account.institutionId, messageId);
}

/**
 * Keeps the keys that our own key changes brought, and those of the peer if the peer's signing keys are pinned. Others would let whoever
 * serves the public keys read our answers, with nobody in doubt.
 */
async function keepKeys(
  { account, stored, known, keys, lookup }: Place,
  read: ReadEvent,
  { how, signer, learned, isFresh }: Verified & { readonly isFresh: boolean },
): Promise<void> {
  const { event } = read;
  const found = event.kind === 'key_change' ? [...learned, foundIn(event, read)] : learned;
  let mayKeepTheirs = !signer || (known !== undefined && isSame(known.record, signer));
  if (signer && !mayKeepTheirs) {
    const isTheirs = 'senderId' in event && event.senderId === stored.peerId;
    const counts =
      isFresh || (event.kind === 'key_change' && isNews(event, { known, signer, keys }));
    mayKeepTheirs =
      isTheirs &&
      counts &&
      (await pinKeys(account, { lookup, known, record: signer, inbox: how.inbox }));
  }
  const kept = mayKeepTheirs ? found : found.filter(({ senderId }) => senderId === account.userId);
  await saveKeys(account, { lookup, userId: stored.peerId }, kept);
}

function isSame(pinned: PublicRecord, signer: UserKeys): boolean {
  return isPinned(pinned, signer) && pinned.version === signer.version;
}

/**
 * Whether a key change alone shows that the member has other keys now. One that we know, or that was signed with keys older than the
 * pinned ones, is from before. Nobody new is pinned by one: they have said nothing yet.
 */
function isNews(
  { key }: Extract<ChatEvent, { kind: 'key_change' }>,
  { known, signer, keys }: Pick<Place, 'known' | 'keys'> & { readonly signer: UserKeys },
): boolean {
  if (!known || keys.some(({ version }) => version === key.version)) return false;
  return BigInt(signer.version) >= BigInt(known.record.version);
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
