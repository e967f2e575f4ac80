import { z } from 'zod';
import { rehearse } from '../../conversation/rehearse.ts';
import { rolledBack } from '../../database/rolled-back.ts';
import { channelNames } from '../../kernel/vocabulary/channel.ts';
import { languages } from '../../kernel/vocabulary/language.ts';
import { operation } from '../operation.ts';
import { demonstrationOf } from './demonstration-member.ts';
import { trainingCore } from './training-core.ts';

/**
 * Tells how a text of the demonstration member would be read and answered. The member and their
 * books are in memory, nothing is written and nothing leaves.
 */
export const tryTrainingText = operation({
  id: 'tryTrainingText',
  summary: 'Shows how a text of a demonstration member would be read and answered',
  access: 'staff',
  permission: 'read_members',
  input: z.strictObject({
    text: z.string().trim().min(1).max(400),
    language: z.enum(languages).describe('The one that the member chose.'),
    channel: z.enum(channelNames).default(channelNames[0]),
  }),
  output: z.object({
    intent: z.string(),
    care: z
      .string()
      .optional()
      .describe('What it needs though it is no command, such as `emergency`.'),
    reading: z.string().describe('As one line of JSON.'),
    asksFirst: z.boolean(),
    reply: z.string().describe('Without a code: a demonstration member has none.'),
  }),
  refusals: [],
  run: async ({ db, institution, world }, { text, language, channel }) => {
    const demonstration = demonstrationOf(institution, world.clock.now(), { language, channel });
    const { member, address, shares } = demonstration;
    const core = trainingCore(demonstration);
    const done = await rolledBack(db, async (tx) =>
      rehearse(tx, { core, world }, { institution, member, address, shares, text, language }),
    );
    return {
      intent: done.reading.intent,
      ...('care' in done.reading && done.reading.care ? { care: done.reading.care } : {}),
      reading: JSON.stringify(done.reading),
      asksFirst: done.asksFirst,
      reply: done.reply,
    };
  },
});

/** The practice space. */
export const trainingOperations = [tryTrainingText];
