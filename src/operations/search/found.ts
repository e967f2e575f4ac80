import { z } from 'zod';
import type { FoundMessage } from '../../messages/search/find-messages.ts';

/** A message that a search found. */
export const foundSchema = z.object({
  at: z.string(),
  direction: z.enum(['in', 'out']),
  channel: z.string(),
  memberNumber: z.string().nullable(),
  memberName: z.string().nullable(),
  conversationId: z.string(),
  key: z.string().nullable().describe('Of one that came in: for `explainMessage`.'),
  text: z.string().describe('As it is stored: redacted, without a code.'),
  outcome: z.string().describe('What came of it; of one that went out, how far it is.'),
});

export type Found = z.output<typeof foundSchema>;

/** Converts a found message to what operations return. */
export function foundOutput({ ref, at, ...row }: FoundMessage): Found {
  return {
    ...row,
    at: at.toString(),
    key: row.direction === 'in' ? `${row.channel}:${ref}` : null,
  };
}
