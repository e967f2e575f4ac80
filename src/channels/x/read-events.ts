import { createHash } from 'node:crypto';
import type { ChannelEvent, InboundMessage } from '../../messages/channel.ts';
import { isGroup } from './chat/group.ts';
import { typedText } from './member-text.ts';
import {
  activityEnvelope,
  activityEvent,
  chatEvent,
  chatMessage,
  chatSentEvent,
  directMessageEvent,
  eventUser,
  handlePattern,
  payload as payloadSchema,
  post as postSchema,
} from './wire.ts';

/** The contents of one delivery, for one of our accounts. */
export interface Delivery {
  readonly messages: readonly InboundMessage[];
  readonly events: readonly ChannelEvent[];
  /** Encrypted chat messages, to read where the institution has X Chat. */
  readonly chats: readonly ChatDelivery[];
  /** Event types that we don't know or can't parse: counted, and still answered with 200. */
  readonly skipped: readonly string[];
}

/** An activity event about an encrypted message. */
export interface ChatDelivery {
  readonly institutionId: number;
  readonly payload: unknown;
  /** What it is where the institution has no X Chat. Absent: nothing. */
  readonly otherwise: ChannelEvent | undefined;
}

/** The institution that has this account. */
export type BankOf = (userId: string) => number | undefined;

/**
 * All institutions with an account on X. An event about a member names no institution, so each must check whether it knows the
 * member.
 */
export type Banks = () => readonly number[];

/**
 * Reads a delivery in the Activity API's envelope (`data` is an object or a list) or in the older format without it. Skips events
 * for accounts that are not ours. Our own messages become echoes, never members' messages.
 * @param heardAt when it came; an event without an id from X is new each time, which is harmless because its effects can repeat
 */
export function readDelivery(
  body: unknown,
  { bankOf, banks }: { readonly bankOf: BankOf; readonly banks: Banks },
  heardAt: Temporal.Instant,
): Delivery {
  const delivery = {
    messages: [] as InboundMessage[],
    events: [] as ChannelEvent[],
    chats: [] as ChatDelivery[],
    skipped: [] as string[],
  };
  const envelope = activityEnvelope.safeParse(body);
  if (!envelope.success) {
    if (!readPayload(body, bankOf, delivery)) delivery.skipped.push('unreadable');
    return delivery;
  }
  const { data } = envelope.data;
  for (const one of Array.isArray(data) ? data : [data]) {
    const parsed = activityEvent.safeParse(one);
    if (!parsed.success) {
      delivery.skipped.push('unreadable');
      continue;
    }
    const event = parsed.data;
    const read = readers.get(event.event_type);
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
  readonly chats: ChatDelivery[];
  readonly skipped: string[];
}

interface Place {
  readonly bankOf: BankOf;
  readonly banks: Banks;
  readonly uuid: string;
  /** The user that the subscription is about. */
  readonly filtered: string;
  readonly delivery: Growing;
}

type Reader = (payload: unknown, place: Place) => boolean;

const readDirectMessages: Reader = (payload, { bankOf, delivery }) =>
  readPayload(payload, bankOf, delivery);

/** Readers by event type. A map, because the type is X's text and an object has names of its own. */
const readers: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['dm.received', readDirectMessages],
  ['dm.sent', readDirectMessages],
  ['post.mention.create', readPost],
  ['post.reply.create', readPost],
  ['follow.follow', (payload, place) => readFollow(payload, place, 'followed')],
  ['follow.unfollow', (payload, place) => readFollow(payload, place, 'unfollowed')],
  ['profile.update.handle', readHandle],
  ['oauth.revoke', readRevoke],
  [chatEvent, readChat],
  [chatSentEvent, readChat],
]);

function readRevoke(_payload: unknown, { bankOf, filtered, uuid, delivery }: Place): boolean {
  const institutionId = bankOf(filtered);
  if (institutionId === undefined) return false;
  delivery.events.push({
    institutionId,
    channel: 'x',
    externalId: `revoke:${uuid}`,
    event: 'access_revoked',
  });
  return true;
}

/** Encrypted, so only its sender is known here. Where the institution has no X Chat, messages in groups are nothing. */
function readChat(body: unknown, { bankOf, filtered, delivery }: Place): boolean {
  const message = chatMessage.safeParse(body).data;
  const institutionId = bankOf(filtered);
  if (!message || institutionId === undefined) return false;
  const isOurs = bankOf(message.sender_id) !== undefined;
  const isGroups = isGroup(message.conversation_id ?? '');
  if (isGroups && isOurs) return true;
  delivery.chats.push({
    institutionId,
    payload: body,
    otherwise:
      isOurs || isGroups
        ? undefined
        : {
            institutionId,
            channel: 'x',
            externalId: `chat:${message.id}`,
            event: 'unreadable',
            address: message.sender_id,
          },
  });
  return true;
}

function readPayload(body: unknown, bankOf: BankOf, delivery: Growing): boolean {
  const parsed = payloadSchema.safeParse(body);
  if (!parsed.success) return false;
  for (const one of parsed.data.direct_message_events) {
    const read = directMessageEvent.safeParse(one);
    if (!read.success) {
      // Such as another kind of event, or one of an account with an odd name.
      delivery.skipped.push('unreadable');
      continue;
    }
    const event = read.data;
    const message = event.message_create;
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
      text: typedText(message.message_data),
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
  if (!parsed.success || institutionId === undefined) return false;
  const { id, author_id: author, created_at: at } = parsed.data;
  if (bankOf(author) !== undefined) return true;
  const sentAt = at === undefined ? undefined : instantFrom(at);
  delivery.messages.push({
    institutionId,
    channel: 'x',
    externalId: `post:${id}`,
    address: author,
    text: typedText(parsed.data),
    public: true,
    ...(sentAt ? { sentAt } : {}),
  });
  return true;
}

/** Fires in both directions, so check who follows whom. */
function readFollow(
  body: unknown,
  { bankOf, uuid, delivery }: Place,
  event: 'followed' | 'unfollowed',
): boolean {
  const source = userIn(body, 'source') ?? userIn(body, 'follower');
  const target = userIn(body, 'target') ?? userIn(body, 'followed');
  if (!source || !target) return false;
  const institutionId = bankOf(target.id);
  // The bank's own follow is also delivered, and says nothing about the member.
  if (institutionId === undefined) return bankOf(source.id) !== undefined;
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
  if (typeof before !== 'string' || typeof after !== 'string' || !/^\d{1,19}$/.test(filtered))
    return false;
  for (const institutionId of banks()) {
    delivery.events.push({
      institutionId,
      channel: 'x',
      externalId: `handle:${uuid}`,
      event: 'handle_changed',
      address: filtered,
      before: nameOf(before),
      after: nameOf(after),
    });
  }
  return true;
}

/** A handle in a form that can be stored and shown. That it changed matters, whatever it is now. */
function nameOf(handle: string): string {
  return handle.replace(/\W/g, '').slice(0, 50);
}

function userIn(body: unknown, name: string): { id: string; handle?: string } | undefined {
  const value = isRecord(body) ? body[name] : undefined;
  const given = isRecord(value) && isRecord(value['data']) ? value['data'] : value;
  const user = eventUser.safeParse(typeof given === 'string' ? { id: given } : given).data;
  if (!user) return undefined;
  const handle = user.username;
  return {
    id: user.id,
    ...(handle !== undefined && handlePattern.test(handle) ? { handle } : {}),
  };
}

function handleOf(users: unknown, id: string): string | undefined {
  const entry = isRecord(users) && Object.hasOwn(users, id) ? users[id] : undefined;
  const user = isRecord(entry) && isRecord(entry['data']) ? entry['data'] : entry;
  const handle = isRecord(user) ? (user['username'] ?? user['screen_name']) : undefined;
  return typeof handle === 'string' && handlePattern.test(handle) ? handle : undefined;
}

/** Milliseconds since 1970, as text. */
function instantOf(milliseconds: string | undefined): Temporal.Instant | undefined {
  if (milliseconds === undefined || !/^\d{12,14}$/.test(milliseconds)) return undefined;
  return Temporal.Instant.fromEpochMilliseconds(Number(milliseconds));
}

/** Parses an ISO time in a plausible range; `undefined` for anything else. */
export function instantFrom(text: string): Temporal.Instant | undefined {
  try {
    const at = Temporal.Instant.from(text);
    return /^\d{4}-/.test(at.toString()) ? at : undefined;
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
