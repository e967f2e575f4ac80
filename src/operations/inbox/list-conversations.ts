import { z } from 'zod';
import { countHandovers, inboxViews, listHandovers } from '../../staff/handovers/lists.ts';
import { operation } from '../operation.ts';
import { listedOutput, listedSchema } from './conversation-fields.ts';
import { personOf } from './person-of.ts';

/** Lists the conversations that wait for people, or that people hold. */
export const listConversations = operation({
  id: 'listConversations',
  summary: 'Lists conversations of the inbox: waiting, mine, all open ones, or closed ones',
  access: 'staff',
  permission: 'read_messages',
  input: z.strictObject({
    view: z.enum(inboxViews).default('waiting'),
    before: z.iso
      .datetime({ offset: true })
      .optional()
      .describe('For closed ones: those whose last word came before this.'),
  }),
  output: z.object({
    conversations: z.array(listedSchema),
    counts: z.object({ waiting: z.int(), mine: z.int(), all: z.int() }),
    longestSince: z.string().nullable().describe('Since when the longest waits.'),
  }),
  refusals: [],
  run: async (request, { view, before }) => {
    const { db, institution } = request;
    const { who } = personOf(request);
    const rows = await listHandovers(db, institution.id, {
      view,
      who,
      ...(before === undefined ? {} : { before: Temporal.Instant.from(before) }),
    });
    const { longest, ...counts } = await countHandovers(db, institution.id, who);
    return {
      conversations: rows.map((row) => listedOutput(row, who)),
      counts,
      longestSince: longest?.toString() ?? null,
    };
  },
});
