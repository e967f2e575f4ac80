/** What a connection tells about where a request comes from. */
export interface Connection {
  readonly remote: string | undefined;
  /** The header `X-Forwarded-For`. */
  readonly forwardedFor: string | undefined;
}

/**
 * Finds the address of the visitor: the one that connects, or the one that the outermost of our own proxies speaks for.
 * @param proxies how many proxies stand before the service, each of which adds to `X-Forwarded-For`; 0: that header is not believed
 */
export function visitorAddress({ remote, forwardedFor }: Connection, proxies: number): string {
  const hops = (forwardedFor ?? '').split(',').map((hop) => hop.trim());
  const hop = proxies > 0 ? hops.at(-proxies) : undefined;
  return hop ? withoutPort(hop) : (remote ?? '');
}

/** Some proxies write the visitor's port too, `203.0.113.5:50123` or `[2001:db8::1]:50123`: counted with it, each try would be another's. */
function withoutPort(hop: string): string {
  const [, v6, v4] = /^(?:\[([^\]]+)\](?::\d+)?|(\d+\.\d+\.\d+\.\d+):\d+)$/.exec(hop) ?? [];
  return v6 ?? v4 ?? hop;
}
