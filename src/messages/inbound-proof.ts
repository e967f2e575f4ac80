import { chainHead } from '../audit/head.ts';
import { proofOf, type RecordProof } from '../audit/proof.ts';
import { chainRowsOf, signatureOf } from '../audit/signed-batch.ts';
import type { Queries } from '../database/database.ts';
import type { Keyring } from '../kernel/keyring.ts';
import { inboundContent } from './leaves.ts';
import { asInbound, inboundColumns, type StoredInbound } from './verify-messages.ts';

/** A message that came in, with what the record says of it. */
export interface ProvenMessage {
  /** Such as `x:1859…`. */
  readonly key: string;
  readonly text: string;
  readonly receivedAt: Temporal.Instant;
  /** The number of its batch in the chain; null if it is in none. */
  readonly batch: bigint | null;
  /**
   * `valid`: it stands there as it was recorded, and the signature is ours. `unknown_key`: the
   * signature's key isn't here. `altered`: it is not as it was recorded.
   */
  readonly record: 'valid' | 'unknown_key' | 'altered' | 'missing';
  /** Proves it on its own, with the head of the chain. */
  readonly proof: RecordProof | null;
}

/**
 * Reads messages by their keys, each with its proof in the chain. Keys without a message are left
 * out.
 */
export async function provenMessages(
  q: Queries,
  {
    institutionId,
    keyring,
  }: { readonly institutionId: number; readonly keyring: Keyring | undefined },
  keys: readonly string[],
): Promise<ReadonlyMap<string, ProvenMessage>> {
  if (keys.length === 0) return new Map();
  const places = keys.map((key) => {
    const colon = key.indexOf(':');
    return { channel: key.slice(0, colon), externalId: key.slice(colon + 1) };
  });
  const rows = await q.query<StoredInbound>(
    `select ${inboundColumns} from inbound
      where institution_id = $1 and (channel, external_id) in (select * from unnest($2::text[], $3::text[]))`,
    [
      institutionId,
      places.map(({ channel }) => channel),
      places.map(({ externalId }) => externalId),
    ],
  );
  const batchIds = [...new Set(rows.map(({ batchId }) => batchId))];
  const chain = new Map(
    (await chainRowsOf(q, institutionId, batchIds)).map((row) => [row.batchId, row]),
  );
  const head = await chainHead(q, institutionId);
  return new Map(
    rows.map((row) => {
      const key = `${row.channel}:${row.externalId}`;
      const batch = chain.get(row.batchId);
      const proof =
        batch && head ? proofOf(batch, [inboundContent(asInbound(row))], head) : undefined;
      const signature = batch && keyring ? signatureOf(batch, keyring) : 'unknown_key';
      const record = !batch ? 'missing' : proof && signature !== 'invalid' ? signature : 'altered';
      const { text, receivedAt } = row;
      return [
        key,
        { key, text, receivedAt, batch: batch?.number ?? null, record, proof: proof ?? null },
      ];
    }),
  );
}
