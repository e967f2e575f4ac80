import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
} from 'node:crypto';
import { assert } from './assert.ts';
import { Fault } from './fault.ts';
import type { Random } from './random.ts';

/**
 * Encrypts, signs and indexes secrets. A master key (32 bytes, from the environment) yields one key
 * for each purpose and use. An encrypted value carries its key's id, so old values stay readable
 * after a rotation.
 *
 * Layout of an encrypted value: key id (1 byte) · nonce (12) · tag (16) · ciphertext. AES-256-GCM.
 * The associated data name institution, row and column, so a value copied to another row can't be
 * decrypted.
 */
export interface Keyring {
  encrypt(purpose: Purpose, place: string, plain: string): Uint8Array;
  /**
   * @throws Fault `unknown_key` if this keyring lacks the key, `undecryptable` if the value was not
   *   encrypted for this place
   */
  decrypt(purpose: Purpose, place: string, encrypted: Uint8Array): string;
  /** Returns a keyed hash by which to find a value, under the active key. */
  blindIndex(purpose: Purpose, value: string): Uint8Array;
  /**
   * Returns the blind index under every key, newest first, to find values that were written under
   * another key. The order doesn't depend on the active key, so all processes prefer the same value
   * during a rotation.
   */
  blindIndexes(purpose: Purpose, value: string): Uint8Array[];
  /** HMAC-SHA-256 under the active key, with the key's id in the first byte. */
  sign(purpose: Purpose, content: Uint8Array | string): Uint8Array;
  /** Checks a signature for this content. `undefined`: its key is unknown here. */
  verify(
    purpose: Purpose,
    content: Uint8Array | string,
    signature: Uint8Array,
  ): boolean | undefined;
}

export type Purpose = (typeof purposes)[number];

export interface MasterKey {
  /** 1 to 255; the highest is the newest. */
  readonly id: number;
  /** 32 bytes. */
  readonly key: Uint8Array;
}

/**
 * @param keys at least one, with distinct ids
 * @param activeKey the id of the key that encrypts and signs. Every process must know a new key
 *   before any process uses it. Absent: the newest
 */
export function createKeyring(
  keys: readonly MasterKey[],
  random: Random,
  activeKey?: number,
): Keyring {
  assert(keys.length > 0, 'there is at least one master key');
  const newestFirst = [...keys].sort((a, b) => b.id - a.id);
  const keyFor = deriveKeys(newestFirst);
  const active = activeKey ?? newestFirst[0]?.id ?? 0;
  assert(
    newestFirst.some(({ id }) => id === active),
    'the active key is one of the master keys',
  );

  const mac = (
    id: number,
    purpose: Purpose,
    use: Exclude<Use, 'encrypt'>,
    value: Uint8Array | string,
  ) => {
    const key = keyFor(id, purpose, use);
    assert(key, 'each known id has a derived key');
    return createHmac('sha256', key).update(value).digest();
  };

  return {
    encrypt: (purpose, place, plain) => {
      const key = keyFor(active, purpose, 'encrypt');
      assert(key, 'the active id has a derived key');
      const nonce = random.bytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      cipher.setAAD(Buffer.from(place));
      const text = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
      return Buffer.concat([Buffer.from([active]), nonce, cipher.getAuthTag(), text]);
    },
    decrypt: (purpose, place, encrypted) => {
      const key = keyFor(encrypted[0] ?? 0, purpose, 'encrypt');
      if (encrypted.length < 29) throw undecryptable(purpose, undefined);
      if (!key) throw underUnknownKey(purpose);
      try {
        const decipher = createDecipheriv('aes-256-gcm', key, encrypted.subarray(1, 13));
        decipher.setAAD(Buffer.from(place));
        decipher.setAuthTag(encrypted.subarray(13, 29));
        const plain = Buffer.concat([decipher.update(encrypted.subarray(29)), decipher.final()]);
        return plain.toString('utf8');
      } catch (cause) {
        throw undecryptable(purpose, cause);
      }
    },
    blindIndex: (purpose, value) => mac(active, purpose, 'blindIndex', value),
    blindIndexes: (purpose, value) =>
      newestFirst.map(({ id }) => mac(id, purpose, 'blindIndex', value)),
    sign: (purpose, content) =>
      Buffer.concat([Buffer.from([active]), mac(active, purpose, 'sign', content)]),
    verify: (purpose, content, signature) => {
      const id = signature[0] ?? 0;
      if (!keyFor(id, purpose, 'sign')) return undefined;
      return Buffer.from(signature.subarray(1)).equals(mac(id, purpose, 'sign', content));
    },
  };
}

/** Key derivation uses these names: a renamed purpose makes every stored value unreadable. */
const purposes = ['address', 'code', 'token', 'record', 'chat', 'push'] as const;
const uses = { encrypt: 'seal', blindIndex: 'lookup', sign: 'sign' } as const;

type Use = keyof typeof uses;

/** Derives one key for each master key, purpose and use, by HKDF. */
function deriveKeys(
  keys: readonly MasterKey[],
): (id: number, purpose: Purpose, use: Use) => KeyObject | undefined {
  const derived = new Map<string, KeyObject>();
  for (const { id, key } of keys) {
    assert(
      id >= 1 && id <= 255 && key.length === 32,
      'a master key has an id of 1 to 255 and 32 bytes',
    );
    for (const purpose of purposes) {
      for (const [use, name] of Object.entries(uses)) {
        const bytes = hkdfSync('sha256', key, '', `tweet-my-money/${purpose}/${name}`, 32);
        derived.set(`${id}/${purpose}/${use}`, createSecretKey(Buffer.from(bytes)));
      }
    }
  }
  return (id, purpose, use) => derived.get(`${id}/${purpose}/${use}`);
}

/**
 * Whether an error means that a value can't be decrypted: its key is missing, or it was moved or
 * changed.
 */
export function isUndecryptable(error: unknown): boolean {
  return isUnderUnknownKey(error) || (error instanceof Fault && error.code === 'undecryptable');
}

/** Whether an error means that this keyring lacks the key of a value. A process that has the key can decrypt it. */
export function isUnderUnknownKey(error: unknown): boolean {
  return error instanceof Fault && error.code === 'unknown_key';
}

function undecryptable(purpose: Purpose, cause: unknown): Fault {
  return new Fault({
    code: 'undecryptable',
    message: `An encrypted ${purpose} can’t be decrypted: it was moved or changed`,
    retryable: false,
    cause,
  });
}

function underUnknownKey(purpose: Purpose): Fault {
  return new Fault({
    code: 'unknown_key',
    message: `An encrypted ${purpose} can’t be decrypted: TMM_MASTER_KEYS lacks its key here`,
    retryable: false,
  });
}
