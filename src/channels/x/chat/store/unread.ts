import type { Queries } from '../../../../database/database.ts';
import { isUndecryptable, type Keyring } from '../../../../kernel/keyring.ts';
import { lookupsOf } from './peers.ts';

interface Context {
  readonly keyring: Keyring;
  readonly institutionId: number;
}

/** A conversation that is listed as changed. */
export interface Unread {
  readonly lookup: Uint8Array;
  readonly peerId: string;
  readonly listedAt: Temporal.Instant;
  readonly tries: number;
}

const placeOf = (institutionId: number, lookup: Uint8Array) =>
  `x_chat_unread/${institutionId}/${Buffer.from(lookup).toString('hex')}`;

/** Records conversations to read. One that waits after a failure goes on waiting. */
export async function noteUnread(
  q: Queries,
  { keyring, institutionId }: Context,
  { peers, at }: { readonly peers: readonly string[]; readonly at: Temporal.Instant },
): Promise<void> {
  if (peers.length === 0) return;
  const rows = peers.map((peerId) => {
    const [lookup = new Uint8Array()] = lookupsOf(keyring, institutionId, peerId);
    return { lookup, sealed: keyring.encrypt('chat', placeOf(institutionId, lookup), peerId) };
  });
  await q.query(
    `insert into x_chat_unread (institution_id, lookup, sealed, listed_at, next_at)
      select $1, u.lookup, u.sealed, $4, $4 from unnest($2::bytea[], $3::bytea[]) as u (lookup, sealed)
      on conflict (institution_id, lookup) do update set listed_at = excluded.listed_at`,
    [institutionId, rows.map(({ lookup }) => lookup), rows.map(({ sealed }) => sealed), at],
  );
}

/** The conversations to read now, those that never failed first. One whose key this process lacks is left to others. */
export async function dueUnread(
  q: Queries,
  { keyring, institutionId }: Context,
  { now, most }: { readonly now: Temporal.Instant; readonly most: number },
): Promise<Unread[]> {
  const rows = await q.query<Omit<Unread, 'peerId'> & { readonly sealed: Uint8Array }>(
    `select lookup, sealed, listed_at as "listedAt", tries from x_chat_unread
      where institution_id = $1 and next_at <= $2 order by tries, next_at, lookup limit $3`,
    [institutionId, now, most],
  );
  return rows.flatMap(({ sealed, ...row }) => {
    const peerId = opened(keyring, placeOf(institutionId, row.lookup), sealed);
    return peerId === undefined ? [] : [{ ...row, peerId }];
  });
}

function opened(keyring: Keyring, place: string, sealed: Uint8Array): string | undefined {
  try {
    return keyring.decrypt('chat', place, sealed);
  } catch (error) {
    if (isUndecryptable(error)) return undefined;
    throw error;
  }
}

/** Ends one that was read, unless it was listed again meanwhile. */
export async function endUnread(
  q: Queries,
  institutionId: number,
  { lookup, listedAt }: Unread,
): Promise<void> {
  await q.query(
    'delete from x_chat_unread where institution_id = $1 and lookup = $2 and listed_at = $3',
    [institutionId, lookup, listedAt],
  );
}

/** Puts one aside until then. */
export async function putUnreadAside(
  q: Queries,
  institutionId: number,
  { lookup, until }: { readonly lookup: Uint8Array; readonly until: Temporal.Instant },
): Promise<void> {
  await q.query(
    'update x_chat_unread set tries = tries + 1, next_at = $3 where institution_id = $1 and lookup = $2',
    [institutionId, lookup, until],
  );
}
