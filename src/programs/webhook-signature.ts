import { createHmac } from 'node:crypto';

/**
 * Gives the headers by which a receiver checks a delivery. The signature is HMAC-SHA256 with the
 * webhook's secret over `timestamp.body`, so neither can be changed, and an old one is told by its
 * timestamp.
 * @param at when this attempt leaves
 */
export function signedHeaders(
  secret: string,
  delivery: { readonly id: string; readonly body: string; readonly at: Temporal.Instant },
): Readonly<Record<string, string>> {
  const timestamp = String(Math.floor(delivery.at.epochMilliseconds / 1000));
  const signature = createHmac('sha256', secret)
    .update(`${timestamp}.${delivery.body}`)
    .digest('hex');
  return {
    'content-type': 'application/json',
    'user-agent': 'tweet-my-money',
    'tmm-webhook-id': delivery.id,
    'tmm-webhook-timestamp': timestamp,
    'tmm-webhook-signature': `v1=${signature}`,
  };
}
