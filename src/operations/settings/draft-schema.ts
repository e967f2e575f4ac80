import { z } from 'zod';
import { rehearsalStates, settingsDraftStates } from '../../kernel/vocabulary/settings-draft.ts';

export const draftField = z.uuid().describe('The draft.');

const lineSchema = z.object({
  what: z.string(),
  before: z.string().optional(),
  after: z.string().optional(),
});

export const rehearsalSchema = z.object({
  state: z.enum(rehearsalStates),
  isCurrent: z.boolean().describe('It tried the draft as it is now, on the settings as they are.'),
  startedAt: z.string(),
  finishedAt: z.string().nullable(),
  total: z.int(),
  lookedAt: z.int(),
  readOtherwise: z.int(),
  answeredOtherwise: z.int(),
  listed: z.int(),
});

export const draftSchema = z.object({
  draft: z.string(),
  state: z.enum(settingsDraftStates),
  names: z.array(z.string()).describe('The settings that it changes.'),
  madeBy: z.string(),
  madeAt: z.string(),
  changedBy: z.string(),
  changedAt: z.string(),
  endedBy: z.string().nullable(),
  endedAt: z.string().nullable(),
  baseVersion: z.int(),
  liveVersion: z.int().nullable(),
  isStale: z.boolean().describe('The settings changed since it was made.'),
});

export const draftDetailSchema = draftSchema.extend({
  settings: z.record(z.string(), z.unknown()),
  lines: z.array(lineSchema).describe('Before and after.'),
  problem: z.string().nullable().describe('Why it can’t become live as it is.'),
  needsRehearsal: z.boolean().describe('It could change how texts are read or answered.'),
  rehearsal: rehearsalSchema.nullable(),
});

export type DraftOutput = z.output<typeof draftSchema>;
export type DraftDetail = z.output<typeof draftDetailSchema>;
