import { z } from 'zod';
import type { Queries } from '../../database/database.ts';
import { channelNames } from '../../kernel/vocabulary/channel.ts';
import { findMemberByNumber } from '../../members/members.ts';
import type { MessageCriteria } from '../../messages/search/find-messages.ts';
import { refuse, type Refused } from '../refusals.ts';
import type { StaffContext } from '../request-context.ts';

/** What staff look for in all messages. */
export const criteriaSchema = z.strictObject({
  words: z.string().trim().max(200).optional().describe('All of them, each by its beginning.'),
  number: z.string().trim().max(40).optional().describe('The member number.'),
  channel: z.enum(channelNames).optional(),
  direction: z.enum(['in', 'out']).optional(),
  outcome: z
    .string()
    .trim()
    .max(60)
    .optional()
    .describe('What came of one that came in; the purpose of one that went out.'),
  from: z.iso.date().optional().describe('The first day, in the institution’s time zone.'),
  until: z.iso.date().optional().describe('The last day.'),
});

export type Criteria = z.output<typeof criteriaSchema>;

/** Turns days and a member number into what the search takes. */
export async function toSearch(
  q: Queries,
  { institution }: Pick<StaffContext, 'institution'>,
  { words, number, channel, direction, outcome, from, until }: Criteria,
): Promise<MessageCriteria | Refused> {
  const member = number ? await findMemberByNumber(q, institution.id, number) : undefined;
  if (number && !member) return refuse('member_unknown', { field: 'number', facts: { number } });
  const begins = (day: string) =>
    Temporal.PlainDate.from(day).toZonedDateTime(institution.zone).toInstant();
  return {
    words,
    memberId: member?.id,
    channel,
    direction,
    outcome,
    since: from === undefined ? undefined : begins(from),
    until:
      until === undefined
        ? undefined
        : begins(Temporal.PlainDate.from(until).add({ days: 1 }).toString()),
  };
}
