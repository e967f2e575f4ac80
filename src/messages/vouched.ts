import type { ChainRow } from '../audit/chain-row.ts';
import { leavesOf } from '../audit/content-problems.ts';
import type { Leaf } from '../audit/leaf.ts';
import { chainRowsOf, isAsSigned } from '../audit/signed-batch.ts';
import type { Queries } from '../database/database.ts';
import type { Keyring } from '../kernel/keyring.ts';
import { messagesDigest } from './digest.ts';
import { outboundLeaf } from './leaves.ts';
import { messagesOfBatches, outboundColumns, type StoredOutbound } from './verify-messages.ts';

/** A message that goes out, as it is stored now. */
export interface Claimant {
  readonly id: string;
  readonly batchId: string | null;
  readonly leaf: Leaf;
}

interface Place {
  readonly institutionId: number;
  readonly keyring: Keyring;
}

/** So many leaves are kept in memory, of the batches that were looked at last. */
const keptMost = 50_000;

/** The leaves of messages that a signature vouches for, by institution and batch. */
type Known = Map<string, ReadonlySet<string>>;
const knownBy = new WeakMap<Keyring, Known>();

/**
 * Which of these messages are in the record as they are stored now: the signed row of their batch has their leaf. Whoever can write the
 * database, but has no key, can't make such a row.
 * @param rows rows of the chain that the caller has already; others are read
 */
export async function vouchedFor(
  q: Queries,
  place: Place,
  messages: readonly Claimant[],
  rows: readonly ChainRow[] = [],
): Promise<ReadonlySet<string>> {
  const known = knownBy.get(place.keyring) ?? new Map<string, ReadonlySet<string>>();
  knownBy.set(place.keyring, known);
  await learn(q, { ...place, known }, rows);
  const missing = unknownBatches(place, messages).map(({ batchId }) => batchId);
  await learn(q, { ...place, known }, await chainRowsOf(q, place.institutionId, missing));
  const vouched = messages.filter(
    ({ batchId, leaf }) =>
      batchId !== null && known.get(keyOf(place, batchId))?.has(textOf(leaf)) === true,
  );
  forget(known);
  return new Set(vouched.map(({ id }) => id));
}

/** The same for messages that the caller has only the ids of. */
export async function vouchedIds(
  q: Queries,
  place: Place,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await q.query<StoredOutbound>(
    `select ${outboundColumns('o')} from outbound o where o.institution_id = $1 and o.id = any($2::uuid[])`,
    [place.institutionId, ids],
  );
  return vouchedFor(
    q,
    place,
    rows.map((row) => ({ id: row.id, batchId: row.batchId, leaf: outboundLeaf(row) })),
  );
}

/** Of each batch that `vouchedFor` would have to read, one of these messages. */
export function unknownBatches(
  place: Place,
  messages: readonly Claimant[],
): (Claimant & { readonly batchId: string })[] {
  const known = knownBy.get(place.keyring);
  const first = new Map<string, Claimant & { readonly batchId: string }>();
  for (const message of messages) {
    const { batchId } = message;
    if (batchId === null || first.has(batchId) || known?.has(keyOf(place, batchId))) continue;
    first.set(batchId, { ...message, batchId });
  }
  return [...first.values()];
}

async function learn(
  q: Queries,
  place: Place & { readonly known: Known },
  rows: readonly ChainRow[],
): Promise<void> {
  const { institutionId, keyring, known } = place;
  const good = rows.filter((row) => isAsSigned(row, keyring));
  for (const row of good)
    if (row.format !== 1) known.set(keyOf(place, row.batchId), setOf(leavesOf(row, 'messages')));
  const first = good.filter(({ format }) => format === 1);
  if (first.length === 0) return;
  const ids = first.map(({ batchId }) => batchId);
  const stored = await messagesOfBatches(q, institutionId, ids);
  for (const row of first) {
    const messages = stored.get(row.batchId);
    if (!messages || row.messagesDigest === null) continue;
    // The first format has one digest for all of a batch's messages: where it is right, all of them are.
    const digest = messagesDigest(messages.inbound, messages.outbound);
    if (!Buffer.from(digest).equals(row.messagesDigest)) continue;
    known.set(keyOf(place, row.batchId), setOf(messages.outbound.map((one) => outboundLeaf(one))));
  }
}

/** Drops the oldest where there are too many. */
function forget(known: Known): void {
  let count = known.values().reduce((sum, leaves) => sum + leaves.size, 0);
  for (const [key, leaves] of known) {
    if (count <= keptMost) return;
    known.delete(key);
    count -= leaves.size;
  }
}

const keyOf = ({ institutionId }: Place, batchId: string) => `${institutionId}/${batchId}`;

/** Bytes as a key of a set. */
const textOf = (leaf: Leaf) => Buffer.from(leaf).toString('latin1');
const setOf = (leaves: readonly Leaf[]): ReadonlySet<string> => new Set(leaves.map(textOf));
