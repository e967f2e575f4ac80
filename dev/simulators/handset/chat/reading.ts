import type { ChatEvent } from '../../../../src/channels/x/chat/engine/chat-engine.ts';
import type { Memory } from './memory.ts';
import type { XChatCalls } from './x-calls.ts';

/** What a phone reads with. */
export interface Reader {
  readonly calls: XChatCalls;
  readonly memory: Memory;
  readonly userId: string;
  readonly peerId: string;
  readonly showsRepeats?: boolean;
}

/** Reads the events that the phone has not read, and shows the messages among them. */
export async function readNew(phone: Reader): Promise<void> {
  const { calls, memory, userId, peerId } = phone;
  const fresh = await eventsAfter(calls, memory.readTo);
  if (fresh.length === 0) return;
  const signers = (await Promise.all([userId, peerId].map(async (id) => calls.keysOf(id)))).flat();
  for (const { sequenceId, encoded } of fresh) {
    const read = await memory.session.read(encoded, {
      conversationKeys: [...memory.conversationKeys.values()],
      signers,
    });
    if ('event' in read) take(phone, read.event);
    else memory.unreadable += 1;
    memory.readTo = BigInt(sequenceId);
  }
}

/** Events later than this sequence id, oldest first. */
async function eventsAfter(calls: XChatCalls, readTo: bigint) {
  const found: { readonly sequenceId: string; readonly encoded: string }[] = [];
  let next: string | undefined;
  do {
    const page = await calls.events(next);
    const fresh = page.events.filter(({ sequenceId }) => BigInt(sequenceId) > readTo);
    found.push(...fresh);
    next = fresh.length < page.events.length ? undefined : page.next;
  } while (next !== undefined);
  return found.toReversed();
}

function take({ memory, userId, showsRepeats }: Reader, event: ChatEvent): void {
  if (event.kind === 'key_change') memory.conversationKeys.set(event.key.version, event.key);
  if (event.kind !== 'message' || event.content.type !== 'text') return;
  if (showsRepeats !== true && memory.seen.has(event.messageId)) return;
  memory.seen.add(event.messageId);
  memory.shown.push({
    id: event.messageId,
    mine: event.senderId === userId,
    text: event.content.text,
    at: event.sentAt ?? 0,
  });
}
