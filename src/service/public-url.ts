import { isIP } from 'node:net';

const loopback: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * The address at which the world reaches the service, as browsers spell it: small letters, no standard port, no slash at its end.
 * Passkeys, cookies and signatures hang on it, and would fail far away.
 */
export function readPublicUrl(
  text: string,
): { readonly url: string } | { readonly problem: string } {
  const url = URL.parse(text.trim());
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:'))
    return { problem: 'is an address such as https://bank.example' };
  if (url.username !== '' || url.password !== '')
    return { problem: 'has a user or a password, which do not belong in it' };
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '' || /[?#]/.test(text))
    return { problem: 'ends after the host: no path, no query' };
  const isLoopback = loopback.has(url.hostname);
  if (!isLoopback && isIP(url.hostname.replace(/^\[(.*)\]$/, '$1')) !== 0)
    return { problem: 'is a number: passkeys need a name, such as https://bank.example' };
  if (!isLoopback && url.protocol === 'http:')
    return { problem: 'is http: only https is safe, except at localhost' };
  return { url: url.origin };
}
