import { createSeals, type Seals } from '../kernel/seal.ts';
import { systemRandom } from '../kernel/random.ts';
import { demonstrationKey, parseMasterKeys } from '../house/config.ts';
import type { Institution } from '../members/institution.ts';
import { UsageError } from './usage-error.ts';

/** The seals of the environment's master keys; the demonstration has its own. */
export function sealsFor(institution: Pick<Institution, 'demonstration'>): Seals {
  const keys = process.env['TMM_MASTER_KEYS'];
  if (keys) return createSeals(parseMasterKeys(keys), systemRandom);
  if (institution.demonstration) return createSeals([demonstrationKey], systemRandom);
  throw new UsageError('codes and addresses are sealed: set TMM_MASTER_KEYS as `tmm serve` has it');
}

/** The same where keys are a gain and no need; `undefined` without any. */
export function sealsIfAny(): Seals | undefined {
  const keys = process.env['TMM_MASTER_KEYS'];
  return keys ? createSeals(parseMasterKeys(keys), systemRandom) : undefined;
}
