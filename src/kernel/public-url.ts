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
    return { problem: 'has a user or a password, which do not belong in it' };
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '' || /[?#]/.test(text))
    return { problem: 'ends after the host: no path, no query' };
  if (url.hostname.endsWith('.')) return { problem: 'ends with a dot: leave it out' };
  const isLoopback = loopback.has(url.hostname);
  if (!isLoopback && isIP(url.hostname.replace(/^\[(.*)\]$/, '$1')) !== 0)
    return { problem: 'is a number: passkeys need a name, such as https://bank.example' };
  if (!isLoopback && url.protocol === 'http:')
    return { problem: 'is http: only https is safe, except at localhost' };
  return { url: url.origin };
}
