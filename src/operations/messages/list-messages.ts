import { channelNames } from '../../kernel/vocabulary/channel.ts';
import { z } from 'zod';
import { vouchedIds } from '../../messages/vouched.ts';
import { operation } from '../operation.ts';
import { refuse } from '../refusals.ts';
import { loadLog, readCursor, writeCursor } from './log.ts';

/**
 * Everything said and answered, newest first, as it is stored: redacted, and without codes. A message that the signed record doesn’t
 * have is left out: it is not ours.
 */
export const listMessages = operation({
  id: 'listMessages',
  method: 'GET',
  path: '/messages',
  tag: 'Messages',
  summary: 'Lists messages and replies on all channels, newest first',
  access: 'member',
  input: z.strictObject({
    before: z.string().max(200).optional().describe('`next` of the previous page.'),
    limit: z.coerce.number().int().min(1).max(100).default(30),
  }),
  output: z.object({
    messages: z.array(
      z.object({
        id: z.string(),
        direction: z.enum(['in', 'out']),
        channel: z.enum(channelNames),
        name: z.string(),
        at: z.string(),
        text: z.string(),
        public: z.boolean(),
        status: z
          .string()
          .describe('For outgoing messages, the delivery status; for incoming ones, the outcome.'),
        hasCode: z.boolean().describe('Whether it ended in the address’s code.'),
      }),
    ),
    next: z.string().optional(),
  }),
  refusals: [],
  run: async ({ db, institution, member, keyring }, { before, limit }) => {
    const cursor = before === undefined ? undefined : readCursor(before);
    if (before !== undefined && !cursor) return refuse('input_invalid', { field: 'before' });
    const rows = await loadLog(db, {
      institutionId: institution.id,
      memberId: member.id,
      cursor,
      limit: limit + 1,
    });
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    const ids = page.flatMap(({ outboundId }) => outboundId ?? []);
    const vouched = await vouchedIds(db, { institutionId: institution.id, keyring }, ids);
    const shown = page.filter(({ outboundId }) => !outboundId || vouched.has(outboundId));
    return {
      messages: shown.map((row) => ({
        id: row.id,
        direction: row.direction,
        channel: row.channel,
        name: row.name,
        at: row.at.toString(),
        text: row.text,
        public: row.public,
        status: row.status,
        hasCode: row.hasCode,
      })),
      ...(rows.length > limit && last ? { next: writeCursor(last) } : {}),
    };
  },
});
