import { z } from 'zod';
import { textAttachment, textAttachments, textEntities } from './member-text.ts';

/**
 * X's wire formats, both ways: read tolerantly (unknown fields pass, doubtful ones are optional), written exactly. What they
 * are read from and written to is X API v2 with the Activity API envelope, and the older Account Activity payload.
 */
const id = z.string().regex(/^\d{1,19}$/);

/** A doubtful value is read as none, so that it does not take with it what stands beside it. */
const doubtful = z.string().optional().catch(undefined);

export const directMessageEvent = z.object({
  type: z.literal('message_create'),
  id,
  created_timestamp: doubtful,
  message_create: z.object({
    target: z.object({ recipient_id: id }),
    sender_id: id,
    /** A picture alone has no text: its sender is told what can be said. */
    message_data: z.object({
      text: z.string().catch(''),
      entities: textEntities,
      attachment: textAttachment,
    }),
  }),
});

/** What stands in an Activity event's `payload`, or at the top of the older format. Each event is read by itself. */
export const payload = z.object({
  direct_message_events: z.array(z.unknown()),
  /** By user id: looked into for one of them, never walked. */
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
  /** Opaque, and kept as it is: one that could not be is none. */
  event_uuid: z
    .union([z.string().regex(/^[\w.:-]{1,64}$/), z.number()])
    .optional()
    .catch(undefined),
  event_type: z.string(),
  filter: z.looseObject({ user_id: doubtful }).optional().catch(undefined),
  payload: z.unknown().optional(),
});

/** One event or a list, each read by itself. */
export const activityEnvelope = z.object({
  data: z.union([z.array(z.unknown()), z.record(z.string(), z.unknown())]),
});

/** A message in X's encrypted chat: who wrote it, and where. Its contents can't be read here. */
export const chatMessage = z.looseObject({
  id: z.string().regex(/^[\w:.-]{1,80}$/),
  sender_id: id,
  conversation_id: doubtful,
});

/** A user named in an event. */
export const eventUser = z.looseObject({ id, username: doubtful });

/** What X lets a user be called; some old names are longer than new ones may be. */
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

/** A page of them; one that cannot be read does not keep the others from being read. */
export const dmEvents = z.looseObject({
  data: z
    .array(z.unknown())
    .transform((rows) => rows.flatMap((row) => dmEvent.safeParse(row).data ?? []))
    .optional(),
  meta: z
    .looseObject({ next_token: z.string().optional(), result_count: z.number().optional() })
    .optional(),
});

/** Only what is looked at: X's own words are shown nowhere. */
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

/** The answer to following a user: `pending_follow` where their account is protected. */
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

/** One subscription; its id goes by two names. */
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

/** The header that carries the signature of a delivery. */
export const signatureHeader = 'x-twitter-webhooks-signature';

/** What may be signed as a CRC: anything else could be the body of a forged delivery, since key and algorithm are the same. */
export const crcTokenPattern = /^[A-Za-z0-9+/=_-]{16,128}$/;

/** Event types that we subscribe to, for the bank's account. */
export const wantedEvents = [
  'dm.received',
  'dm.sent',
  'post.mention.create',
  'post.reply.create',
  'follow.follow',
  'follow.unfollow',
  'oauth.revoke',
] as const;

/** Subscribed to where X lets us: chat that can't be read is counted, and its author told elsewhere. */
export const chatEvent = 'chat.received';

/** Subscribed to for each member's account: told of a user only where it is asked for. */
export const handleEvent = 'profile.update.handle';

/** What access the operator allows. */
export const scopes = [
  'dm.read',
  'dm.write',
  'tweet.read',
  'users.read',
  'follows.read',
  'follows.write',
  'offline.access',
] as const;
