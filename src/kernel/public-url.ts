import { isIP } from 'node:net';

const loopback: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/** How the host of a checked address is compared: with its port, where that is no standard one. */
export function hostOfUrl(url: string): string {
  return keyOf(new URL(url));
}

/**
 * The host that a request asks for, spelled as `hostOfUrl` spells it: by its Host header, where it has one, whatever its case, with or
 * without a final dot or the standard port. `X-Forwarded-Host` is not read: anybody may write it.
 * @returns `undefined` for what can be no host
 */
export function hostOfRequest(request: Request): string | undefined {
  const given = request.headers.get('host') ?? new URL(request.url).host;
  // Also what a URL would read as a user, a path or a query.
  if (!/^[\w.:[\]-]+$/.test(given)) return undefined;
  const url = URL.parse(`https://${given}`);
  return url ? keyOf(url) : undefined;
}

function keyOf({ hostname, port }: URL): string {
  return `${hostname.replace(/\.$/, '')}${port === '' ? '' : `:${port}`}`;
}

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
  if (url.hostname.endsWith('.')) return { problem: 'must not end with a dot' };
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
