import type { World } from '../../../../src/kernel/world.ts';
import type { XState } from '../state.ts';
import { encodeEvent, type ChatEvent } from './event.ts';
import type { ChatConversation } from './state.ts';

/** Finds the conversation of two users, or begins one. */
export function conversationOf(
  { state, world }: { readonly state: XState; readonly world: World },
  one: string,
  other: string,
): ChatConversation {
  const participants: [string, string] = BigInt(one) < BigInt(other) ? [one, other] : [other, one];
  const id = participants.join(':');
  const known = state.chat.conversations.get(id);
  if (known) return known;
  const made: ChatConversation = {
    id,
    participants,
    token: Buffer.from(world.random.bytes(24)).toString('base64url'),
    events: [],
    key: undefined,
    accepted: new Set(),
    readUpTo: new Map(),
    updatedAt: world.clock.now(),
  };
  state.chat.conversations.set(id, made);
  return made;
}

/**
 * The conversation that a path names from the caller's side: by the other's id, or by both with a hyphen, in any order.
 * @returns `undefined` if it names none of theirs
 */
export function conversationAt(
  given: { readonly state: XState; readonly world: World },
  caller: string,
  name: string,
): ChatConversation | undefined {
  if (!/^\d{1,19}(?:-\d{1,19})?$/.test(name)) return undefined;
  const ids = name.split('-');
  const other = ids.length === 1 ? ids[0] : ids.find((id) => id !== caller);
  if (other === undefined || other === caller || (ids.length === 2 && !ids.includes(caller)))
    return undefined;
  return given.state.users.has(other) ? conversationOf(given, caller, other) : undefined;
}

/** The name of a conversation outside its events. */
export const shownId = ({ id }: ChatConversation): string => id.replace(':', '-');

/** One of the conversation's events as the events call lists it. */
export function shownEvent(event: ChatEvent, isReaderTrusting: boolean) {
  return {
    id: event.sequenceId,
    encoded_event: encodeEvent(event, isReaderTrusting),
    sender_id: event.senderId,
    conversation_id: event.conversationId,
    conversation_token: event.token,
    created_at: event.createdAt.toString({ fractionalSecondDigits: 3 }),
    is_trusted: isReaderTrusting,
    ...(event.previousId === undefined ? {} : { previous_id: event.previousId }),
  };
}
