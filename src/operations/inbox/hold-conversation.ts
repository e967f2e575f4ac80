import { z } from 'zod';
import type { HandoverState } from '../../kernel/vocabulary/handover.ts';
import { storable } from '../../messages/redact.ts';
import { setHandover } from '../../messages/staff-conversation.ts';
import { noteEvents } from '../../staff/handovers/events.ts';
import { endHold, holdFor } from '../../staff/handovers/store.ts';
import { operation } from '../operation.ts';
import { refuse } from '../refusals.ts';
import type { StaffContext } from '../request-context.ts';
import { closeAnsweredTasks } from './answered-tasks.ts';
import { colleaguesOf } from './colleagues.ts';
import { conversationField } from './conversation-fields.ts';
import { changeOfConversation, type ConversationChange } from './of-conversation.ts';
import { personOf } from './person-of.ts';

const input = z.strictObject({ conversationId: conversationField });

/** Takes over a conversation: from now on the member's words go to this person. */
export const claimConversation = operation({
  id: 'claimConversation',
  summary: 'Takes over a conversation, so that the member’s words go to you',
  access: 'staff',
  permission: 'converse',
  input: input.extend({
    take: z
      .preprocess((value) => value === 'yes' || value === true, z.boolean())
      .default(false)
      .describe('Take it even from a colleague who holds it.'),
  }),
  output: z.object({ claimed: z.literal(true), before: z.string().nullable() }),
  refusals: ['conversation_unknown', 'conversation_held'],
  run: async (request, { conversationId, take }) =>
    changeOfConversation(
      request,
      { conversationId, what: 'conversation_claimed' },
      async (given) => {
        const { handover } = given;
        const { who } = personOf(request);
        const isOthers = handover?.state === 'held' && handover.holder !== who;
        if (isOthers && !take)
          return refuse('conversation_held', { facts: { name: handover.holderName ?? '' } });
        const before = isOthers ? handover.holderName : null;
        if (handover?.state !== 'held' || isOthers) await claim(request, given);
        return { claimed: true as const, before };
      },
    ),
});

/** Gives the conversation to the person of the request. */
export async function claim(
  request: StaffContext,
  { tx, conversation }: ConversationChange,
): Promise<void> {
  const { institution, world } = request;
  const person = personOf(request);
  await holdFor(tx, institution.id, {
    asking: {
      conversationId: conversation.id,
      memberId: conversation.memberId,
      addressId: conversation.addressId,
    },
    person,
    now: world.clock.now(),
  });
  await setHandover(tx, institution.id, [{ conversationId: conversation.id, state: 'held' }]);
  await noteEvents(tx, world, institution.id, [
    { conversationId: conversation.id, kind: 'claimed', by: person },
  ]);
}

/** Hands a conversation over to a colleague, who finds it under Mine. */
export const handOverConversation = operation({
  id: 'handOverConversation',
  summary: 'Hands a conversation over to a colleague',
  access: 'staff',
  permission: 'converse',
  input: input.extend({
    to: z.string().trim().min(1).max(80).describe('The colleague, as `listColleagues` has them.'),
    note: z.string().trim().max(2_000).optional().describe('What they should know.'),
  }),
  output: z.object({ to: z.string() }),
  refusals: ['conversation_unknown', 'colleague_unknown'],
  run: async (request, { conversationId, to, note }) =>
    changeOfConversation(
      request,
      { conversationId, what: 'conversation_handed_over', detail: { to } },
      async ({ tx, conversation }) => {
        const { institution, world } = request;
        const colleagues = await colleaguesOf(tx, institution.id, world.clock.now());
        const person = colleagues.find(({ who }) => who === to);
        if (!person) return refuse('colleague_unknown', { field: 'to' });
        await holdFor(tx, institution.id, {
          asking: {
            conversationId,
            memberId: conversation.memberId,
            addressId: conversation.addressId,
          },
          person,
          now: world.clock.now(),
        });
        await setHandover(tx, institution.id, [{ conversationId, state: 'held' }]);
        await noteEvents(tx, world, institution.id, [
          {
            conversationId,
            kind: 'handed_over',
            by: personOf(request),
            toName: person.name,
            ...(note ? { note: storable(note, [], institution.settings.routingNumber) } : {}),
          },
        ]);
        return { to: person.name };
      },
    ),
});

/** Lets a conversation wait for the next person who takes it. */
export const releaseConversation = operation({
  id: 'releaseConversation',
  summary: 'Puts a conversation back under Waiting',
  access: 'staff',
  permission: 'converse',
  input,
  output: z.object({ state: z.literal('waiting') }),
  refusals: ['conversation_unknown', 'conversation_not_held'],
  run: async (request, { conversationId }) =>
    changeOfConversation(
      request,
      { conversationId, what: 'conversation_released' },
      async (given) => {
        if (given.handover?.state !== 'held') return refuse('conversation_not_held');
        await end(request, given, 'waiting');
        return { state: 'waiting' as const };
      },
    ),
});

/** Closes a conversation: the service answers alone again. The task that the answer was for closes too. */
export const closeConversation = operation({
  id: 'closeConversation',
  summary: 'Closes a conversation: the service answers alone again',
  access: 'staff',
  permission: 'converse',
  input: input.extend({
    seen: z.iso
      .datetime({ offset: true })
      .optional()
      .describe('The last word that you have seen (`spokeAt`). A later one is not closed away.'),
  }),
  output: z.object({
    state: z.literal('closed'),
    tasks: z.array(z.string()).describe('The tasks that closed with it, since a person answered.'),
  }),
  refusals: ['conversation_unknown', 'conversation_not_held', 'conversation_moved'],
  run: async (request, { conversationId, seen }) =>
    changeOfConversation(
      request,
      { conversationId, what: 'conversation_closed' },
      async (given) => {
        const { handover } = given;
        if (!handover || handover.state === 'closed') return refuse('conversation_not_held');
        const isUnread =
          seen !== undefined &&
          Temporal.Instant.compare(handover.spokeAt, Temporal.Instant.from(seen)) > 0;
        if (isUnread && handover.waitingSince) return refuse('conversation_moved');
        const tasks = await closeAnsweredTasks(given.tx, request, handover);
        await end(request, given, 'closed');
        return { state: 'closed' as const, tasks };
      },
    ),
});

async function end(
  request: StaffContext,
  { tx, conversation }: ConversationChange,
  to: Exclude<HandoverState, 'held'>,
): Promise<void> {
  const { institution, world } = request;
  const key = { institutionId: institution.id, conversationId: conversation.id };
  await endHold(tx, key, { to, now: world.clock.now() });
  await setHandover(tx, institution.id, [{ conversationId: conversation.id, state: to }]);
  await noteEvents(tx, world, institution.id, [
    {
      conversationId: conversation.id,
      kind: to === 'closed' ? 'closed' : 'released',
      by: personOf(request),
    },
  ]);
}
