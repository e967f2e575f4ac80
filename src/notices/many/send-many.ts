import { batchOf } from '../../audit/batch.ts';
import { column } from '../../database/column.ts';
import type { Database, Queries } from '../../database/database.ts';
import { databaseIdentity } from '../../database/identity.ts';
import { present } from '../../kernel/assert.ts';
import type { Keyring } from '../../kernel/keyring.ts';
import type { ChannelName } from '../../kernel/vocabulary/channel.ts';
import type { Language } from '../../kernel/vocabulary/language.ts';
import type { LeftOutReason } from '../../kernel/vocabulary/notice-to-many.ts';
import type { World } from '../../kernel/world.ts';
import type { Institution } from '../../members/institution.ts';
import { enqueue } from '../../messages/enqueue.ts';
import { optedOutAt } from '../../messages/opted-out-at.ts';
import type { NewOutbound } from '../../messages/outbound.ts';
import { beginMissing } from '../announce.ts';
import type { Notice } from './notice.ts';
import { whenToSend } from './sending-hours.ts';
import {
  endNotice,
  findNotice,
  noteSentFrom,
  pauseNotice,
  sendingNotices,
  type NoticeKey,
} from './store.ts';

interface Context {
  readonly world: World;
  readonly institution: Institution;
  readonly keyring: Keyring;
  /** Called in the transaction that lets a notice wait for a person's decision. */
  readonly paused: (tx: Queries, notice: Notice) => Promise<void>;
}

/** So long a notice tries to reach those whose message could not leave in time. */
const triesFor = { hours: 7 * 24 };

/** The window over which the pace counts. Shorter than a minute, as the job may start a little early. */
const paceSeconds = 55;

/**
 * Queues the next messages of the notices to many that a second person approved, at their pace and
 * outside the night and the quiet hours of each member. The notice’s row is locked meanwhile, and a
 * recipient and their message are written together. So each gets it once, whatever fails and
 * whichever processes do this.
 * @returns how many messages it queued
 */
export async function sendNoticesToMany(db: Database, context: Context): Promise<number> {
  let queued = 0;
  for (const id of await sendingNotices(db, context.institution.id))
    queued += await db.transaction(async (tx) => sendRound(tx, context, id));
  return queued;
}

async function sendRound(tx: Queries, context: Context, id: string): Promise<number> {
  const { world, institution } = context;
  const key: NoticeKey = { institutionId: institution.id, id };
  const notice = await findNotice(tx, key, { lock: true });
  if (notice?.state !== 'sending') return 0;
  if (!(await isSentFromHere(tx, key, notice))) {
    await pauseNotice(tx, key);
    await context.paused(tx, notice);
    return 0;
  }
  const now = world.clock.now();
  await takeBackExpired(tx, key, { notice, now });
  const recipients = await dueRecipients(tx, key, {
    rooms: await roomsOf(tx, key, notice, now),
    now,
  });
  const sorted = recipients.map((one) => sortOut(one, institution.zone, now));
  await leaveOut(tx, key, sorted);
  await postpone(tx, key, sorted);
  const queued = await queue(tx, context, { notice, now, sorted });
  if (await isOver(tx, key)) await endNotice(tx, key, { at: now });
  return queued;
}

/**
 * Tells whether the notice is sent from this database. A restored one may not know of messages that left, and would send them again.
 */
async function isSentFromHere(tx: Queries, key: NoticeKey, { sentFrom }: Notice): Promise<boolean> {
  const here = await databaseIdentity(tx);
  if (sentFrom === null) await noteSentFrom(tx, key, here);
  return sentFrom === null || sentFrom === here;
}

/**
 * Lets recipients wait again whose message expired before it left: the night began, or their quiet
 * hours. Only a message that no process ever claimed counts: of any other, a copy may have left.
 */
async function takeBackExpired(
  tx: Queries,
  { institutionId, id }: NoticeKey,
  { notice, now }: { readonly notice: Notice; readonly now: Temporal.Instant },
): Promise<void> {
  const last = present(notice.begunAt, 'it is being sent').add(triesFor);
  if (Temporal.Instant.compare(now, last) > 0) return;
  await tx.query(
    `update notice_recipients r set outbound_id = null, taken_at = null, due_at = $3 from outbound o
      where r.institution_id = $1 and r.notice_id = $2 and r.taken_at > $4 and o.institution_id = $1 and o.id = r.outbound_id
        and o.status = 'expired' and o.error_code is null and o.attempts = 0 and o.sending_at is null`,
    [institutionId, id, now, now.subtract({ hours: 48 })],
  );
}

/** How many more each channel may get now: at the notice’s pace, and no more than it sends. */
async function roomsOf(
  tx: Queries,
  { institutionId, id }: NoticeKey,
  { perMinute, choice }: Notice,
  now: Temporal.Instant,
): Promise<readonly (readonly [ChannelName, number])[]> {
  const rows = await tx.query<{ channel: ChannelName; lately: number; open: number }>(
    `select r.channel, count(*) filter (where r.taken_at > $3)::int as lately,
        count(*) filter (where o.status in ('queued', 'sending', 'errored', 'unknown'))::int as open
      from notice_recipients r
      join outbound o on o.institution_id = $1 and o.id = r.outbound_id
      where r.institution_id = $1 and r.notice_id = $2 and r.taken_at > $4
      group by r.channel`,
    [institutionId, id, now.subtract({ seconds: paceSeconds }), now.subtract({ hours: 48 })],
  );
  const byChannel = new Map(rows.map((row) => [row.channel, row]));
  return choice.channels.map((channel) => {
    const { lately = 0, open = 0 } = byChannel.get(channel) ?? {};
    return [channel, Math.max(0, perMinute - Math.max(lately, open))] as const;
  });
}

interface Recipient {
  readonly memberId: string;
  readonly addressId: string;
  readonly channel: ChannelName;
  readonly language: Language;
  readonly state: string | null;
  readonly conversationId: string | null;
  readonly zone: string | null;
  readonly isLocked: boolean;
  readonly isStopped: boolean;
  readonly from: number | null;
  readonly to: number | null;
}

/** Reads who is next on each channel, with everything that may keep a message from them. */
async function dueRecipients(
  tx: Queries,
  { institutionId, id }: NoticeKey,
  given: {
    readonly rooms: readonly (readonly [ChannelName, number])[];
    readonly now: Temporal.Instant;
  },
): Promise<Recipient[]> {
  const { rooms, now } = given;
  return tx.query<Recipient>(
    `select r.member_id as "memberId", r.address_id as "addressId", r.channel, r.language, a.state,
        a.conversation_id as "conversationId", m.zone, m.locked_at is not null as "isLocked",
        s.at is not null or (c.id is not null and (${optedOutAt('c')}) is not null) as "isStopped",
        k.from_minute as "from", k.to_minute as "to"
      from unnest($3::text[], $4::int[]) as p (channel, room)
      cross join lateral (
        select w.* from notice_recipients w
        where w.institution_id = $1 and w.notice_id = $2 and w.channel = p.channel and w.due_at <= $5
          and w.outbound_id is null and w.left_out is null
        order by w.due_at, w.member_id limit p.room
      ) r
      join members m on m.institution_id = $1 and m.id = r.member_id
      left join addresses a on a.institution_id = $1 and a.id = r.address_id and a.member_id = r.member_id
      left join conversations c on c.institution_id = $1 and c.id = a.conversation_id
      left join member_opt_outs s on s.institution_id = $1 and s.member_id = r.member_id
      left join alert_quiet k on k.institution_id = $1 and k.member_id = r.member_id
      order by r.due_at, r.member_id`,
    [institutionId, id, rooms.map(([name]) => name), rooms.map(([, room]) => room), now],
  );
}

interface Sorted {
  readonly recipient: Recipient;
  readonly leftOut?: LeftOutReason;
  readonly notBefore?: Temporal.Instant;
  readonly until?: Temporal.Instant;
}

/** Decides about one recipient: leave out, wait, or send. Pure. */
function sortOut(recipient: Recipient, zone: string, now: Temporal.Instant): Sorted {
  if (recipient.isStopped) return { recipient, leftOut: 'opted_out' };
  if (recipient.state !== 'proven') return { recipient, leftOut: 'unreachable' };
  if (recipient.isLocked) return { recipient, leftOut: 'locked' };
  const { from, to } = recipient;
  const own = from === null || to === null ? undefined : { from, to };
  return { recipient, ...whenToSend(now, recipient.zone ?? zone, own) };
}

async function leaveOut(
  tx: Queries,
  { institutionId, id }: NoticeKey,
  sorted: readonly Sorted[],
): Promise<void> {
  const left = sorted.flatMap(({ recipient, leftOut }) =>
    leftOut ? [{ memberId: recipient.memberId, leftOut }] : [],
  );
  if (left.length === 0) return;
  await tx.query(
    `update notice_recipients r set left_out = n.why from unnest($3::uuid[], $4::text[]) as n (id, why)
      where r.institution_id = $1 and r.notice_id = $2 and r.member_id = n.id`,
    [
      institutionId,
      id,
      column(
        'uuid',
        left.map(({ memberId }) => memberId),
      ),
      left.map(({ leftOut }) => leftOut),
    ],
  );
}

async function postpone(
  tx: Queries,
  { institutionId, id }: NoticeKey,
  sorted: readonly Sorted[],
): Promise<void> {
  const later = sorted.flatMap(({ recipient, notBefore }) =>
    notBefore ? [{ memberId: recipient.memberId, notBefore }] : [],
  );
  if (later.length === 0) return;
  await tx.query(
    `update notice_recipients r set due_at = n.at from unnest($3::uuid[], $4::timestamptz[]) as n (id, at)
      where r.institution_id = $1 and r.notice_id = $2 and r.member_id = n.id`,
    [
      institutionId,
      id,
      column(
        'uuid',
        later.map(({ memberId }) => memberId),
      ),
      column(
        'timestamptz',
        later.map(({ notBefore }) => notBefore),
      ),
    ],
  );
}

/** Writes the messages and who gets them. @returns how many */
async function queue(
  tx: Queries,
  { world, institution, keyring }: Context,
  given: {
    readonly notice: Notice;
    readonly now: Temporal.Instant;
    readonly sorted: readonly Sorted[];
  },
): Promise<number> {
  const { notice, now, sorted } = given;
  const sending = sorted.flatMap(({ recipient, until }) => (until ? [{ recipient, until }] : []));
  if (sending.length === 0) return 0;
  const begun = await beginMissing(
    tx,
    { world, institution, keyring },
    sending.map(({ recipient }) => recipient),
  );
  const made = sending.flatMap(({ recipient, until }) => {
    const { memberId, addressId, channel, language } = recipient;
    const conversationId = recipient.conversationId ?? begun.get(addressId);
    const text = notice.texts[language];
    if (conversationId === undefined || text === undefined) return [];
    const outbound: NewOutbound = {
      id: world.ids.next(),
      conversationId,
      channel,
      addressId,
      purpose: 'bulletin',
      priority: 1,
      text,
      language,
      queuedAt: now,
      expiresAt: until,
    };
    return [{ memberId, outbound }];
  });
  const isMade = new Set(made.map(({ memberId }) => memberId));
  // Its address can't be read with our keys.
  await leaveOut(
    tx,
    { institutionId: institution.id, id: notice.id },
    sending.flatMap(({ recipient }) =>
      isMade.has(recipient.memberId) ? [] : [{ recipient, leftOut: 'unreachable' as const }],
    ),
  );
  const batch = batchOf(tx, { institutionId: institution.id, world, keyring });
  await enqueue(
    tx,
    batch,
    made.map(({ outbound }) => outbound),
  );
  await tx.query(
    `update notice_recipients r set outbound_id = n.outbound_id, taken_at = $5
      from unnest($3::uuid[], $4::uuid[]) as n (id, outbound_id)
      where r.institution_id = $1 and r.notice_id = $2 and r.member_id = n.id`,
    [
      institution.id,
      notice.id,
      column(
        'uuid',
        made.map(({ memberId }) => memberId),
      ),
      column(
        'uuid',
        made.map(({ outbound }) => outbound.id),
      ),
      now,
    ],
  );
  return made.length;
}

/** Whether nobody waits, and no message is on its way. */
async function isOver(tx: Queries, { institutionId, id }: NoticeKey): Promise<boolean> {
  const open = await tx.query(
    `select 1 from notice_recipients r
      left join outbound o on o.institution_id = $1 and o.id = r.outbound_id
      where r.institution_id = $1 and r.notice_id = $2 and r.left_out is null
        and (r.outbound_id is null or o.status in ('queued', 'sending', 'errored', 'unknown'))
      limit 1`,
    [institutionId, id],
  );
  return open.length === 0;
}
