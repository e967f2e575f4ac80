import { charsets } from './wire.ts';

export function isKnownCharset(charset: string): boolean {
  return Object.hasOwn(charsets, charset.toUpperCase());
}

/**
 * Decodes a body in the charset that Kannel names.
 * @returns `undefined` for an unknown charset, or a body that is not valid in it
 */
export function decodeText(body: Uint8Array, charset: string): string | undefined {
  const encoding = charsets[charset.toUpperCase()];
  if (encoding === undefined) return undefined;
  const isWide = encoding === 'utf-16be';
  if (isWide && body.length % 2 === 1) return undefined;
  try {
    // Some phones send half an emoji. It becomes the replacement character, and the rest is still a text.
    return new TextDecoder(encoding, { fatal: !isWide }).decode(body);
  } catch {
    return undefined;
  }
}
