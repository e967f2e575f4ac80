import { z } from 'zod';
import { noteEvents } from '../../staff/handovers/events.ts';
import { setWatch } from '../../staff/handovers/watchers.ts';
import { storable } from '../../messages/redact.ts';
import { operation } from '../operation.ts';
import { colleaguesOf } from './colleagues.ts';
import { conversationField } from './conversation-fields.ts';
import { changeOfConversation } from './of-conversation.ts';
import { personOf } from './person-of.ts';

/** Adds a note that only staff see. */
export const noteConversation = operation({
  id: 'noteConversation',
  summary: 'Adds a private note to a conversation',
  access: 'staff',
  permission: 'write_notes',
  input: z.strictObject({
    conversationId: conversationField,
    note: z.string().trim().min(1).max(2_000),
  }),
  output: z.object({ noted: z.literal(true) }),
  refusals: ['conversation_unknown'],
  run: async (request, { conversationId, note }) =>
    changeOfConversation(
      request,
      { conversationId, what: 'conversation_noted' },
      async ({ tx }) => {
        const { institution, world } = request;
        await noteEvents(tx, world, institution.id, [
          {
            conversationId,
            kind: 'noted',
            by: personOf(request),
            // A secret that slips in is not kept.
            note: storable(note, [], institution.settings.routingNumber),
          },
        ]);
        return { noted: true as const };
      },
    ),
});

/** Follows a conversation, or no longer. */
export const watchConversation = operation({
  id: 'watchConversation',
  summary: 'Shows a conversation under Mine without holding it, or no longer',
  access: 'staff',
  permission: 'read_messages',
  input: z.strictObject({
    conversationId: conversationField,
    watch: z.preprocess((value) => value === 'yes' || value === true, z.boolean()),
  }),
  output: z.object({ watched: z.boolean() }),
  refusals: [],
  run: async ({ db, institution, principal }, { conversationId, watch }) => {
    const { who } = personOf({ principal });
    await setWatch(db, { institutionId: institution.id, conversationId, who, watches: watch });
    return { watched: watch };
  },
});

/** Lists the people to whom a conversation can be handed over. */
export const listColleagues = operation({
  id: 'listColleagues',
  summary: 'Lists the people to whom a conversation can be handed over',
  access: 'staff',
  permission: 'read_messages',
  input: z.strictObject({}),
  output: z.object({
    colleagues: z.array(z.object({ who: z.string(), name: z.string(), isYou: z.boolean() })),
  }),
  refusals: [],
  run: async ({ db, institution, principal, world }) => {
    const you = personOf({ principal });
    const people = await colleaguesOf(db, institution.id, world.clock.now());
    return { colleagues: people.map((one) => ({ ...one, isYou: one.who === you.who })) };
  },
});
