import { createHmac, timingSafeEqual } from 'node:crypto';
import { signatureInput } from './wire.ts';

/** What is signed: the address as Twilio was told it, and all fields of the form, in any order. */
export interface SignedForm {
  readonly url: string;
  readonly fields: Iterable<readonly [string, string]>;
}

/** The base64 HMAC-SHA-1 under an auth token, as Twilio signs its webhooks. */
export function sign(authToken: string, { url, fields }: SignedForm): string {
  return createHmac('sha1', authToken).update(signatureInput(url, fields), 'utf8').digest('base64');
}

/**
 * Whether a webhook is Twilio's: its signature over the configured public address (never what the Host header says) and every
 * field, known to us or not, under any of the auth tokens (the new and the old one while they are rotated). Takes the same time
 * whatever is wrong.
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
