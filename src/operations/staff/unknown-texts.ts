import { z } from 'zod';
import { languages } from '../../kernel/vocabulary/language.ts';
import { notUnderstood } from '../../kernel/vocabulary/not-understood.ts';
import { listTexts } from '../../messages/texts-not-understood.ts';
import { operation } from '../operation.ts';

/** Lists what members wrote that was not understood, or answered otherwise than meant: the most frequent first, digits masked. */
export const listUnknownTexts = operation({
  id: 'listUnknownTexts',
  summary: 'Lists texts that were not understood, by frequency',
  access: 'staff',
  permission: 'read_settings',
  input: z.strictObject({
    days: z.int().min(1).max(400).default(30).describe('Up to today.'),
    limit: z.int().min(1).max(1_000).default(50),
  }),
  output: z.object({
    texts: z.array(
      z.object({
        text: z.string(),
        what: z
          .enum(notUnderstood)
          .describe(
            '`not_meant`: it was answered, and the member said that they meant something else.',
          ),
        times: z.int(),
        lastOn: z.iso.date(),
        language: z.enum(languages).nullable(),
        nearest: z.string().nullable().describe('The nearest command, or the one that answered.'),
      }),
    ),
    more: z.boolean().describe('There are more texts than this list.'),
  }),
  refusals: [],
  run: async ({ db, institution, world }, { days, limit }) => {
    const today = world.clock.now().toZonedDateTimeISO(institution.zone).toPlainDate();
    const since = today.subtract({ days: days - 1 });
    const found = await listTexts(db, institution.id, { since, count: limit + 1 });
    return {
      texts: found.slice(0, limit).map((one) => ({ ...one, lastOn: one.lastOn.toString() })),
      more: found.length > limit,
    };
  },
});
