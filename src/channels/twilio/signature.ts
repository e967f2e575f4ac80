import { createHmac, timingSafeEqual } from 'node:crypto';
import { signatureInput } from './wire.ts';

/** The signed data: the address that Twilio was given, and all fields of the form, in any order. */
export interface SignedForm {
  readonly url: string;
  readonly fields: Iterable<readonly [string, string]>;
}

/** The base64 HMAC-SHA-1 under an auth token, as Twilio signs its webhooks. */
export function sign(authToken: string, { url, fields }: SignedForm): string {
  return createHmac('sha1', authToken).update(signatureInput(url, fields), 'utf8').digest('base64');
}

/**
 * Whether a webhook is from Twilio. Checks its signature over the configured public address (never the Host header) and every
 * field, known or not, under any of the auth tokens (both during a rotation). Takes the same time for any wrong value.
 */
export function isSigned(
  form: SignedForm,
  signature: string | undefined,
  authTokens: readonly string[],
): boolean {
  const given = Buffer.from(signature ?? '');
  const fields = [...form.fields];
  let isGood = false;
  for (const token of authTokens)
    for (const url of spellings(form.url)) {
      const expected = Buffer.from(sign(token, { url, fields }));
      if (expected.length === given.length && timingSafeEqual(expected, given)) isGood = true;
    }
  return isGood;
}

const standardPorts: Readonly<Record<string, string>> = { 'https:': '443', 'http:': '80' };

/** Twilio signs an address with its port or without. */
function spellings(url: string): readonly string[] {
  const match = /^(https?:)(\/\/[^/?#]*?)(?::(\d+))?([/?#].*)?$/.exec(url);
  if (!match) return [url];
  const [, scheme = '', host = '', port, rest = ''] = match;
  return [
    `${scheme}${host}${rest}`,
    `${scheme}${host}:${port ?? standardPorts[scheme] ?? ''}${rest}`,
  ];
}
