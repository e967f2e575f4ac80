import { BlockList, isIP } from 'node:net';

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8);
loopback.addAddress('::1', 'ipv6');

const own = new BlockList();
for (const [net, bits] of [
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const)
  own.addSubnet(net, bits);
own.addSubnet('fc00::', 7, 'ipv6');

/**
 * Checks the address of a carrier's API and removes a slash at its end. Requests carry secrets and members' messages, so it must be
 * https, except on this machine.
 * @param place `own_network`: also allows http to private addresses and names, for a gateway without TLS
 */
export function readCarrierUrl(
  text: string,
  place: 'anywhere' | 'own_network' = 'anywhere',
): { readonly url: string } | { readonly problem: string } {
  const url = URL.parse(text.trim());
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:'))
    return { problem: 'must start with https:// or http://' };
  if (url.username !== '' || url.password !== '')
    return { problem: 'must not contain a user or a password' };
  if (/[?#]/.test(text)) return { problem: 'has a query (?) or a fragment (#): leave them out' };
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  const isSafe = isOn(loopback, host) || host === 'localhost' || host.endsWith('.localhost');
  const isOwn = place === 'own_network' && (isOn(own, host) || isOwnName(host));
  if (url.protocol === 'http:' && !isSafe && !isOwn)
    return {
      problem:
        place === 'own_network'
          ? 'must use https outside this machine and its private network'
          : 'must use https, except on localhost',
    };
  return { url: url.href.replace(/\/+$/, '') };
}

function isOn(list: BlockList, host: string): boolean {
  const family = isIP(host);
  return family !== 0 && list.check(host, family === 6 ? 'ipv6' : 'ipv4');
}

/** A name without a dot, such as a container's, or in a zone reserved for private use. */
function isOwnName(host: string): boolean {
  return isIP(host) === 0 && (!host.includes('.') || host.endsWith('.internal'));
}
