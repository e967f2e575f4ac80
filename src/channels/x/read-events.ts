import { createHash } from 'node:crypto';
import type { ChannelEvent, InboundMessage } from '../../messages/channel.ts';
import { activityEnvelope, payload as payloadSchema, post as postSchema } from './wire.ts';

/** What one delivery brought, for one of our accounts. */
export interface Delivery {
  readonly messages: readonly InboundMessage[];
  readonly events: readonly ChannelEvent[];
  /** Event types that we do not know or cannot read: counted, and answered 200 all the same. */
  readonly skipped: readonly string[];
}

/** Which institution an account of ours belongs to. */
export type BankOf = (userId: string) => number | undefined;

/** All institutions with an account on X: an event about a member names none of them, and is each one's to know or not. */
export type Banks = () => readonly number[];

/**
 * Reads a delivery, in the Activity API's envelope (`data` an object or a list) or in the older format without it. Events for
 * accounts that are not ours are skipped. Our own messages come back as echoes, never as members' messages.
 * @param heardAt when it came: an event that X gives no id is a new one each time, since what follows from it does no harm twice
 */
export function readDelivery(
  body: unknown,
  { bankOf, banks }: { readonly bankOf: BankOf; readonly banks: Banks },
  heardAt: Temporal.Instant,
): Delivery {
  const delivery = {
    messages: [] as InboundMessage[],
    events: [] as ChannelEvent[],
    skipped: [] as string[],
  };
  const envelope = activityEnvelope.safeParse(body);
  if (!envelope.success) {
    if (!readPayload(body, bankOf, delivery)) delivery.skipped.push('unreadable');
    return delivery;
  }
  const { data } = envelope.data;
  for (const event of Array.isArray(data) ? data : [data]) {
    // What every object has by birth (`constructor`) is no event.
    const read = Object.hasOwn(readers, event.event_type) ? readers[event.event_type] : undefined;
    const isRead = read?.(event.payload, {
      bankOf,
      banks,
      uuid: String(event.event_uuid ?? `${heardAt.epochMilliseconds}:${digestOf(event)}`),
      filtered: event.filter?.user_id ?? '',
      delivery,
    });
    if (!isRead) delivery.skipped.push(event.event_type.slice(0, 60));
  }
  return delivery;
}

function digestOf(event: object): string {
  return createHash('sha256').update(JSON.stringify(event)).digest('base64url').slice(0, 22);
}

interface Growing {
  readonly messages: InboundMessage[];
  readonly events: ChannelEvent[];
}

interface Place {
  readonly bankOf: BankOf;
  readonly banks: Banks;
  readonly uuid: string;
  /** The user whom the subscription is about. */
  readonly filtered: string;
  readonly delivery: Growing;
}

type Reader = (payload: unknown, place: Place) => boolean;

const readers: Readonly<Record<string, Reader>> = {
  'dm.received': (payload, { bankOf, delivery }) => readPayload(payload, bankOf, delivery),
  'dm.sent': (payload, { bankOf, delivery }) => readPayload(payload, bankOf, delivery),
  'post.mention.create': readPost,
  'post.reply.create': readPost,
  'follow.follow': (payload, place) => readFollow(payload, place, 'followed'),
  'follow.unfollow': (payload, place) => readFollow(payload, place, 'unfollowed'),
  'profile.update.handle': readHandle,
  'oauth.revoke': (_payload, { bankOf, filtered, uuid, delivery }) => {
    const institutionId = bankOf(filtered);
    if (institutionId === undefined) return false;
    delivery.events.push({
      institutionId,
      channel: 'x',
      externalId: `revoke:${uuid}`,
      event: 'access_revoked',
    });
    return true;
  },
};

function readPayload(body: unknown, bankOf: BankOf, delivery: Growing): boolean {
  const parsed = payloadSchema.safeParse(body);
  if (!parsed.success || !parsed.data.direct_message_events) return false;
  for (const event of parsed.data.direct_message_events) {
    const message = event.message_create;
    if (!message || event.type !== 'message_create') continue;
    const sentAt = instantOf(event.created_timestamp);
    const from = bankOf(message.sender_id);
    if (from !== undefined) {
      delivery.events.push({
        institutionId: from,
        channel: 'x',
        externalId: `echo:${event.id}`,
        event: 'sent_echo',
        carrierId: event.id,
        address: message.target.recipient_id,
        text: message.message_data.text,
        ...(sentAt ? { sentAt } : {}),
      });
      continue;
    }
    const institutionId = bankOf(message.target.recipient_id);
    if (institutionId === undefined) continue;
    const handle = handleOf(parsed.data.users, message.sender_id);
    delivery.messages.push({
      institutionId,
      channel: 'x',
      externalId: event.id,
      address: message.sender_id,
      text: message.message_data.text,
      ...(handle === undefined ? {} : { handle }),
      ...(sentAt ? { sentAt } : {}),
    });
  }
  return true;
}

function readPost(body: unknown, { bankOf, filtered, delivery }: Place): boolean {
  const unwrapped = isRecord(body) && isRecord(body['data']) ? body['data'] : body;
  const parsed = postSchema.safeParse(unwrapped);
  const institutionId = bankOf(filtered);
  if (!parsed.success || institutionId === undefined || parsed.data.author_id === undefined)
    return false;
  const { id, text, author_id: author, created_at: at } = parsed.data;
  if (bankOf(author) !== undefined) return true;
  const sentAt = at === undefined ? undefined : instantFrom(at);
  delivery.messages.push({
    institutionId,
    channel: 'x',
    externalId: `post:${id}`,
    address: author,
    text,
    public: true,
    ...(sentAt ? { sentAt } : {}),
  });
  return true;
}

/** Fires in both directions: who follows whom decides. */
function readFollow(
  body: unknown,
  { bankOf, filtered, uuid, delivery }: Place,
  event: 'followed' | 'unfollowed',
): boolean {
  const source = userIn(body, 'source') ?? userIn(body, 'follower');
  const target = userIn(body, 'target') ?? userIn(body, 'followed');
  if (!source || !target) return false;
  const institutionId = bankOf(target.id);
  // The bank's own follow comes back too; it says nothing about the member.
  if (institutionId === undefined) return bankOf(source.id) !== undefined;
  void filtered;
  delivery.events.push({
    institutionId,
    channel: 'x',
    externalId: `${event}:${uuid}`,
    event,
    address: source.id,
    ...(source.handle === undefined ? {} : { handle: source.handle }),
  });
  return true;
}

function readHandle(body: unknown, { banks, filtered, uuid, delivery }: Place): boolean {
  if (!isRecord(body)) return false;
  const { before, after } = body;
  if (typeof before !== 'string' || typeof after !== 'string' || !/^\d+$/.test(filtered))
    return false;
  for (const institutionId of banks()) {
    delivery.events.push({
      institutionId,
      channel: 'x',
      externalId: `handle:${uuid}`,
      event: 'handle_changed',
      address: filtered,
      before,
      after,
    });
  }
  return true;
}

function userIn(body: unknown, name: string): { id: string; handle?: string } | undefined {
  const value = isRecord(body) ? body[name] : undefined;
  if (typeof value === 'string' && /^\d+$/.test(value)) return { id: value };
  const user = isRecord(value) && isRecord(value['data']) ? value['data'] : value;
  if (!isRecord(user) || typeof user['id'] !== 'string') return undefined;
  const handle = user['username'];
  return { id: user['id'], ...(typeof handle === 'string' ? { handle } : {}) };
}

function handleOf(users: unknown, id: string): string | undefined {
  const entry = isRecord(users) ? users[id] : undefined;
  const user = isRecord(entry) && isRecord(entry['data']) ? entry['data'] : entry;
  const handle = isRecord(user) ? (user['username'] ?? user['screen_name']) : undefined;
  return typeof handle === 'string' ? handle : undefined;
}

/** Milliseconds since 1970, as text. */
function instantOf(milliseconds: string | undefined): Temporal.Instant | undefined {
  if (milliseconds === undefined || !/^\d{12,14}$/.test(milliseconds)) return undefined;
  return Temporal.Instant.fromEpochMilliseconds(Number(milliseconds));
}

/** An ISO time, or nothing where it is none. */
export function instantFrom(text: string): Temporal.Instant | undefined {
  try {
    return Temporal.Instant.from(text);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
