import { batchOf } from '../../audit/batch.ts';
import type { Database, Queries } from '../../database/database.ts';
import type { Keyring } from '../../kernel/keyring.ts';
import type { Metrics } from '../../kernel/metrics.ts';
import { purposesThat } from '../../kernel/vocabulary/purpose.ts';
import type { World } from '../../kernel/world.ts';
import type { ChannelName } from '../channel.ts';
import { enqueue } from '../enqueue.ts';
import { optedOutAt } from '../opted-out-at.ts';
import { outboundLeaf } from '../leaves.ts';
import { outboundColumns, type StoredOutbound } from '../verify-messages.ts';
import { vouchedFor } from '../vouched.ts';

/** What has waited for so long, in minutes, cannot be sent in time. */
const lateMinutes = 5;

/** A question that ends before its time is up belongs where it can be answered: only what lasts longer goes elsewhere. */
const lastsHours = 12;

const atOnce = 500;

interface FallbackContext {
  readonly db: Database;
  readonly world: World;
  readonly keyring: Keyring;
}

interface FallbackOptions {
  readonly institutionId: number;
  readonly from: ChannelName;
  readonly to: readonly ChannelName[];
  readonly told: (text: string, language: string) => string;
}

type Late = StoredOutbound & {
  readonly place: bigint;
  readonly addressId: string;
  readonly memberId: string;
};

/** Another address of the member. */
interface Candidate {
  id: string;
  memberId: string;
  channel: ChannelName;
  conversationId: string | null;
  stopped: boolean;
}

interface Destination {
  readonly addressId: string;
  readonly channel: ChannelName;
  readonly conversationId: string;
}

/** Of these institutions, those where something has waited on this channel for so long that it may go elsewhere. */
export async function withLate(
  q: Queries,
  given: {
    readonly institutionIds: readonly number[];
    readonly from: ChannelName;
    readonly world: Pick<World, 'clock'>;
  },
): Promise<number[]> {
  if (given.institutionIds.length === 0) return [];
  const now = given.world.clock.now();
  const late = await q.query<{ id: number }>(
    `select i.id from unnest($1::int[]) as i (id)
      where exists (select from outbound o
        where o.institution_id = i.id and o.channel = $2 and o.status in ('queued', 'errored') and o.queued_at <= $3
          and o.purpose in ${purposesThat(({ hasFallback }) => hasFallback)} and o.expires_at > $4
          and o.expires_at - o.queued_at >= interval '${lastsHours} hours')`,
    [given.institutionIds, given.from, now.subtract({ minutes: lateMinutes }), now],
  );
  return late.map(({ id }) => id);
}

/**
 * What a channel cannot send in time, since its budget is used up or its carrier is away, goes to the member's other channel: the
 * proven address that was used last, where nobody has said STOP. What was queued stays as it was; what goes elsewhere is worded for there,
 * and the code is that of the address to which it goes. A message is at one place at a time: where it waited it is `expired`, with
 * `fallback` as the reason. A member with one address waits.
 * @param options `from` is the channel that is late, `to` those that the institution has besides, `told` how a text reads there
 * @returns how many moved
 */
export async function fallBackLate(
  context: FallbackContext & { readonly metrics: Metrics },
  options: FallbackOptions,
): Promise<number> {
  if (options.to.length === 0) return 0;
  let moved = 0;
  let after: bigint | undefined;
  // What goes nowhere stays in front, and must not keep the others from being looked at.
  while (moved < atOnce) {
    const { rows, last } = await fallBackSome(context, options, after);
    for (const { purpose } of rows)
      context.metrics.count('outbound_messages', {
        channel: options.from,
        purpose,
        outcome: 'fallback',
      });
    moved += rows.length;
    if (last === undefined) break;
    after = last;
  }
  return moved;
}

/** The first of those that are late behind a message. @returns the last one looked at too, where there may be more */
async function fallBackSome(
  { db, world, keyring }: FallbackContext,
  { institutionId, from, to, told }: FallbackOptions,
  after: bigint | undefined,
): Promise<{ readonly rows: readonly Late[]; readonly last: bigint | undefined }> {
  const now = world.clock.now();
  return db.transaction(async (tx) => {
    // Whoever claims one of these now has it: it is on its way.
    const waiting = await tx.query<Late>(lateStatement, [
      institutionId,
      from,
      to,
      now.subtract({ minutes: lateMinutes }),
      now,
      after ?? null,
    ]);
    const last = waiting.length < atOnce ? undefined : waiting.at(-1)?.place;
    const destinations = await destinationsOf(tx, { institutionId, to }, waiting);
    // What nobody with the key queued stays where it is, and is kept back there: told elsewhere it would be vouched for.
    const vouched = await vouchedFor(
      tx,
      { institutionId, keyring },
      waiting.map((row) => ({ id: row.id, batchId: row.batchId, leaf: outboundLeaf(row) })),
    );
    const rows = waiting.flatMap((row) => {
      const destination = vouched.has(row.id) ? destinations.get(row.id) : undefined;
      return destination ? [{ ...row, destination }] : [];
    });
    if (rows.length === 0) return { rows, last };
    await tx.query(
      `update outbound set status = 'expired', error_code = 'fallback'
        where institution_id = $1 and id = any($2::uuid[])`,
      [institutionId, rows.map(({ id }) => id)],
    );
    await enqueue(
      tx,
      batchOf(tx, { institutionId, world, keyring }),
      rows.map((row) => ({
        id: world.ids.next(),
        ...row.destination,
        purpose: row.purpose,
        priority: row.priority,
        text: told(row.text, row.language),
        language: row.language,
        queuedAt: now,
        expiresAt: row.expiresAt,
        ...(row.inReplyTo ? { inReplyTo: row.inReplyTo } : {}),
        ...(row.receivedAt ? { receivedAt: row.receivedAt } : {}),
      })),
    );
    return { rows, last };
  });
}

/** By message, where it goes: nowhere for a member who said STOP on all other channels. */
async function destinationsOf(
  tx: Queries,
  { institutionId, to }: { readonly institutionId: number; readonly to: readonly ChannelName[] },
  late: readonly Late[],
): Promise<Map<string, Destination>> {
  if (late.length === 0) return new Map();
  const candidates = await tx.query<Candidate>(candidatesStatement, [
    institutionId,
    late.map(({ memberId }) => memberId),
    to,
  ]);
  const byMember = new Map<string, Destination>();
  for (const { id, memberId, channel, conversationId, stopped } of candidates) {
    if (conversationId === null || stopped) continue;
    if (!byMember.has(memberId)) byMember.set(memberId, { addressId: id, channel, conversationId });
  }
  return new Map(
    late.flatMap(({ id, memberId }): [string, Destination][] => {
      const destination = byMember.get(memberId);
      return destination ? [[id, destination]] : [];
    }),
  );
}

const lateStatement = `select o.place, ${outboundColumns('o')}, a.member_id as "memberId"
  from outbound o
  join addresses a on a.institution_id = $1 and a.id = o.address_id
  where o.institution_id = $1 and o.channel = $2 and o.status in ('queued', 'errored') and o.queued_at <= $4
    and o.purpose in ${purposesThat(({ hasFallback }) => hasFallback)} and a.state = 'proven'
    and ($6::bigint is null or o.place > $6) and o.expires_at > $5 and o.expires_at - o.queued_at >= interval '${lastsHours} hours'
    and exists (select from addresses b
      left join conversations c on c.institution_id = $1 and c.id = b.conversation_id
      where b.institution_id = $1 and b.member_id = a.member_id and b.state = 'proven' and b.channel = any($3::text[])
        and c.opted_out_at is null)
    and not exists (select from conversations m where m.institution_id = $1 and m.id = o.conversation_id
      and (${optedOutAt('m')}) is not null)
    and not exists (select from member_opt_outs m where m.institution_id = $1 and m.member_id = a.member_id)
  order by o.place
  limit ${atOnce}
  for update of o skip locked`;

/** The one used last first. */
const candidatesStatement = `select b.id, b.member_id as "memberId", b.channel, c.id as "conversationId",
    c.opted_out_at is not null as stopped
  from addresses b
  left join conversations c on c.institution_id = $1 and c.id = b.conversation_id
  where b.institution_id = $1 and b.member_id = any($2::uuid[]) and b.state = 'proven' and b.channel = any($3::text[])
  order by b.last_used_on desc nulls last, b.id`;
