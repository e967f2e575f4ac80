import { charsets } from './wire.ts';

export function isKnownCharset(charset: string): boolean {
  return Object.hasOwn(charsets, charset.toUpperCase());
}

/**
 * The text of a body in the charset that Kannel names.
 * @returns `undefined` for a charset that is not known here, or a body that is none of it
 */
export function decodeText(body: Uint8Array, charset: string): string | undefined {
  const encoding = charsets[charset.toUpperCase()];
  if (encoding === undefined) return undefined;
  const isWide = encoding === 'utf-16be';
  if (isWide && body.length % 2 === 1) return undefined;
  try {
    // Half an emoji is what some phones send: it becomes the sign for what cannot be read, and the rest is a text.
    return new TextDecoder(encoding, { fatal: !isWide }).decode(body);
  } catch {
    return undefined;
  }
}
