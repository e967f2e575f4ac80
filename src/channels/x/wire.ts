import { z } from 'zod';
import { textAttachment, textAttachments, textEntities } from './member-text.ts';

/**
 * X's wire formats, both ways: parsed tolerantly (unknown fields pass, doubtful ones are optional), written exactly. They follow X
 * API v2 with the Activity API envelope, and the older Account Activity payload.
 */
const id = z.string().regex(/^\d{1,19}$/);

/** A doubtful value counts as absent, so that it doesn't invalidate its neighbors. */
const doubtful = z.string().optional().catch(undefined);

export const directMessageEvent = z.object({
  type: z.literal('message_create'),
  id,
  created_timestamp: doubtful,
  message_create: z.object({
    target: z.object({ recipient_id: id }),
    sender_id: id,
    /** A picture alone has no text. Its sender gets an answer with what they can send. */
    message_data: z.object({
      text: z.string().catch(''),
      entities: textEntities,
      attachment: textAttachment,
    }),
  }),
});

/** The contents of an Activity event's `payload`, or of the older format's top level. Each event is parsed separately. */
export const payload = z.object({
  direct_message_events: z.array(z.unknown()),
  /** By user id. Looked up by id, never iterated. */
  users: z.unknown().optional(),
});

export const post = z.looseObject({
  id,
  text: z.string(),
  author_id: id,
  created_at: doubtful,
  entities: textEntities,
  attachments: textAttachments,
});

export const activityEvent = z.looseObject({
  /** Opaque, stored as it is. An impossible value counts as absent. */
  event_uuid: z
    .union([z.string().regex(/^[\w.:-]{1,64}$/), z.number()])
    .optional()
    .catch(undefined),
  event_type: z.string(),
  filter: z.looseObject({ user_id: doubtful }).optional().catch(undefined),
  payload: z.unknown().optional(),
});

/** One event or a list, each parsed separately. */
export const activityEnvelope = z.object({
  data: z.union([z.array(z.unknown()), z.record(z.string(), z.unknown())]),
});

/** A message in X's encrypted chat: its author and conversation. We can't read its contents. */
export const chatMessage = z.looseObject({
  id: z.string().regex(/^[\w:.-]{1,80}$/),
  sender_id: id,
  conversation_id: doubtful,
});

/** A user named in an event. */
export const eventUser = z.looseObject({ id, username: doubtful });

/** The form of X's handles. Some old ones are longer than new ones may be. */
export const handlePattern = /^\w{1,50}$/;

/** The answer to sending a direct message. */
export const sentAnswer = z.looseObject({
  data: z.looseObject({ dm_conversation_id: z.string().optional(), dm_event_id: z.string() }),
});

/** A direct message as X lists it. */
export const dmEvent = z.looseObject({
  id,
  event_type: doubtful,
  text: doubtful,
  sender_id: id.optional().catch(undefined),
  dm_conversation_id: doubtful,
  created_at: doubtful,
  entities: textEntities,
  attachments: textAttachments,
});

/** A page of them. An unreadable one doesn't affect the others. */
export const dmEvents = z.looseObject({
  data: z
    .array(z.unknown())
    .transform((rows) => rows.flatMap((row) => dmEvent.safeParse(row).data ?? []))
    .optional(),
  meta: z
    .looseObject({ next_token: z.string().optional(), result_count: z.number().optional() })
    .optional(),
});

/** Only the fields that we use: X's own words are shown nowhere. */
export const problem = z.looseObject({
  type: doubtful,
  reason: doubtful,
  errors: z
    .array(
      z.looseObject({
        code: z.number().optional().catch(undefined),
        type: doubtful,
        reason: doubtful,
      }),
    )
    .optional()
    .catch(undefined),
});

/** The answer to following a user: `pending_follow` if their account is protected. */
export const followAnswer = z.looseObject({
  data: z.looseObject({
    following: z.boolean().optional(),
    pending_follow: z.boolean().optional(),
  }),
});

export const userAnswer = z.looseObject({
  data: z.looseObject({ id, username: z.string(), name: z.string().optional() }),
});

export const tokenAnswer = z.looseObject({
  token_type: z.string(),
  expires_in: z.number(),
  access_token: z.string().min(1),
  refresh_token: z.string().min(1).optional(),
  scope: z.string().optional(),
});

export const webhook = z.looseObject({
  id: z.string(),
  url: z.string(),
  valid: z.boolean().optional(),
});

/** X answers with one, a list, or one inside `data`. */
export const webhookAnswer = z.looseObject({
  data: z.union([webhook, z.array(webhook)]).optional(),
  id: z.string().optional(),
  url: z.string().optional(),
  valid: z.boolean().optional(),
});

/** One subscription. Its id has two names. */
export const subscriptionRow = z.looseObject({
  subscription_id: z.string().optional(),
  id: z.string().optional(),
  event_type: z.string().optional(),
  filter: z.looseObject({ user_id: doubtful }).optional().catch(undefined),
  webhook_id: doubtful,
});

/** Seen as `{data: {subscription}}`, `{data: {…}}` and `{data: […]}`. */
export const subscriptionAnswer = z.looseObject({
  data: z
    .union([
      z.looseObject({ subscription: subscriptionRow }),
      z.array(subscriptionRow),
      subscriptionRow,
    ])
    .optional(),
  meta: z.looseObject({ next_token: doubtful }).optional().catch(undefined),
});

/** The header with the signature of a delivery. */
export const signatureHeader = 'x-twitter-webhooks-signature';

/** Tokens that may be signed as a CRC. Anything else could be the body of a forged delivery, because key and algorithm are the same. */
export const crcTokenPattern = /^[A-Za-z0-9+/=_-]{16,128}$/;

/** The event types that we subscribe to, for the bank's account. */
export const wantedEvents = [
  'dm.received',
  'dm.sent',
  'post.mention.create',
  'post.reply.create',
  'follow.follow',
  'follow.unfollow',
  'oauth.revoke',
] as const;

/** Subscribed to if X allows it. Without X Chat, encrypted messages are counted, and their authors get a notice elsewhere. */
export const chatEvent = 'chat.received';

/** Subscribed to if X allows it: encrypted messages from our account, ours and those that staff write by hand. */
export const chatSentEvent = 'chat.sent';

export const chatEvents: readonly string[] = [chatEvent, chatSentEvent];

/** Subscribed to for each member's account: X reports a user's changes only on request. */
export const handleEvent = 'profile.update.handle';

/** The access that the operator grants. */
export const scopes = [
  'dm.read',
  'dm.write',
  'tweet.read',
  'users.read',
  'follows.read',
  'follows.write',
  'offline.access',
] as const;
