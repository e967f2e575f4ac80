import type { Queries } from '../../../../database/database.ts';
import type { SignedPart } from '../engine/signed-part.ts';

/** The digests among these events' whose message or key change was taken before, byte for byte. */
export async function takenAmong(
  q: Queries,
  institutionId: number,
  {
    parts,
    lookups,
  }: { readonly parts: readonly SignedPart[]; readonly lookups: readonly Uint8Array[] },
): Promise<ReadonlySet<string>> {
  if (parts.length === 0) return new Set();
  const rows = await q.query<{ digest: Uint8Array }>(
    `select m.digest from unnest($2::text[], $3::bytea[]) as p (message_id, digest)
        join x_chat_messages m on m.institution_id = $1 and m.message_id = p.message_id and m.digest = p.digest
      union all
      select k.digest from x_chat_keys k
        where k.institution_id = $1 and k.lookup = any($4::bytea[]) and k.digest = any($3::bytea[])`,
    [
      institutionId,
      parts.map(({ messageId }) => messageId),
      parts.map(({ digest }) => digest),
      lookups,
    ],
  );
  return new Set(rows.map(({ digest }) => nameOfDigest(digest)));
}

/** A digest as a key of a set. */
export function nameOfDigest(digest: Uint8Array): string {
  return Buffer.from(digest).toString('base64');
}

/** Whether a message with this signed id was taken before. */
export async function wasTaken(
  q: Queries,
  institutionId: number,
  messageId: string,
): Promise<boolean> {
  const rows = await q.query(
    'select 1 from x_chat_messages where institution_id = $1 and message_id = $2',
    [institutionId, messageId],
  );
  return rows.length > 0;
}

/** A message that was taken, or that we made. */
export interface TakenMessage {
  readonly messageId: string;
  /** Absent: its bytes are not as X makes them. */
  readonly digest: Uint8Array | undefined;
  readonly at: Temporal.Instant;
}

const insert = `insert into x_chat_messages (institution_id, message_id, digest, taken_at) values ($1, $2, $3, $4)
      on conflict (institution_id, message_id) do update set digest = excluded.digest where x_chat_messages.digest is null`;

const valuesOf = (institutionId: number, { messageId, digest, at }: TakenMessage) => [
  institutionId,
  messageId,
  digest ?? null,
  at,
];

/** Records for good that a message was taken. What X says of the same message afterward is not decrypted again. */
export async function noteTaken(
  q: Queries,
  institutionId: number,
  message: TakenMessage,
): Promise<void> {
  await q.query(insert, valuesOf(institutionId, message));
}

/** The same, and ends its event. */
export async function noteAndDrop(
  q: Queries,
  institutionId: number,
  message: TakenMessage & { readonly event: Uint8Array },
): Promise<void> {
  await q.query(
    `with noted as (${insert})
      delete from x_chat_events where institution_id = $1 and digest = $5`,
    [...valuesOf(institutionId, message), message.event],
  );
}
