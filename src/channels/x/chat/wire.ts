import { z } from 'zod';

/** X's wire formats for chat. Parsed tolerantly: unknown fields pass, and one doubtful row doesn't affect the others. */
const doubtful = z.string().optional().catch(undefined);

function rowsOf<Shape extends z.ZodType>(shape: Shape) {
  return z
    .array(z.unknown())
    .transform((rows) =>
      rows.flatMap((row): z.output<Shape>[] => {
        const read = shape.safeParse(row);
        return read.success ? [read.data] : [];
      }),
    )
    .optional();
}

/** X's number of registered keys. */
const version = z.string().regex(/^\d{1,20}$/);

const publicKey = z.looseObject({
  public_key_version: version,
  public_key: z.string().min(1),
  signing_public_key: z.string().min(1),
  identity_public_key_signature: z.string().min(1),
  juicebox_config: z.unknown().optional(),
});

export const publicKeysAnswer = z.looseObject({ data: rowsOf(publicKey) });

export const registeredAnswer = z.looseObject({
  data: z.looseObject({ public_key_version: version }),
});

export const keysPostedAnswer = z.looseObject({
  data: z.looseObject({ conversation_id: doubtful, sequence_id: doubtful }),
});

export const messageAnswer = z.looseObject({
  data: z.looseObject({ encoded_message_event: z.string().min(1) }),
});

const listedEvent = z.looseObject({
  /** The sequence id. */
  id: doubtful,
  encoded_event: z.string().min(1),
  sender_id: doubtful,
  conversation_token: doubtful,
  created_at: doubtful,
});

export const eventsAnswer = z.looseObject({
  data: rowsOf(listedEvent),
  meta: z
    .looseObject({
      next_token: doubtful,
      conversation_key_events: z.array(z.string()).optional().catch(undefined),
    })
    .optional(),
});

const conversation = z.looseObject({
  id: z.string(),
  updated_at: doubtful,
});

export const conversationsAnswer = z.looseObject({
  data: rowsOf(conversation),
  meta: z
    .looseObject({
      has_message_requests: z.boolean().optional().catch(undefined),
      next_token: doubtful,
    })
    .optional(),
});

/** An activity event about a message. */
export const chatActivity = z.looseObject({
  sender_id: z.string().regex(/^\d{1,19}$/),
  conversation_id: z.string(),
  encoded_event: z.string().min(1),
  conversation_key_change_event: doubtful,
  conversation_token: doubtful,
});

/** The body that posts a message. It is also what is stored with the outbound row. */
export const postedMessage = z.strictObject({
  message_id: z.string(),
  encoded_message_create_event: z.string(),
  encoded_message_event_signature: z.string(),
  conversation_token: z.string().optional(),
});
