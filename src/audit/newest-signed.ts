import type { Queries } from '../database/database.ts';
import type { Keyring } from '../kernel/keyring.ts';

/**
 * Says whether a batch written now would be one that `verify` accepts.
 * @param keyring what the writer would sign with; absent: it has no key
 * @returns `needs_key`: the chain has a signed batch and the writer no key; `other_key`: none of the writer's keys made the newest
 *   signature, so the rest of the institution could not check theirs
 */
export async function signingRefusal(
  q: Queries,
  institutionId: number,
  keyring: Keyring | undefined,
): Promise<'needs_key' | 'other_key' | undefined> {
  const [newest] = await q.query<{ hash: Uint8Array; signature: Uint8Array }>(
    `select hash, seal as signature from chain where institution_id = $1 and seal is not null order by number desc limit 1`,
    [institutionId],
  );
  if (!newest) return undefined;
  if (!keyring) return 'needs_key';
  return keyring.verify('record', newest.hash, newest.signature) === true ? undefined : 'other_key';
}
