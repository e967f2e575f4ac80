import type { Queries } from '../database/database.ts';
import { Fault } from '../kernel/fault.ts';
import { createKeyring, type Keyring } from '../kernel/keyring.ts';
import { systemRandom } from '../kernel/random.ts';
import { demonstrationKey, keyRingOf, readConfig } from '../service/config.ts';
import { loadInstitution, type Institution } from '../members/institution.ts';
import { signingRefusal } from '../audit/newest-signed.ts';
import { UsageError } from './usage-error.ts';

/** Makes the keyring from the environment's master keys. The demonstration has its own. */
export function keyringFor(institution: Pick<Institution, 'demonstration'>): Keyring {
  const keyring = keyringIfAny();
  if (keyring) return keyring;
  if (institution.demonstration) return createKeyring([demonstrationKey], systemRandom);
  throw new UsageError('codes and addresses are encrypted: set TMM_MASTER_KEYS as for `tmm serve`');
}

/** The same where keys help but are not required. `undefined` without any. */
export function keyringIfAny(): Keyring | undefined {
  const { TMM_MASTER_KEYS, TMM_ACTIVE_KEY, TMM_SEALING_KEY } = process.env;
  if (!TMM_MASTER_KEYS) return undefined;
  const { masterKeys, activeKey } = keyRingOf(
    readConfig({ TMM_MASTER_KEYS, TMM_ACTIVE_KEY, TMM_SEALING_KEY }),
  );
  return createKeyring(masterKeys, systemRandom, activeKey);
}

/**
 * The keyring under which an institution's changes are recorded; `undefined` without any key.
 * @throws Fault `other_key` where none of its keys made the newest signature there
 */
export async function keyringById(institutionId: number, q: Queries): Promise<Keyring | undefined> {
  const institution = await loadInstitution(q, institutionId);
  const keyring = institution?.demonstration ? keyringFor(institution) : keyringIfAny();
  if (!keyring || (await signingRefusal(q, institutionId, keyring)) === undefined) return keyring;
  throw new Fault({
    code: 'other_key',
    message:
      'None of the keys in TMM_MASTER_KEYS signed what is recorded so far: set it as for `tmm serve`',
    retryable: false,
  });
}

/**
 * The keyring for a subcommand that writes books. Books may be begun without a key; once a batch is signed, all later ones must be.
 * @throws UsageError where the audit log is signed and the key is missing or another
 */
export async function keyringForBooks(
  q: Queries,
  institution: Pick<Institution, 'id' | 'slug' | 'demonstration'>,
): Promise<Keyring | undefined> {
  const keyring = institution.demonstration ? keyringFor(institution) : keyringIfAny();
  const refusal = await signingRefusal(q, institution.id, keyring);
  if (refusal === 'needs_key')
    throw new UsageError(
      `the batches of ${institution.slug} are signed, and \`tmm verify\` reports unsigned ones as forged: set TMM_MASTER_KEYS as for \`tmm serve\``,
    );
  if (refusal === 'other_key')
    throw new UsageError(
      `none of the keys in TMM_MASTER_KEYS signed the batches of ${institution.slug}: set it as for \`tmm serve\`, and keep the old keys next to a new one`,
    );
  return keyring;
}
