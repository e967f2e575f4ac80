import { isIPv6 } from 'node:net';

/**
 * Returns the network that counts as one visitor: an IPv4 address, or the first 64 bits of an IPv6
 * address. A visitor with one IPv6 address has all of its /64 (RFC 4291 section 2.5.4).
 * @param from an address as the connection reports it; other text is only lowercased
 */
export function networkOf(from: string): string {
  const plain = from.replace(/%.*$/, '').toLowerCase();
  if (!isIPv6(plain)) return plain;
  const mapped = /^(?:0*:)*:?ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(plain);
  if (mapped?.[1]) return mapped[1];
  // URL writes an address in its shortest form: two halves around `::`, or all eight groups.
  const short = new URL(`http://[${plain}]/`).hostname.slice(1, -1);
  const [head = '', tail] = short.split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = Array.from({ length: 8 - before.length - after.length }, () => '0');
  return `${[...before, ...zeros, ...after].slice(0, 4).join(':')}::/64`;
}
