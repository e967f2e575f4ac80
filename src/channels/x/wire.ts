import { z } from 'zod';

/**
 * X's wire formats, both ways: read tolerantly (unknown fields pass, doubtful ones are optional), written exactly. What they
 * are read from and written to is X API v2 with the Activity API envelope, and the older Account Activity payload.
 */
const id = z.string().regex(/^\d{1,19}$/);

export const directMessageEvent = z.object({
  type: z.string(),
  id: z.string(),
  created_timestamp: z.string().optional(),
  message_create: z
    .object({
      target: z.object({ recipient_id: id }),
      sender_id: id,
      message_data: z.object({ text: z.string() }),
    })
    .optional(),
});

/** What stands in an Activity event's `payload`, or at the top of the older format. */
export const payload = z.object({
  direct_message_events: z.array(directMessageEvent).optional(),
  /** By user id: looked into for one of them, never walked. */
  users: z.unknown().optional(),
});

export const post = z.looseObject({
  id: z.string(),
  text: z.string(),
  author_id: id.optional(),
  created_at: z.string().optional(),
});

export const activityEvent = z.looseObject({
  event_uuid: z.union([z.string(), z.number()]).optional(),
  event_type: z.string(),
  filter: z.looseObject({ user_id: z.string().optional() }).optional(),
  payload: z.unknown().optional(),
});

export const activityEnvelope = z.object({
  data: z.union([activityEvent, z.array(activityEvent)]),
});

/** The answer to sending a direct message. */
export const sentAnswer = z.looseObject({
  data: z.looseObject({ dm_conversation_id: z.string().optional(), dm_event_id: z.string() }),
});

export const dmEvents = z.looseObject({
  data: z
    .array(
      z.looseObject({
        id: z.string(),
        event_type: z.string().optional(),
        text: z.string().optional(),
        sender_id: z.string().optional(),
        dm_conversation_id: z.string().optional(),
        created_at: z.string().optional(),
      }),
    )
    .optional(),
  meta: z
    .looseObject({ next_token: z.string().optional(), result_count: z.number().optional() })
    .optional(),
});

export const problem = z.looseObject({
  title: z.string().optional(),
  detail: z.string().optional(),
  type: z.string().optional(),
  status: z.number().optional(),
  errors: z
    .array(z.looseObject({ code: z.number().optional(), message: z.string().optional() }))
    .optional(),
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
