import type { Clock } from '../../../kernel/clock.ts';
import { Fault } from '../../../kernel/fault.ts';
import type { SendOutcome, WireMessage } from '../../../messages/channel.ts';
import type { ChatAccount } from './accounts.ts';
import { conversationIdOf, learnKeys } from './conversation.ts';
import { digestOfChange } from './own-events.ts';
import type { ConversationKey, UserKeys } from './engine/chat-engine.ts';
import { keysInConversation } from './read-conversation.ts';
import {
  conversationKeys,
  saveConversationKey,
  type StoredKey,
} from './store/conversation-keys.ts';
import { conversationWith } from './store/conversation.ts';
import { lookupsOf, noteRefused, type Peer } from './store/peers.ts';

/**
 * Encrypts a message for X Chat, if it goes that way: the answer to a chat message, and what answers nothing if the member has X Chat.
 * @returns the bytes to store and send; `undefined`: it goes as a direct message
 */
export async function prepareChat(
  account: ChatAccount,
  message: WireMessage,
): Promise<Uint8Array | SendOutcome | undefined> {
  const { db, keyring, institutionId, world } = account;
  const { address: userId } = message;
  const { peer, keys } = await conversationWith(db, keyring, { institutionId, userId });
  // Without a chat there is no answer to one; after a refusal, X takes a direct message perhaps.
  if (!peer || peer.refusedAt) return undefined;
  try {
    const key = await keyFor(account, peer, keys);
    return await encrypt(account, { peer, key, text: message.text });
  } catch (error) {
    const outcome = notPrepared(error, world.clock);
    // X lets us begin no chat with this member, or staff have not mended it for a while.
    const isRefusal = error instanceof Fault && /^x_40[34]/.test(error.code);
    if (!isRefusal && !waitsTooLong(outcome, message, world.clock)) return outcome;
    await noteRefused(db, { institutionId, lookup: peer.lookup, at: world.clock.now() });
    return undefined;
  }
}

/** After so long, a message that staff must mend something for leaves as a direct message: others of this member wait behind it. */
const staffMinutes = 10;

/** Whether a message has waited for staff so long that it must leave in the other kind. */
export function waitsTooLong(
  outcome: SendOutcome,
  { queuedAt }: Pick<WireMessage, 'queuedAt'>,
  clock: Clock,
): boolean {
  if (outcome.outcome !== 'throttled' || outcome.staffMust === undefined || !queuedAt) return false;
  return clock.now().since(queuedAt).total('minutes') >= staffMinutes;
}

const againAfter = { minutes: 1 };

/**
 * Nothing was sent, so it waits until it can be prepared, or goes to the member's other channel. What only people can mend calls them.
 * Direct messages go on meanwhile.
 */
export function notPrepared(error: unknown, clock: Clock): SendOutcome {
  if (!(error instanceof Fault)) throw error;
  return {
    outcome: 'throttled',
    until: clock.now().add(againAfter),
    ...(error.retryable ? {} : { staffMust: error.message }),
  };
}

async function encrypt(
  account: ChatAccount,
  {
    peer,
    key,
    text,
  }: { readonly peer: Peer; readonly key: ConversationKey; readonly text: string },
): Promise<Uint8Array> {
  const conversationId = conversationIdOf(account.userId, peer.userId);
  const made = await account.current.encrypt({ conversationId, text, key });
  const body = {
    message_id: made.messageId,
    encoded_message_create_event: made.createEvent,
    encoded_message_event_signature: made.eventSignature,
    ...(peer.conversationToken === undefined ? {} : { conversation_token: peer.conversationToken }),
  };
  return Buffer.from(JSON.stringify(body));
}

/**
 * The newest key of the conversation that was made for the keys which both have now. Without one, X is asked; where nobody has made one,
 * we make it.
 */
async function keyFor(
  account: ChatAccount,
  peer: Peer,
  keys: readonly StoredKey[],
): Promise<ConversationKey> {
  const known = usableKey(account, peer, keys);
  if (known) return known;
  await learnFromX(account, peer);
  const { db, keyring, institutionId } = account;
  const lookups = lookupsOf(keyring, institutionId, peer.userId);
  const learned = await conversationKeys(db, keyring, { institutionId, lookups });
  return usableKey(account, peer, learned) ?? (await changeKey(account, peer));
}

function usableKey(
  account: ChatAccount,
  peer: Peer,
  keys: readonly StoredKey[],
): ConversationKey | undefined {
  const newest = keys.find((key) => isUsable(account, peer, key));
  // Somebody with keys that are retired has made a newer one since. X wants the newest, so ours must be newer.
  const isOvertaken = keys.some(
    (key) => newest && BigInt(key.version) > BigInt(newest.version) && isAfter(key, newest),
  );
  return newest && !isOvertaken ? { version: newest.version, key: newest.key } : undefined;
}

const isAfter = (one: StoredKey, other: StoredKey) =>
  Temporal.Instant.compare(one.learnedAt, other.learnedAt) > 0;

/** Whether a key was made for our keys in use, and since the peer's are pinned. A holder of older ones can read what older keys encrypt. */
function isUsable(
  { current, currentSince }: ChatAccount,
  { pinnedAt }: Peer,
  { ownVersion, learnedAt }: StoredKey,
): boolean {
  const isForOurs =
    ownVersion === undefined
      ? Temporal.Instant.compare(learnedAt, currentSince) >= 0
      : ownVersion === current.version;
  return isForOurs && Temporal.Instant.compare(learnedAt, pinnedAt) >= 0;
}

/** Learns the conversation's keys from X's record of it. */
export async function learnFromX(account: ChatAccount, peer: Peer): Promise<void> {
  const events = await keysInConversation(account, peer.userId);
  await learnKeys(account, peer, { events, peerKeys: [{ userId: peer.userId, ...peer.record }] });
}

/**
 * Makes a new key for the conversation and posts it. If the answer is lost, the next attempt finds it among the events.
 * @throws Fault with X's code
 */
export async function changeKey(account: ChatAccount, peer: Peer): Promise<ConversationKey> {
  const { db, keyring, institutionId, world, ownKeys, current } = account;
  const own = ownKeys.find(({ version }) => version === current.version);
  const all: UserKeys[] = [...(own ? [own] : []), { userId: peer.userId, ...peer.record }];
  const change = await current.prepareKeyChange(all);
  await account.api.postKeyChange(peer.userId, change);
  const at = world.clock.now();
  await saveConversationKey(db, keyring, {
    institutionId,
    lookup: peer.lookup,
    key: change.key,
    ownVersion: current.version,
    digest: digestOfChange(account.userId, change),
    at,
  });
  return change.key;
}
