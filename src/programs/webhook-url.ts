import { isIP } from 'node:net';

/** The longest address of a webhook. */
export const webhookUrlMax = 500;

/**
 * Tells whether events may be sent to this address: https to a named host, without a user name.
 * What the name leads to is checked when we connect (`post-webhook.ts`), since it can change.
 * @param options.demonstration also allows http, and this machine
 */
export function isAllowedWebhookUrl(
  given: string,
  { demonstration }: { readonly demonstration: boolean },
): boolean {
  if (given.length > webhookUrlMax || !URL.canParse(given)) return false;
  const { protocol, hostname, username, password, hash } = new URL(given);
  if (username !== '' || password !== '' || hash !== '') return false;
  if (demonstration) return protocol === 'https:' || protocol === 'http:';
  // A name, not an address: only names are looked up and checked when we connect.
  return protocol === 'https:' && isIP(hostname.replace(/^\[|\]$/g, '')) === 0;
}
