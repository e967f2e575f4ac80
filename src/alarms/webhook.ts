import { createHmac } from 'node:crypto';
import { Fault } from '../kernel/fault.ts';

/** The header of an alarm's webhook: `t=` seconds since 1970, `v1=` HMAC-SHA256 in hex. */
const signatureHeader = 'tmm-signature';

/** Signs a webhook's body: HMAC-SHA256 over `timestamp.body`. */
export function signatureOf(secret: string, timestamp: number, body: string): string {
  const mac = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
  return `t=${timestamp},v1=${mac}`;
}

const patienceMilliseconds = 10_000;

/**
 * Posts an alarm, signed. It follows no redirect.
 * @param given `id`: the same for each try, so that a receiver takes it once
 * @throws Fault `webhook_refused` unless the answer is 2xx
 */
export async function postAlarm(given: {
  readonly fetch: typeof fetch;
  readonly url: string;
  readonly secret: string;
  readonly id: string;
  readonly content: object;
  readonly now: Temporal.Instant;
}): Promise<void> {
  const body = JSON.stringify(given.content);
  const timestamp = Math.floor(given.now.epochMilliseconds / 1000);
  const answer = await given.fetch(given.url, {
    method: 'POST',
    redirect: 'manual',
    headers: {
      'content-type': 'application/json',
      'tmm-delivery': given.id,
      [signatureHeader]: signatureOf(given.secret, timestamp, body),
    },
    body,
    signal: AbortSignal.timeout(patienceMilliseconds),
  });
  await answer.body?.cancel();
  if (!answer.ok)
    throw new Fault({
      code: 'webhook_refused',
      message: `The webhook answered ${answer.status}`,
      retryable: true,
    });
}
