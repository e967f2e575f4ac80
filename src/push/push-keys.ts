import { createECDH, createPrivateKey, type KeyObject } from 'node:crypto';
import type { Queries } from '../database/database.ts';
import { present } from '../kernel/assert.ts';
import type { Keyring } from '../kernel/keyring.ts';
import type { World } from '../kernel/world.ts';

/** What this folder's functions need besides the database. */
export interface PushContext {
  readonly world: World;
  readonly keyring: Keyring;
}

/** An institution's key pair for push services (VAPID, RFC 8292), on P-256. */
export interface PushKeys {
  /** The uncompressed point: 65 bytes. Browsers bind a subscription to it. */
  readonly publicKey: Uint8Array;
  readonly privateKey: KeyObject;
}

/**
 * Gives the institution's key pair. The first call makes it; all processes then have the same. A new pair would end all subscriptions,
 * so nothing replaces it.
 */
export async function pushKeysOf(
  q: Queries,
  { world, keyring }: PushContext,
  institutionId: number,
): Promise<PushKeys> {
  const known = await readKeys(q, institutionId);
  if (known) return opened(known, keyring, institutionId);
  const pair = newPair(world);
  await q.query(
    `insert into push_keys (institution_id, public_key, sealed, made_at) values ($1, $2, $3, $4)
      on conflict (institution_id) do nothing`,
    [
      institutionId,
      pair.publicKey,
      keyring.encrypt('push', placeOf(institutionId), pair.secret.toString('base64url')),
      world.clock.now(),
    ],
  );
  // Another process may have been first.
  const made = present(await readKeys(q, institutionId), 'the key pair was inserted');
  return opened(made, keyring, institutionId);
}

interface KeysRow {
  readonly publicKey: Uint8Array;
  readonly encrypted: Uint8Array;
}

async function readKeys(q: Queries, institutionId: number): Promise<KeysRow | undefined> {
  const [row] = await q.query<KeysRow>(
    'select public_key as "publicKey", sealed as encrypted from push_keys where institution_id = $1',
    [institutionId],
  );
  return row;
}

function opened(
  { publicKey, encrypted }: KeysRow,
  keyring: Keyring,
  institutionId: number,
): PushKeys {
  const d = keyring.decrypt('push', placeOf(institutionId), encrypted);
  const point = Buffer.from(publicKey);
  return {
    publicKey,
    privateKey: createPrivateKey({
      format: 'jwk',
      key: {
        kty: 'EC',
        crv: 'P-256',
        x: point.subarray(1, 33).toString('base64url'),
        y: point.subarray(33).toString('base64url'),
        d,
      },
    }),
  };
}

const placeOf = (institutionId: number) => `push_keys/${institutionId}`;

/** Draws a key pair on P-256. */
function newPair({ random }: Pick<World, 'random'>): {
  readonly publicKey: Uint8Array;
  readonly secret: Buffer;
} {
  const ecdh = createECDH('prime256v1');
  const secret = Buffer.from(random.bytes(32));
  ecdh.setPrivateKey(secret);
  return { publicKey: ecdh.getPublicKey(), secret };
}
