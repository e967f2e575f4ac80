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
    return { problem: 'must not contain a user or a password' };
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '' || /[?#]/.test(text))
    return { problem: 'must end after the host: no path, no query' };
  const isLoopback = loopback.has(url.hostname);
  if (!isLoopback && isIP(url.hostname.replace(/^\[(.*)\]$/, '$1')) !== 0)
    return {
      problem:
        'must have a host name, not a number: passkeys need one, such as https://bank.example',
    };
  if (!isLoopback && url.protocol === 'http:')
    return { problem: 'must use https, except on localhost' };
  return { url: url.origin };
}
