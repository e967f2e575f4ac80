import { Fault } from '../../kernel/fault.ts';
import type { Keyring } from '../../kernel/keyring.ts';
import type { StaffContext } from '../request-context.ts';

/**
 * Gives the keyring to an operation that opens or makes codes and addresses.
 * @throws Fault `keys_missing` where no key is set
 */
export function keyringOf({ keyring }: Pick<StaffContext, 'keyring'>): Keyring {
  if (keyring) return keyring;
  throw new Fault({
    code: 'keys_missing',
    message: 'Codes and addresses are encrypted, and no key is set here',
    retryable: false,
  });
}
