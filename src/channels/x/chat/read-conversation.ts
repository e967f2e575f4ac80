import type { ChatAccount } from './accounts.ts';

/** A conversation with more than this many pages of a hundred is not read to its end. */
const pagesMax = 20;

export interface ListedEvent {
  readonly sequenceId: string | undefined;
  readonly encoded: string;
  readonly senderId: string | undefined;
  readonly conversationToken: string | undefined;
  readonly createdAt: string | undefined;
}

/**
 * Reads a conversation from its newest event back, page by page, until `isEnough` says so.
 * @returns its events, newest first, and its key changes
 */
export async function readConversation(
  account: Pick<ChatAccount, 'api'>,
  peerId: string,
  isEnough: (page: readonly ListedEvent[]) => boolean,
): Promise<{ readonly events: ListedEvent[]; readonly keyEvents: string[] }> {
  const events: ListedEvent[] = [];
  const keyEvents: string[] = [];
  let next: string | undefined;
  for (let page = 0; page < pagesMax; page += 1) {
    const read = await account.api.events(peerId, next);
    const rows = (read?.data ?? []).map((row) => ({
      sequenceId: row.id,
      encoded: row.encoded_event,
      senderId: row.sender_id,
      conversationToken: row.conversation_token,
      createdAt: row.created_at,
    }));
    events.push(...rows);
    keyEvents.push(...(read?.meta?.conversation_key_events ?? []));
    next = read?.meta?.next_token;
    if (next === undefined || isEnough(rows)) break;
  }
  return { events, keyEvents: [...new Set(keyEvents)] };
}

/** The events of a conversation that may bring keys, oldest first. X lists key changes apart, and among the other events. */
export async function keysInConversation(
  account: Pick<ChatAccount, 'api'>,
  peerId: string,
): Promise<string[]> {
  const { events, keyEvents } = await readConversation(account, peerId, () => true);
  return [...new Set([...keyEvents, ...events.map(({ encoded }) => encoded).toReversed()])];
}
