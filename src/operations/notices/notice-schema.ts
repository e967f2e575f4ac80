import { z } from 'zod';
import { channelNames } from '../../kernel/vocabulary/channel.ts';
import { languages } from '../../kernel/vocabulary/language.ts';
import { noticeStates, recipientFates } from '../../kernel/vocabulary/notice-to-many.ts';
import { shareKinds } from '../../kernel/vocabulary/share-kind.ts';
import type { Notice } from '../../notices/many/notice.ts';

/** The longest text of a notice. Channels may allow less. */
export const noticeTextMax = 1_000;

export const noticeIdField = z
  .uuid()
  .describe('Made by the caller: the same form saved twice is one draft.');

export const choiceSchema = z.strictObject({
  channels: z.array(z.enum(channelNames)).min(1).describe('A member gets it on one of these.'),
  languages: z.array(z.enum(languages)).describe('Empty: all.'),
  kinds: z.array(z.enum(shareKinds)).describe('Owns an account of one of these kinds. Empty: any.'),
  numbers: z
    .array(z.string().trim().min(1).max(40))
    .max(20_000)
    .describe('Member numbers. Empty: all members.'),
});

export const textsSchema = z.partialRecord(z.enum(languages), z.string().max(2 * noticeTextMax));

const estimateSchema = z.object({
  recipients: z.int(),
  parts: z.array(
    z.object({
      channel: z.enum(channelNames),
      language: z.enum(languages),
      recipients: z.int(),
      units: z.int(),
      microdollars: z.number(),
    }),
  ),
  unreached: z.int(),
  unknown: z.array(z.string()),
  unknownCount: z.int(),
  minutes: z.int(),
});

/** A notice to many, as pages and programs read it. */
export const noticeSchema = z.object({
  id: z.string(),
  name: z.string(),
  state: z.enum(noticeStates),
  texts: textsSchema,
  choice: choiceSchema,
  perMinute: z.int(),
  estimate: estimateSchema,
  madeAt: z.string(),
  madeBy: z.string(),
  changedAt: z.string(),
  begunAt: z.string().nullable(),
  begunBy: z.string().nullable(),
  recipients: z.int().nullable(),
  endedAt: z.string().nullable(),
  endedBy: z.string().nullable(),
});

export type NoticeOutput = z.output<typeof noticeSchema>;

export const progressSchema = z.object({
  channel: z.enum(channelNames),
  fate: z.enum(recipientFates),
  count: z.int(),
  microdollars: z.number(),
});

export type ProgressOutput = z.output<typeof progressSchema>;

export function noticeOut(notice: Notice): z.input<typeof noticeSchema> {
  const {
    madeAt,
    changedAt,
    begunAt,
    endedAt,
    texts,
    choice,
    estimate,
    sentFrom: _,
    ...rest
  } = notice;
  return {
    ...rest,
    texts: { ...texts },
    choice: {
      channels: [...choice.channels],
      languages: [...choice.languages],
      kinds: [...choice.kinds],
      numbers: [...choice.numbers],
    },
    estimate: { ...estimate, parts: [...estimate.parts], unknown: [...estimate.unknown] },
    madeAt: madeAt.toString(),
    changedAt: changedAt.toString(),
    begunAt: begunAt?.toString() ?? null,
    endedAt: endedAt?.toString() ?? null,
  };
}
