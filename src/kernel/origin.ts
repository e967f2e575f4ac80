import { isLoopback } from './issuer.ts';

/**
 * Tells whether a text is exactly a site's origin: https, or this machine. It holds no letter that ends a source in a
 * `Content-Security-Policy`.
 */
export function isOrigin(text: string): boolean {
  if (!/^https?:\/\/[a-z0-9.-]+(?::\d{1,5})?$/.test(text) || !URL.canParse(text)) return false;
  const url = new URL(text);
  return url.origin === text && (url.protocol === 'https:' || isLoopback(url));
}
