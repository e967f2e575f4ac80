import type { Random } from '../../kernel/random.ts';
import { keyRingOf } from '../../service/config.ts';
import { UsageError } from '../usage-error.ts';
import type { Settings } from './settings-text.ts';

/** A new master key as the setting has it. */
export function newKey(id: number, random: Random): string {
  return `${id}:${Buffer.from(random.bytes(32)).toString('base64')}`;
}

/**
 * The master keys to write: those that are there, or a new one. Keys that are there always stay, since they alone open what they
 * encrypted.
 * @param given `add`: a new key joins them, and becomes active
 * @throws UsageError where file and environment have different keys
 */
export function keysFor(given: {
  readonly file: Settings;
  readonly environment: Settings;
  readonly add: boolean;
  readonly random: Random;
}): { readonly keys: string; readonly what: 'kept' | 'made' | 'added' } {
  const { random, add } = given;
  const inFile = given.file['TMM_MASTER_KEYS'] ?? '';
  const inEnvironment = given.environment['TMM_MASTER_KEYS'] ?? '';
  if (inFile !== '' && inEnvironment !== '' && inFile !== inEnvironment)
    throw new UsageError(
      'the file and the environment have different TMM_MASTER_KEYS. Which are right? Unset the other',
    );
  const there = inFile || inEnvironment;
  if (there === '') return { keys: newKey(1, random), what: 'made' };
  // Throws if they can't be read.
  const ids = keyRingOf({ TMM_MASTER_KEYS: there, TMM_ACTIVE_KEY: undefined }).masterKeys.map(
    ({ id }) => id,
  );
  if (!add) return { keys: there, what: 'kept' };
  return { keys: `${there},${newKey(Math.max(...ids) + 1, random)}`, what: 'added' };
}
