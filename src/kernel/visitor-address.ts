/** What a connection says about the origin of a request. */
export interface Connection {
  readonly remote: string | undefined;
  /** The header `X-Forwarded-For`. */
  readonly forwardedFor: string | undefined;
}

/**
 * Finds the visitor's address: the remote address, or the one that the outermost of our own proxies
 * reports.
 * @param proxies how many proxies are in front of the service, each adding to `X-Forwarded-For`; 0
 *   ignores that header
 */
export function visitorAddress({ remote, forwardedFor }: Connection, proxies: number): string {
  const hops = (forwardedFor ?? '').split(',').map((hop) => hop.trim());
  const hop = proxies > 0 ? hops.at(-proxies) : undefined;
  return hop ? withoutPort(hop) : (remote ?? '');
}

/**
 * Removes the port that some proxies add: `203.0.113.5:50123` or `[2001:db8::1]:50123`. With it,
 * each attempt would look like another visitor.
 */
function withoutPort(hop: string): string {
  const [, v6, v4] = /^(?:\[([^\]]+)\](?::\d+)?|(\d+\.\d+\.\d+\.\d+):\d+)$/.exec(hop) ?? [];
  return v6 ?? v4 ?? hop;
}
