import { z } from 'zod';
import { descriptors } from '../../channels/descriptors.ts';
import { openQuestions } from '../../commands/pending.ts';
import type { Page } from '../../messages/hosted/read-placed.ts';
import { readPlaced } from '../../messages/hosted/read-placed.ts';
import type { MemberContext } from '../request-context.ts';
import { channel } from './channel.ts';
import type { AppConversation } from './conversation.ts';

/** The number of a message in its conversation. A later message has a greater one. */
export const placeField = z.number().int().min(0);

/** A message as the app gets it, from the list and from the stream alike. */
export const appMessage = z.object({
  place: placeField,
  id: z.string(),
  direction: z.enum(['in', 'out']).describe('`in`: the member wrote it.'),
  text: z.string().describe('One of ours ends in the address’s code.'),
  at: z.string(),
  clientId: z.uuid().nullable().describe('The id that the member’s device gave it.'),
  asks: z.boolean().describe('It waits for its OK, or for NO.'),
});

export type AppMessage = z.output<typeof appMessage>;

/** Messages of a page, oldest first. */
export interface AppMessages {
  readonly messages: readonly AppMessage[];
  /** The last place that was read, shown or not. */
  readonly through: bigint | undefined;
  readonly more: boolean;
  /** It ends before a message that only a process with other keys can check. */
  readonly isCut: boolean;
}

/** Reads a page of the member's conversation. */
export async function readMessages(
  {
    db,
    institution,
    keyring,
    world,
  }: Pick<MemberContext, 'db' | 'institution' | 'keyring' | 'world'>,
  { conversationId, pending }: Pick<AppConversation, 'conversationId' | 'pending'>,
  page: Page,
): Promise<AppMessages> {
  const now = world.clock.now();
  const { messages, last, more, isCut } = await readPlaced(
    db,
    { institutionId: institution.id, channel, conversationId },
    page,
    { keyring, traits: descriptors[channel], now },
  );
  const waiting = openQuestions(pending, now).map(({ code }) => `OK ${code}`);
  return {
    messages: messages.map(({ place, id, direction, text, at }) => ({
      place: Number(place),
      id,
      direction,
      text,
      at: at.toString(),
      clientId: direction === 'in' ? id : null,
      asks: direction === 'out' && waiting.some((ok) => text.includes(ok)),
    })),
    through: last,
    more,
    isCut,
  };
}
