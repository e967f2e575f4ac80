import { z } from 'zod';

const mailAddress = z
  .email('is an e-mail address')
  .max(200)
  .regex(/^[\x21-\x7E]+$/, 'is an e-mail address in plain letters');

const webhook = z.url({ protocol: /^https$/, error: 'is an https address' }).max(300);

const level = z.object({
  minutes: z.int().min(0).max(1_440).default(0),
  mail: z.array(mailAddress).max(20).default([]),
  webhooks: z.array(webhook).max(5).default([]),
});

/** Whom of the staff alarms reach, step by step while nobody takes what they are about. */
export const alarmsSetting = z
  .object({
    levels: z.array(level).min(1).max(5),
    deputies: z.array(mailAddress).max(20).default([]),
    deputyHours: z.int().min(1).max(72).default(4),
  })
  .transform(({ levels, ...rest }) => ({
    ...rest,
    levels: levels.toSorted((a, b) => a.minutes - b.minutes),
  }))
  .optional();

export type AlarmsSetting = NonNullable<z.output<typeof alarmsSetting>>;
