import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Queries } from '../../../../database/database.ts';
import type { Keyring } from '../../../../kernel/keyring.ts';
import type { SignedPart } from '../engine/signed-part.ts';
import {
  conversationColumns,
  conversationFrom,
  conversationJoins,
  type ConversationRow,
  type KnownConversation,
} from './conversation.ts';

/** An event as X delivered it. Nothing in it is verified. */
export interface RawEvent {
  readonly encoded: string;
  /** The other user of the conversation. */
  readonly peerId: string;
  readonly sequenceId: string | undefined;
  /** Key changes that came with it, as events. */
  readonly keyEvents: readonly string[];
  readonly conversationToken: string | undefined;
}

export interface StoredEvent extends RawEvent {
  readonly digest: Uint8Array;
  readonly tries: number;
  /** Since when what reads it is missing at X. */
  readonly missingSince: Temporal.Instant | undefined;
}

/** An event whose row can't be decrypted here. */
export interface UnopenedEvent {
  readonly digest: Uint8Array;
  /** Why: see `isUnderUnknownKey`. */
  readonly unopened: unknown;
}

const kept = z.object({
  encoded: z.string(),
  peerId: z.string(),
  sequenceId: z.string().optional(),
  keyEvents: z.array(z.string()),
  conversationToken: z.string().optional(),
});

const placeOf = (institutionId: number, digest: Uint8Array) =>
  `x_chat_events/${institutionId}/${Buffer.from(digest).toString('hex')}`;

export function digestOf(encoded: string): Uint8Array {
  return createHash('sha256').update(encoded).digest();
}

interface Context {
  readonly keyring: Keyring;
  readonly institutionId: number;
}

interface Placed {
  readonly lookup: Uint8Array;
}

interface Sealed extends Placed {
  readonly digest: Uint8Array;
  readonly sealed: Uint8Array;
}

function seal(
  { keyring, institutionId }: Context,
  { lookup, ...event }: RawEvent & Placed,
): Sealed {
  const digest = digestOf(event.encoded);
  const place = placeOf(institutionId, digest);
  return { digest, lookup, sealed: keyring.encrypt('chat', place, JSON.stringify(event)) };
}

/** Stores events that polling found. */
export async function storeEvents(
  q: Queries,
  context: Context,
  {
    events,
    at,
  }: { readonly events: readonly (RawEvent & Placed)[]; readonly at: Temporal.Instant },
): Promise<void> {
  if (events.length === 0) return;
  const rows = events.map((event) => seal(context, event));
  await q.query(
    `insert into x_chat_events (institution_id, digest, lookup, sealed, sequence_id, next_at, received_at)
      select $1, e.digest, e.lookup, e.sealed, e.sequence_id, $6, $6
      from unnest($2::bytea[], $3::bytea[], $4::bytea[], $5::text[]) as e (digest, lookup, sealed, sequence_id)
      on conflict do nothing`,
    [
      context.institutionId,
      rows.map(({ digest }) => digest),
      rows.map(({ lookup }) => lookup),
      rows.map(({ sealed }) => sealed),
      events.map(({ sequenceId }) => sequenceId ?? null),
      at,
    ],
  );
}

/**
 * Stores an event before it is acknowledged, unless the same message was taken before, byte for byte.
 * @returns `known`: it was. `behind`: others of this sender must be taken first. Otherwise the event, with what reads it
 */
export async function storeEvent(
  q: Queries,
  context: Context,
  {
    event,
    part,
    lookups,
    at,
  }: {
    readonly event: RawEvent;
    readonly part: SignedPart | undefined;
    readonly lookups: readonly Uint8Array[];
    readonly at: Temporal.Instant;
  },
): Promise<
  | 'known'
  | 'behind'
  | { readonly stored: StoredEvent; readonly conversation: () => KnownConversation }
> {
  const { keyring, institutionId } = context;
  const [place = new Uint8Array()] = lookups;
  const { digest, lookup, sealed } = seal(context, { ...event, lookup: place });
  const rows = await q.query<ConversationRow & { isAdded: boolean; hasOlder: boolean }>(
    `with known as (
        select 1 from x_chat_messages where institution_id = $1 and message_id = $3 and digest = $4
      ), added as (
        insert into x_chat_events (institution_id, digest, lookup, sealed, sequence_id, next_at, received_at)
          select $1, $5, $6, $7, $8, $9, $9 where not exists (select from known)
          on conflict do nothing returning 1
      )
      select exists (select from added) as "isAdded",
        exists (select from x_chat_events
          where institution_id = $1 and ${isInTurn('$9')} and lookup = any($2::bytea[]) and buried_at is null) as "hasOlder",
        ${conversationColumns} ${conversationJoins}`,
    [
      institutionId,
      lookups,
      part?.messageId ?? null,
      part?.digest ?? null,
      digest,
      lookup,
      sealed,
      event.sequenceId ?? null,
      at,
    ],
  );
  const [row] = rows;
  if (row?.isKnown) return 'known';
  if (!row?.isAdded || row.hasOlder) return 'behind';
  return {
    stored: { ...event, digest, tries: 0, missingSince: undefined },
    // Not opened here: if that fails, the event is stored all the same.
    conversation: () =>
      conversationFrom(rows, keyring, { institutionId, userId: event.peerId, lookups }),
  };
}

interface Row {
  readonly digest: Uint8Array;
  readonly sealed: Uint8Array;
  readonly tries: number;
  readonly missingSince: Temporal.Instant | null;
}

/** Each row alone: one that can't be opened stops no other. */
function open({ keyring, institutionId }: Context, row: Row): StoredEvent | UnopenedEvent {
  const { digest, tries } = row;
  try {
    const text = keyring.decrypt('chat', placeOf(institutionId, digest), row.sealed);
    const { sequenceId, conversationToken, ...event } = kept.parse(JSON.parse(text));
    const missingSince = row.missingSince ?? undefined;
    return { ...event, sequenceId, conversationToken, digest, tries, missingSince };
  } catch (error) {
    return { digest, unopened: error };
  }
}

/** A sequence id counts as a number where it is one. */
const inOrder = `case when sequence_id ~ '^[0-9]{1,30}$' then sequence_id::numeric end nulls last, received_at, digest`;

/** What is put off because something is missing holds up no later event. */
const isInTurn = (now: string) => `(missing_since is null or next_at <= ${now})`;

const columns = 'digest, sealed, tries, missing_since';

/** The waiting events of one sender, in the order of their conversation. */
export async function waitingOf(
  q: Queries,
  context: Context,
  { lookups, now }: { readonly lookups: readonly Uint8Array[]; readonly now: Temporal.Instant },
): Promise<(StoredEvent | UnopenedEvent)[]> {
  const rows = await q.query<Row>(
    `select ${columns} as "missingSince" from x_chat_events
      where institution_id = $1 and ${isInTurn('$2')} and lookup = any($3::bytea[]) and buried_at is null
      order by ${inOrder} limit 200`,
    [context.institutionId, now, lookups],
  );
  return rows.map((row) => open(context, row));
}

/** The first waiting event of each sender who has one that is due. */
export async function dueEvents(
  q: Queries,
  context: Context,
  now: Temporal.Instant,
): Promise<(StoredEvent | UnopenedEvent)[]> {
  const rows = await q.query<Row>(
    `select ${columns} as "missingSince" from (
        select distinct on (lookup) lookup, ${columns}, next_at from x_chat_events
          where institution_id = $1 and ${isInTurn('$2')} and buried_at is null
          order by lookup, ${inOrder}) f
      where next_at <= $2 limit 200`,
    [context.institutionId, now],
  );
  return rows.map((row) => open(context, row));
}

/** Ends an event: taken, or nothing to take. */
export async function dropEvent(
  q: Queries,
  institutionId: number,
  digest: Uint8Array,
): Promise<void> {
  await q.query('delete from x_chat_events where institution_id = $1 and digest = $2', [
    institutionId,
    digest,
  ]);
}

/** Keeps an event that doesn't verify, for staff to count. It is not tried again, unless what it missed comes. */
export async function buryEvent(
  q: Queries,
  institutionId: number,
  { digest, at }: { readonly digest: Uint8Array; readonly at: Temporal.Instant },
): Promise<void> {
  await q.query(
    'update x_chat_events set buried_at = $3 where institution_id = $1 and digest = $2',
    [institutionId, digest, at],
  );
}

/** Deletes old events that never verified. */
export async function forgetBuried(
  q: Queries,
  { institutionId, before }: { readonly institutionId: number; readonly before: Temporal.Instant },
): Promise<void> {
  await q.query('delete from x_chat_events where institution_id = $1 and buried_at < $2', [
    institutionId,
    before,
  ]);
}

/** Tries an event again at that time. @param put `missingSince`: since when something is missing; then later events don't wait for it */
export async function putOff(
  q: Queries,
  institutionId: number,
  put: {
    readonly digest: Uint8Array;
    readonly until: Temporal.Instant;
    readonly missingSince?: Temporal.Instant;
  },
): Promise<void> {
  await q.query(
    `update x_chat_events set tries = tries + 1, next_at = $3, missing_since = coalesce(missing_since, $4)
      where institution_id = $1 and digest = $2`,
    [institutionId, put.digest, put.until, put.missingSince ?? null],
  );
}

/** Tries again what was put off, or given up, because something was missing. */
export async function reviveEvents(
  q: Queries,
  institutionId: number,
  { lookups, at }: { readonly lookups: readonly Uint8Array[]; readonly at: Temporal.Instant },
): Promise<void> {
  await q.query(
    `update x_chat_events set next_at = $3, buried_at = null,
        missing_since = case when buried_at is null then missing_since else $3 end
      where institution_id = $1 and lookup = any($2::bytea[]) and missing_since is not null`,
    [institutionId, lookups, at],
  );
}

/** How many events never verified. */
export async function countUnverified(q: Queries, institutionId: number): Promise<number> {
  const [row] = await q.query<{ count: number }>(
    'select count(*)::int as count from x_chat_events where institution_id = $1 and buried_at is not null',
    [institutionId],
  );
  return row?.count ?? 0;
}
