import { createCipheriv, createECDH, hkdfSync } from 'node:crypto';
import type { Random } from '../kernel/random.ts';

/** The keys that a browser gives with its subscription. */
export interface DeviceKeys {
  /** Its public key on P-256: the uncompressed point, 65 bytes. */
  readonly p256dh: Uint8Array;
  /** Its secret, 16 bytes. */
  readonly auth: Uint8Array;
}

/** The one record of a push is shorter than this. Push services take 4,096 bytes. */
const recordSize = 4_096;

/**
 * Encrypts a push for one device, so that the push service can't read it: `aes128gcm` (RFC 8188) with the keys of RFC 8291.
 * @param plain up to 3,993 bytes
 * @throws if the device's public key is no point on the curve
 */
export function encryptPush(plain: Uint8Array, device: DeviceKeys, random: Random): Uint8Array {
  return encryptWith(plain, device, { secret: random.bytes(32), salt: random.bytes(16) });
}

/** The same with a given private key and salt: each must be used only once. */
export function encryptWith(
  plain: Uint8Array,
  { p256dh, auth }: DeviceKeys,
  { secret, salt }: { readonly secret: Uint8Array; readonly salt: Uint8Array },
): Uint8Array {
  const ecdh = createECDH('prime256v1');
  ecdh.setPrivateKey(secret);
  const own = ecdh.getPublicKey();
  const shared = ecdh.computeSecret(p256dh);
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), p256dh, own]);
  const key = derive(shared, auth, info, 32);
  const contentKey = derive(key, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16);
  const nonce = derive(key, salt, Buffer.from('Content-Encoding: nonce\0'), 12);
  const cipher = createCipheriv('aes-128-gcm', contentKey, nonce);
  // The delimiter of a last record.
  const record = Buffer.concat([cipher.update(plain), cipher.update(Buffer.of(2)), cipher.final()]);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(recordSize);
  return Buffer.concat([salt, size, Buffer.of(own.length), own, record, cipher.getAuthTag()]);
}

function derive(key: Uint8Array, salt: Uint8Array, info: Uint8Array, length: number): Buffer {
  return Buffer.from(hkdfSync('sha256', key, salt, info, length));
}
