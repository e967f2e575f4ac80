import type { Queries } from '../database/database.ts';
import type { Keyring } from '../kernel/keyring.ts';

/**
 * Says why `verify` would reject a batch that this writer wrote now.
 * @param keyring the writer's keys; absent if it has none
 * @returns `needs_key`: the chain has a signed batch, but the writer has no key; `other_key`: the
 *   newest signature was made with a key that the writer lacks, so the institution's other
 *   processes could not check the writer's signatures
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
