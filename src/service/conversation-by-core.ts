import type { Conversation } from '../conversation/conversation.ts';
import type { Core } from '../core/core.ts';
import type { Institution } from '../members/institution.ts';
import type { Books } from './books.ts';
import type { InstitutionCache } from './institution-cache.ts';

/**
 * Hands each message to the conversation of its institution's core. Our own books have one, perhaps in a thread of its own; each core
 * elsewhere has another beside it, since an adapter can't be handed to a thread.
 * @param given.ours also takes events, which need no books
 * @param given.of makes the conversation of another core, once each
 */
export function conversationByCore(given: {
  readonly books: Books;
  readonly institutions: InstitutionCache;
  readonly ours: Conversation;
  readonly of: (core: Core) => Conversation;
}): Conversation {
  const { books, institutions, ours } = given;
  const others = new Map<Core, Conversation>();
  const conversationOf = (institution: Institution): Conversation => {
    if (books.isOurs(institution)) return ours;
    const core = books.coreOf(institution);
    const made = others.get(core) ?? given.of(core);
    others.set(core, made);
    return made;
  };
  // As last seen, so that messages of one address are handed on in their order.
  const institutionOf = async (id: number) => institutions.known(id) ?? institutions.get(id);
  return {
    take: async (message) =>
      conversationOf(await institutionOf(message.institutionId)).take(message),
    receive: async (messages) => {
      const ids = [...new Set(messages.map(({ institutionId }) => institutionId))];
      const found = new Map<number, Conversation>();
      for (const id of ids) found.set(id, conversationOf(await institutionOf(id)));
      const groups = Map.groupBy(messages, ({ institutionId }) => found.get(institutionId) ?? ours);
      await Promise.all([...groups].map(async ([one, own]) => one.receive(own)));
    },
    happened: async (events) => ours.happened(events),
    idle: async () => {
      await ours.idle();
      for (const other of others.values()) await other.idle();
    },
  };
}
