import { liveSessions } from '../../../access/live-sessions.ts';
import { stateOf } from '../../../messages/hosted/read-state.ts';
import { findConversation } from '../../../operations/app/conversation.ts';
import { readMessages } from '../../../operations/app/read-messages.ts';
import type { MemberContext } from '../../../operations/request-context.ts';
import { frame, pulse } from './frame.ts';

/** How many messages are read at a time. */
const atOnce = 50;

/** What a stream has sent, by which the watch sees whether there is more. */
export interface Sent {
  readonly place: bigint;
  readonly readPlace: bigint;
}

/** The parts of one stream of events, made as its reader takes them. */
export interface AppStream {
  /**
   * The next part. @returns `undefined` when the session or the conversation has ended, or another
   * process must go on
   */
  next(): Promise<string | undefined>;
  /** There may be something new. */
  wake(): void;
  /** Lets go of the part that is waited for. */
  stop(): void;
  sent(): Sent;
}

/**
 * Makes the events of a member's conversation from a place on: messages in order, each once, then what comes. Before it reads it checks that
 * the session lives.
 * @param given.from the last place that the reader has
 * @param given.pulseMilliseconds a comment goes out if nothing else did for so long, so that both ends notice a broken connection
 */
export function createAppStream(
  request: MemberContext,
  given: { readonly from: Sent; readonly pulseMilliseconds: number },
): AppStream {
  const { db, institution, session, world } = request;
  let sent = given.from;
  let stopped: boolean | undefined;
  // The first part goes at once, so that the reader knows that it is connected.
  let ready: string[] = [pulse];
  let isNew = true;
  let isOver = false;
  let isEnding = false;
  let wakeUp: (() => void) | undefined;

  const waited = async () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, given.pulseMilliseconds);
      timer.unref();
      wakeUp = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  /** @returns whether the stream goes on */
  const look = async (): Promise<boolean> => {
    isNew = false;
    const live = await liveSessions(db, { world }, [session]);
    const conversation = await findConversation(db, request);
    if (!live.has(session.id) || !conversation) return false;
    const { conversationId } = conversation;
    // Before the page: all up to this place can be read by now, or never.
    const { lastPlace, readPlace } = await stateOf(db, institution.id, conversationId);
    const page = await readMessages(request, conversation, { after: sent.place, limit: atOnce });
    ready = page.messages.map((message) =>
      frame({ id: String(message.place), event: 'message', data: message }),
    );
    if (readPlace !== sent.readPlace)
      ready.push(frame({ event: 'read', data: { readPlace: Number(readPlace) } }));
    if (stopped !== conversation.stopped)
      ready.push(frame({ event: 'stopped', data: { stopped: conversation.stopped } }));
    ({ stopped } = conversation);
    const through = page.through ?? sent.place;
    // Places may be missing at the end, where messages were pruned. Nobody waits for these.
    const isAll = !page.more && lastPlace > through;
    sent = { place: isAll ? lastPlace : through, readPlace };
    // The reader connects again, perhaps to a process that has the key.
    if (page.isCut) isEnding = true;
    else if (page.more) isNew = true;
    return true;
  };

  return {
    next: async () => {
      for (;;) {
        if (isOver) return undefined;
        if (ready.length > 0) return ready.splice(0).join('');
        if (isEnding) return undefined;
        if (isNew) {
          if (!(await look())) return undefined;
          continue;
        }
        await waited();
        wakeUp = undefined;
        if (!isNew) return pulse;
      }
    },
    wake: () => {
      isNew = true;
      wakeUp?.();
    },
    stop: () => {
      isOver = true;
      wakeUp?.();
    },
    sent: () => sent,
  };
}
