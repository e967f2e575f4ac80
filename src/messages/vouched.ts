import type { ChainRow } from '../audit/chain-row.ts';
import { leavesOf } from '../audit/content-problems.ts';
import type { Leaf } from '../audit/leaf.ts';
import { chainRowsOf, signatureOf } from '../audit/signed-batch.ts';
import type { Queries } from '../database/database.ts';
import type { Keyring } from '../kernel/keyring.ts';
import { messagesDigest } from './digest.ts';
import { KeptLeaves } from './kept-leaves.ts';
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

/**
 * What the record says of a message. `unknown_key`: its batch has it, but under a signature that this process can't check, since it lacks
 * the key. A process that has it can.
 */
export type Verdict = 'vouched' | 'not_vouched' | 'unknown_key';

/** So many leaves are kept in memory, of the batches that were read last. */
const keptMost = 50_000;

/** The leaves of messages that a signature vouches for, by institution and batch. */
const keptBy = new WeakMap<Keyring, KeptLeaves>();

/** What one call knows of a batch: it holds the leaves itself, since other calls may drop them from memory meanwhile. */
interface Held {
  readonly leaves: ReadonlySet<string>;
  readonly verdict: Exclude<Verdict, 'not_vouched'>;
}

/**
 * Says for each of these messages whether it is in the record as it is stored now: the signed row of its batch has its leaf. Whoever can
 * write the database, but has no key, can't make such a row.
 * @param rows rows of the chain that the caller has already; others are read
 */
export async function verdictsOn(
  q: Queries,
  place: Place,
  messages: readonly Claimant[],
  rows: readonly ChainRow[] = [],
): Promise<ReadonlyMap<string, Verdict>> {
  const kept = keptBy.get(place.keyring) ?? new KeptLeaves(keptMost);
  keptBy.set(place.keyring, kept);
  const call = { ...place, kept, held: new Map<string, Held>() };
  holdKept(call, messages);
  await learn(q, call, rows);
  // Another call may have read some meanwhile.
  holdKept(call, messages);
  const missing = new Set(messages.flatMap(({ batchId }) => batchId ?? []));
  for (const batchId of call.held.keys()) missing.delete(batchId);
  await learn(q, call, await chainRowsOf(q, place.institutionId, [...missing]));
  return new Map(
    messages.map(({ id, batchId, leaf }) => {
      const batch = batchId === null ? undefined : call.held.get(batchId);
      return [id, batch?.leaves.has(textOf(leaf)) ? batch.verdict : 'not_vouched'];
    }),
  );
}

/** The ids of those that a signature vouches for. */
export async function vouchedFor(
  q: Queries,
  place: Place,
  messages: readonly Claimant[],
): Promise<ReadonlySet<string>> {
  const verdicts = await verdictsOn(q, place, messages);
  return new Set([...verdicts].flatMap(([id, verdict]) => (verdict === 'vouched' ? [id] : [])));
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

/** Of each batch that `verdictsOn` would have to read, one of these messages. */
export function unknownBatches(
  place: Place,
  messages: readonly Claimant[],
): (Claimant & { readonly batchId: string })[] {
  const kept = keptBy.get(place.keyring);
  const first = new Map<string, Claimant & { readonly batchId: string }>();
  for (const message of messages) {
    const { batchId } = message;
    if (batchId === null || first.has(batchId) || kept?.has(keyOf(place, batchId))) continue;
    first.set(batchId, { ...message, batchId });
  }
  return [...first.values()];
}

type Call = Place & { readonly kept: KeptLeaves; readonly held: Map<string, Held> };

/** Takes what is in memory of these messages' batches. */
function holdKept(call: Call, messages: readonly Claimant[]): void {
  for (const { batchId } of messages) {
    if (batchId === null || call.held.has(batchId)) continue;
    const leaves = call.kept.get(keyOf(call, batchId));
    if (leaves) call.held.set(batchId, { leaves, verdict: 'vouched' });
  }
}

async function learn(q: Queries, call: Call, rows: readonly ChainRow[]): Promise<void> {
  const signed = rows.flatMap((row) => {
    const signature = signatureOf(row, call.keyring);
    return signature === 'invalid' ? [] : [{ row, isChecked: signature === 'valid' }];
  });
  const hold = (batchId: string, isChecked: boolean, leaves: ReadonlySet<string>) => {
    call.held.set(batchId, { leaves, verdict: isChecked ? 'vouched' : 'unknown_key' });
    if (isChecked) call.kept.set(keyOf(call, batchId), leaves);
  };
  for (const { row, isChecked } of signed)
    if (row.format !== 1) hold(row.batchId, isChecked, setOf(leavesOf(row, 'messages')));
  const first = signed.filter(({ row }) => row.format === 1);
  if (first.length === 0) return;
  const ids = first.map(({ row }) => row.batchId);
  const stored = await messagesOfBatches(q, call.institutionId, ids);
  for (const { row, isChecked } of first) {
    const messages = stored.get(row.batchId);
    if (!messages || row.messagesDigest === null) continue;
    // The first format has one digest for all of a batch's messages: where it is right, all of them are.
    const digest = messagesDigest(messages.inbound, messages.outbound);
    if (!Buffer.from(digest).equals(row.messagesDigest)) continue;
    hold(row.batchId, isChecked, setOf(messages.outbound.map((one) => outboundLeaf(one))));
  }
}

const keyOf = ({ institutionId }: Pick<Place, 'institutionId'>, batchId: string) =>
  `${institutionId}/${batchId}`;

/** Bytes as a key of a set. */
const textOf = (leaf: Leaf) => Buffer.from(leaf).toString('latin1');
const setOf = (leaves: readonly Leaf[]): ReadonlySet<string> => new Set(leaves.map(textOf));
