import { z } from 'zod';
import { handoverStates } from '../../kernel/vocabulary/handover.ts';
import { channelNames } from '../../kernel/vocabulary/channel.ts';
import type { ListedHandover } from '../../staff/handovers/lists.ts';

/** The id of a conversation. */
export const conversationField = z.uuid().describe('The conversation.');

/** A conversation in the inbox, as staff see it. */
export const listedSchema = z.object({
  conversationId: z.string(),
  state: z.enum(handoverStates),
  channel: z.enum(channelNames),
  memberNumber: z.string(),
  memberName: z.string(),
  said: z.string().describe('The member’s last text to a person, redacted.'),
  waitingSince: z
    .string()
    .nullable()
    .describe('Since when the member waits for a person’s word; null: no person owes one.'),
  urgent: z.boolean(),
  holderName: z.string().nullable(),
  isMine: z.boolean(),
  watched: z.boolean(),
  spokeAt: z.string(),
});

export type ListedConversation = z.output<typeof listedSchema>;

/** Converts a conversation to what operations return. */
export function listedOutput(row: ListedHandover, who: string): z.input<typeof listedSchema> {
  return {
    conversationId: row.conversationId,
    state: row.state,
    channel: row.channel,
    memberNumber: row.memberNumber,
    memberName: row.memberName,
    said: row.said,
    waitingSince: row.waitingSince?.toString() ?? null,
    urgent: row.urgent,
    holderName: row.holderName,
    isMine: row.holder === who,
    watched: row.watched,
    spokeAt: row.spokeAt.toString(),
  };
}
