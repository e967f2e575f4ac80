import { createSeals, type Seals } from '../kernel/seal.ts';
import { systemRandom } from '../kernel/random.ts';
import { demonstrationKey, keyRingOf, readConfig } from '../house/config.ts';
import type { Institution } from '../members/institution.ts';
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
