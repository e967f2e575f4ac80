import type { Keyring } from '../kernel/keyring.ts';
import { addressKey } from '../members/bind-address.ts';
import type { ChannelName } from './channel.ts';

/** Identifies a conversation. */
export interface ConversationKey {
  readonly channel: ChannelName;
  /** The stable identity on the channel, in clear. It is encrypted here. */
  readonly address: string;
  readonly handle?: string;
}

export interface HashedKey {
  readonly key: ConversationKey;
  readonly plain: string;
  /** The blind indexes of the address under every known key, the newest key's first. */
  readonly blindIndexes: readonly Uint8Array[];
}

/** Computes each address's blind indexes once. The same address twice gives the same object. */
export function hashed(
  institutionId: number,
  keys: readonly ConversationKey[],
  keyring: Keyring,
): HashedKey[] {
  const known = new Map<string, HashedKey>();
  return keys.map((key) => {
    const plain = addressKey(institutionId, key.channel, key.address);
    const one = known.get(plain) ?? {
      key,
      plain,
      blindIndexes: keyring.blindIndexes('address', plain),
    };
    known.set(plain, one);
    return one;
  });
}

/** The place to which a conversation's encrypted recipient is bound. */
export function recipientPlace(institutionId: number, conversationId: string): string {
  return `conversations/${institutionId}/${conversationId}/recipient`;
}

/** The age of a blind index among an address's: 0 under the newest key, -1 under a key that is not known here. */
export function ageOf(blindIndexes: readonly Uint8Array[], blindIndex: Uint8Array): number {
  return blindIndexes.findIndex((one) => Buffer.compare(one, blindIndex) === 0);
}
