import { isIP } from 'node:net';

const loopback: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Returns the host of a validated URL for comparison, with its port if not the standard one. */
export function hostOfUrl(url: string): string {
  return keyOf(new URL(url));
}

/**
 * Returns the host that a request names, spelled as `hostOfUrl` spells it. It reads the Host
 * header, in any case, with or without a final dot or the standard port. It ignores
 * `X-Forwarded-Host`, since anyone can send it.
 * @returns `undefined` if it is not a valid host
 */
export function hostOfRequest(request: Request): string | undefined {
  const given = request.headers.get('host') ?? new URL(request.url).host;
  // A URL would read other characters as a user, a path or a query.
  if (!/^[\w.:[\]-]+$/.test(given)) return undefined;
  const url = URL.parse(`https://${given}`);
  return url ? keyOf(url) : undefined;
}

function keyOf({ hostname, port }: URL): string {
  return `${hostname.replace(/\.$/, '')}${port === '' ? '' : `:${port}`}`;
}

/**
 * Reads the public address of the service, as browsers spell it: lower case, no standard port, no
 * final slash. Passkeys, cookies and signatures depend on this exact text and would fail later.
 */
export function readPublicUrl(
  text: string,
): { readonly url: string } | { readonly problem: string } {
  const url = URL.parse(text.trim());
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:'))
    return { problem: 'must be an address such as https://bank.example' };
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
