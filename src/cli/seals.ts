import type { Queries } from '../database/database.ts';
import { createSeals, type Seals } from '../kernel/seal.ts';
import { systemRandom } from '../kernel/random.ts';
import { demonstrationKey, keyRingOf, readConfig } from '../house/config.ts';
import type { Institution } from '../members/institution.ts';
import { sealingRefusal } from '../record/newest-sealed.ts';
import { UsageError } from './usage-error.ts';

/** The seals of the environment's master keys; the demonstration has its own. */
export function sealsFor(institution: Pick<Institution, 'demonstration'>): Seals {
  const seals = sealsIfAny();
  if (seals) return seals;
  if (institution.demonstration) return createSeals([demonstrationKey], systemRandom);
  throw new UsageError('codes and addresses are sealed: set TMM_MASTER_KEYS as `tmm serve` has it');
}

/** The same where keys are a gain and no need; `undefined` without any. */
export function sealsIfAny(): Seals | undefined {
  const { TMM_MASTER_KEYS, TMM_SEALING_KEY } = process.env;
  if (!TMM_MASTER_KEYS) return undefined;
  const { masterKeys, sealingKey } = keyRingOf(readConfig({ TMM_MASTER_KEYS, TMM_SEALING_KEY }));
  return createSeals(masterKeys, systemRandom, sealingKey);
}

/**
 * The seals for a subcommand that writes books. Books may be begun without a key; once a batch is sealed, all later ones must be.
 * @throws UsageError where the record is sealed and the key is missing or another
 */
export async function sealsForBooks(
  q: Queries,
  institution: Pick<Institution, 'id' | 'slug' | 'demonstration'>,
): Promise<Seals | undefined> {
  const seals = institution.demonstration ? sealsFor(institution) : sealsIfAny();
  const refusal = await sealingRefusal(q, institution.id, seals);
  if (refusal === 'needs_key')
    throw new UsageError(
      `the record of ${institution.slug} is sealed, and \`tmm verify\` counts what is written without the key as forged: set TMM_MASTER_KEYS as \`tmm serve\` has it`,
    );
  if (refusal === 'other_key')
    throw new UsageError(
      `none of the keys in TMM_MASTER_KEYS sealed the record of ${institution.slug}: set it as \`tmm serve\` has it, with the old keys beside a new one`,
    );
  return seals;
}
