import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const checkout = fileURLToPath(new URL('../../', import.meta.url));

/**
 * Where the demonstration and the simulators keep their data, if nobody says where: in the checkout, or at home if this is an installed
 * package, which the next installation replaces.
 */
export function ownFolder(name: string): string {
  const isInstalled = checkout.split(/[\\/]/).includes('node_modules');
  return isInstalled ? join(homedir(), '.tweet-my-money', name) : join(checkout, '.data', name);
}
