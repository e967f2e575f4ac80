import { createHash } from 'node:crypto';
import type { ChatAccount } from './accounts.ts';
import type { ChatEvent, ConversationKey, ReadResult, UserKeys } from './engine/chat-engine.ts';
import { signedPartOf } from './engine/signed-part.ts';
import {
  conversationKeys,
  saveConversationKey,
  type StoredKey,
  versionPattern,
} from './store/conversation-keys.ts';
import { reviveEvents } from './store/events.ts';
import { lookupsOf, type Peer } from './store/peers.ts';
import { nameOfDigest } from './store/taken.ts';

/** X's name of a conversation of two, as events carry it and signatures cover it. */
export function conversationIdOf(one: string, other: string): string {
  const [small, large] = BigInt(one) < BigInt(other) ? [one, other] : [other, one];
  return `${small}:${large}`;
}

/** The other user of a conversation of two with us, in any of X's forms; `undefined` for a group or a conversation of others. */
export function peerIn(conversationId: string, us: string): string | undefined {
  const ids = conversationId.split(/[:-]/);
  if (ids.length === 1 && /^\d{1,19}$/.test(conversationId)) return conversationId;
  const [first = '', second = ''] = ids;
  if (ids.length !== 2 || !ids.every((id) => /^\d{1,19}$/.test(id))) return undefined;
  if (first === us) return second;
  return second === us ? first : undefined;
}

/**
 * Reads an event of the conversation with a peer. What it says counts only if its signature covers this conversation and one of its two
 * users.
 */
export async function readIn(
  account: Pick<ChatAccount, 'userId' | 'sessions' | 'ownKeys'>,
  peerId: string,
  given: {
    readonly event: string;
    readonly conversationKeys: readonly ConversationKey[];
    readonly peerKeys: readonly UserKeys[];
  },
): Promise<ReadHere> {
  const { event } = given;
  const part = signedPartOf(event);
  const all = [...given.peerKeys, ...account.ownKeys];
  // The engine checks the binding of each signer that it is given. Only the sender's own can verify.
  const signers = part ? all.filter(({ userId }) => userId === part.senderId) : all;
  // The engine may run in another thread: it gets nothing besides.
  const conversationKeys = given.conversationKeys.map(({ version, key }) => ({ version, key }));
  let first: Extract<ReadResult, { rejected: unknown }> | undefined;
  // A key may be encrypted for keys that we had before.
  for (const session of account.sessions) {
    const read = await session.read(event, { conversationKeys, signers });
    if ('rejected' in read) {
      first ??= read;
      continue;
    }
    if (!isOf(read, account.userId, peerId)) return { rejected: 'unverified' };
    const { version } = session;
    if (read.event.kind !== 'key_change' || read.event.senderId === peerId)
      return { ...read, ownVersion: version, digest: part?.digest };
    // Keys that we have retired may not make a key for those in use: somebody else may have them.
    const own = account.ownKeys.filter((keys) => keys.version === version);
    const again = await session.read(event, { conversationKeys, signers: own });
    return 'rejected' in again ? again : { ...again, ownVersion: version, digest: part?.digest };
  }
  return first ?? { rejected: 'unreadable' };
}

/** What was read. `ownVersion`: X's number of our keys that opened it. `digest`: see `SignedPart`. */
export type ReadHere =
  | (Extract<ReadResult, { event: unknown }> & {
      readonly ownVersion: string;
      readonly digest: Uint8Array | undefined;
    })
  | Extract<ReadResult, { rejected: unknown }>;

function isOf(read: Extract<ReadResult, { event: unknown }>, us: string, peerId: string): boolean {
  const { event } = read;
  if (event.kind !== 'message' && event.kind !== 'key_change') return true;
  return (
    event.conversationId === conversationIdOf(us, peerId) &&
    (event.senderId === peerId || event.senderId === us)
  );
}

/** A conversation's key, from a key change that verified. */
export interface FoundKey extends ConversationKey {
  /** Who made the change: the peer or we. */
  readonly senderId: string;
  /** X's number of our keys for which it was made. */
  readonly ownVersion: string;
  /** Of its key change; see `SignedPart`. */
  readonly digest: Uint8Array | undefined;
}

export function foundIn(
  event: Extract<ChatEvent, { kind: 'key_change' }>,
  { ownVersion, digest }: Pick<FoundKey, 'ownVersion' | 'digest'>,
): FoundKey {
  return { ...event.key, senderId: event.senderId, ownVersion, digest };
}

/**
 * Finds conversation keys in key changes, each alone. Only a verified one counts: otherwise X could choose the key that our answers
 * are encrypted with.
 * @param given `known`: keys that we have. Their changes are not read again
 */
export async function findKeys(
  account: Pick<ChatAccount, 'userId' | 'sessions' | 'ownKeys'>,
  peerId: string,
  given: {
    readonly events: readonly string[];
    readonly peerKeys: readonly UserKeys[];
    readonly known: readonly StoredKey[];
  },
): Promise<FoundKey[]> {
  const known = new Set(
    given.known.flatMap(({ digest }) => (digest ? [nameOfDigest(digest)] : [])),
  );
  const found: FoundKey[] = [];
  for (const event of given.events) {
    const part = signedPartOf(event);
    if (part && known.has(nameOfDigest(part.digest))) continue;
    const read = await readIn(account, peerId, {
      event,
      conversationKeys: [],
      peerKeys: given.peerKeys,
    });
    if ('rejected' in read || read.event.kind !== 'key_change') continue;
    found.push(foundIn(read.event, read));
  }
  return found;
}

/** Stores keys that were found. Only those that we or pinned keys have signed may come here. */
export async function saveKeys(
  account: Pick<ChatAccount, 'db' | 'keyring' | 'institutionId' | 'world'>,
  { lookup, userId }: Pick<Peer, 'lookup' | 'userId'>,
  keys: readonly FoundKey[],
): Promise<void> {
  const { db, keyring, institutionId, world } = account;
  if (keys.length === 0) return;
  const at = world.clock.now();
  let hasNew = false;
  for (const key of keys) {
    if (!versionPattern.test(key.version)) continue;
    const { ownVersion, digest } = key;
    const given = { institutionId, lookup, key, ownVersion, digest, at };
    if (await saveConversationKey(db, keyring, given)) hasNew = true;
  }
  // What waits for a key may be read with it.
  const lookups = lookupsOf(keyring, institutionId, userId);
  if (hasNew) await reviveEvents(db, institutionId, { lookups, at });
}

/** Finds and stores a conversation's keys. @param given `peerKeys`: the pinned ones, no others */
export async function learnKeys(
  account: ChatAccount,
  peer: Pick<Peer, 'lookup' | 'userId'>,
  given: { readonly events: readonly string[]; readonly peerKeys: readonly UserKeys[] },
): Promise<void> {
  const { db, keyring, institutionId } = account;
  const lookups = lookupsOf(keyring, institutionId, peer.userId);
  const known = await conversationKeys(db, keyring, { institutionId, lookups });
  await saveKeys(account, peer, await findKeys(account, peer.userId, { ...given, known }));
}

/** A short name of public keys, for ids of events. */
export function nameOfKeys({ publicKey, signingPublicKey }: UserKeys): string {
  const hash = createHash('sha256').update(`${publicKey} ${signingPublicKey}`);
  return hash.digest('base64url').slice(0, 22);
}
