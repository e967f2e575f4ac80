import { lookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { isPublicAddress } from './public-address.ts';

/**
 * Finds the addresses of a host that somebody else named, as Node's own `lookup`. It fails if one of
 * them is not of the public internet. The connection uses the address that was checked.
 */
export const publicLookup: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    const [first] = error ? [] : addresses;
    if (!first) callback(error ?? new Error('The host has no address'), []);
    else if (addresses.some(({ address }) => !isPublicAddress(address)))
      callback(new Error('The host’s address is not public'), []);
    else if (options.all === true) callback(null, addresses);
    else callback(null, first.address, first.family);
  });
};
