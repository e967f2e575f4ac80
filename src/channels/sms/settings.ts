import { z } from 'zod';

/** The carriers of texts. If an institution names none, the first installed one counts. */
export const smsCarriers = ['twilio', 'kannel'] as const;

export type SmsCarrier = (typeof smsCarriers)[number];

/** An institution's settings for text messages. */
export const smsSetting = z
  .object({
    number: z
      .string()
      .regex(
        /^(?:\+[1-9]\d{6,14}|\d{3,8})$/,
        'is a number with + and its country, such as "+18005226009", or a short code',
      ),
    messagingServiceSid: z
      .string()
      .regex(/^MG[0-9a-fA-F]{32}$/, 'is MG and 32 hexadecimal digits')
      .optional(),
    rcsSender: z
      .string()
      .regex(
        /^[\w.-]{1,100}$/,
        'is the sender’s ID at Twilio without `rcs:`, such as "vantage_x1y2z3_agent"',
      )
      .optional(),
    carrier: z.enum(smsCarriers).optional(),
  })
  .optional()
  .describe(
    'The number that members text: E.164 or a short code, and at Twilio optionally a messaging service. `rcsSender` is the ID of its RCS sender at Twilio; without it, RCS texts go to the only institution on the account. Set `carrier` only if this installation uses both.',
  );

export type SmsSetting = NonNullable<z.output<typeof smsSetting>>;
