import { sign } from 'node:crypto';
import type { PushKeys } from './push-keys.ts';

/** Push services refuse tokens that live longer than a day. */
const life = { hours: 12 };

/**
 * Makes the header that proves to a push service who sends (VAPID, RFC 8292).
 * @param given.endpoint the device's address at the push service
 * @param given.subject where the push service reaches us: an https URL
 */
export function authorizationOf(
  { publicKey, privateKey }: PushKeys,
  given: {
    readonly endpoint: string;
    readonly subject: string;
    readonly now: Temporal.Instant;
  },
): string {
  const claims = {
    aud: new URL(given.endpoint).origin,
    exp: Math.floor(given.now.add(life).epochMilliseconds / 1000),
    sub: given.subject,
  };
  const content = `${encoded({ typ: 'JWT', alg: 'ES256' })}.${encoded(claims)}`;
  const signature = sign('sha256', Buffer.from(content), {
    key: privateKey,
    dsaEncoding: 'ieee-p1363',
  });
  const token = `${content}.${signature.toString('base64url')}`;
  return `vapid t=${token}, k=${Buffer.from(publicKey).toString('base64url')}`;
}

function encoded(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
