import { BlockList, isIP } from 'node:net';

/** Networks that aren't the internet's: our own machine and network, links, and ranges for special use (RFC 6890). */
const special = new BlockList();
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  special.addSubnet(net, bits, 'ipv4');

/** The only part of IPv6 that is global today. */
const global = new BlockList();
global.addSubnet('2000::', 3, 'ipv6');

/** Ranges inside it that reach other networks, or that are for documentation. */
const tunnels = new BlockList();
for (const [net, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  tunnels.addSubnet(net, bits, 'ipv6');

/** Whether an IP address is of the public internet. Anything else, such as `::ffff:10.0.0.1`, is not. */
export function isPublicAddress(address: string): boolean {
  const version = isIP(address);
  if (version === 4) return !special.check(address, 'ipv4');
  if (version !== 6 || address.includes('%')) return false;
  return global.check(address, 'ipv6') && !tunnels.check(address, 'ipv6');
}
