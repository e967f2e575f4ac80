import type { Keyring } from '../kernel/keyring.ts';
import { addressKey } from '../members/bind-address.ts';
import type { ChannelName } from './channel.ts';

/** Whose conversation is wanted. */
export interface ConversationKey {
  readonly channel: ChannelName;
  /** The stable identity on the channel, in clear: it is sealed here. */
  readonly address: string;
  readonly handle?: string;
}

export interface HashedKey {
  readonly key: ConversationKey;
  readonly plain: string;
  /** The blind indexes of the address under every known key, the newest key's first. */
  readonly lookups: readonly Uint8Array[];
}

/** Addresses with their blind indexes, made once; the same address twice gives the same object. */
export function hashed(
  institutionId: number,
  keys: readonly ConversationKey[],
  keyring: Keyring,
): HashedKey[] {
  const known = new Map<string, HashedKey>();
  return keys.map((key) => {
    const plain = addressKey(institutionId, key.channel, key.address);
    const one = known.get(plain) ?? { key, plain, lookups: keyring.blindIndexes('address', plain) };
    known.set(plain, one);
    return one;
  });
}

/** What a conversation's sealed recipient is bound to. */
export function recipientPlace(institutionId: number, conversationId: string): string {
  return `conversations/${institutionId}/${conversationId}/recipient`;
}

/** Which of an address's blind indexes this is: 0 for the newest key's, -1 for one of a key that is not known here. */
export function ageOf(lookups: readonly Uint8Array[], lookup: Uint8Array): number {
  return lookups.findIndex((one) => Buffer.compare(one, lookup) === 0);
}
