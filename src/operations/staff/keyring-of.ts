import { Fault } from '../../kernel/fault.ts';
import type { Keyring } from '../../kernel/keyring.ts';
import type { StaffContext } from '../request-context.ts';

/**
 * Gives the keyring to an operation that reads or makes codes and addresses.
 * @throws Fault `keys_missing` if no key is configured
 */
export function keyringOf({ keyring }: Pick<StaffContext, 'keyring'>): Keyring {
  if (keyring) return keyring;
  throw new Fault({
    code: 'keys_missing',
    message: 'Codes and addresses are encrypted, and no key is set here',
    retryable: false,
  });
}
