import { tellOrdered } from '../approvals/end-ordered.ts';
import { replaceUnsent } from '../messages/replace-unsent.ts';
import type { OrderRow } from '../core/remote/order-row.ts';
import type { Queries, Transaction } from '../database/database.ts';
import { queueNotices, targetsOf } from '../notices/announce.ts';
import { present } from '../kernel/assert.ts';
import type { Keyring } from '../kernel/keyring.ts';
import type { World } from '../kernel/world.ts';
import { isLanguage } from '../kernel/vocabulary/language.ts';
import type { Reply } from '../wording/reply.ts';
import { voiceOf } from '../wording/voice.ts';
import { render } from '../languages/wording.ts';
import type { Institution } from '../members/institution.ts';
import type { ChannelName } from '../messages/channel.ts';
import { enqueue } from '../messages/enqueue.ts';
import { batchOf } from '../audit/batch.ts';
import { replyLife } from './rows.ts';

/** What messages about an order need. */
export interface OrderContext {
  readonly keyring: Keyring;
  readonly world: World;
  readonly institution: Institution;
}

/** The message that gave an order, and its first reply. */
interface Asked {
  readonly conversationId: string;
  readonly channel: ChannelName;
  readonly receivedAt: Temporal.Instant;
  readonly interimId: string;
  readonly language: string;
  readonly zone: string | null;
  readonly status: string;
  readonly attempts: number;
}

/** Locks the conversation of the message that gave the order, as each batch does first. An order from a session has none. */
export async function lockConversationOf(tx: Queries, order: OrderRow): Promise<void> {
  if (order.addressId === null) return;
  const [channel, externalId] = messageOf(order);
  await tx.query(
    `select 1 from conversations c
      where c.institution_id = $1 and c.id =
        (select conversation_id from inbound where institution_id = $1 and channel = $2 and external_id = $3)
      for no key update`,
    [order.institutionId, channel, externalId],
  );
}

/**
 * Tells the member the outcome of an order. An order by message: replaces the first reply if it has not left, or else sends another
 * message. An approved order: tells the channel that asked. Another order from a session: notifies all proven addresses, unless it was simply posted, which the page shows.
 */
export async function tellOfOrder(
  tx: Transaction,
  { keyring, world, institution }: OrderContext,
  { order, reply }: { readonly order: OrderRow; readonly reply: Reply },
): Promise<void> {
  if (order.addressId === null) {
    if (await tellOrdered(tx, { keyring, world, institution }, order, reply)) return;
    if (reply.reply === 'transferred' && order.toldAt === null) return;
    const targets = await targetsOf(tx, institution.id, { memberIds: [order.memberId] });
    const notices = targets.map((target) => ({ target, reply }));
    await queueNotices(tx, { world, institution, keyring }, notices);
    return;
  }
  const asked = present(await askedBy(tx, order), 'a message’s order has its message and reply');
  const isReplaced = await replaceInterim(tx, order.institutionId, asked);
  const now = world.clock.now();
  const language = isLanguage(asked.language) ? asked.language : 'en';
  const row = {
    id: world.ids.next(),
    conversationId: asked.conversationId,
    channel: asked.channel,
    addressId: order.addressId,
    purpose: 'reply' as const,
    priority: 0 as const,
    inReplyTo: order.key,
    text: render(
      reply,
      voiceOf(institution, { language, zone: asked.zone ?? undefined }, asked.channel, now),
    ),
    language,
    queuedAt: now,
    // Latency counts to the first message that the member gets.
    receivedAt: isReplaced ? asked.receivedAt : undefined,
    expiresAt: now.add(replyLife),
  };
  await enqueue(tx, batchOf(tx, { institutionId: institution.id, world, keyring }), [row]);
}

async function askedBy(q: Queries, order: OrderRow): Promise<Asked | undefined> {
  const [channel, externalId] = messageOf(order);
  const [row] = await q.query<Asked>(
    `select i.conversation_id as "conversationId", i.channel, i.received_at as "receivedAt", o.id as "interimId", o.language,
        o.status, o.attempts, m.zone
      from inbound i
      join outbound o on o.institution_id = $1 and o.batch_id = i.batch_id and o.in_reply_to = $4
      left join members m on m.institution_id = $1 and m.id = i.member_id
      where i.institution_id = $1 and i.channel = $2 and i.external_id = $3`,
    [order.institutionId, channel, externalId, order.key],
  );
  return row;
}

/** Withdraws the first reply, if no part of it can have left. */
async function replaceInterim(
  tx: Queries,
  institutionId: number,
  { interimId, status, attempts }: Asked,
): Promise<boolean> {
  if (status !== 'queued' || attempts > 0) return false;
  return replaceUnsent(tx, institutionId, interimId);
}

/** A message's key consists of its channel and its id there. */
function messageOf({ key }: OrderRow): readonly [string, string] {
  const colon = key.indexOf(':');
  return [key.slice(0, colon), key.slice(colon + 1)];
}
