import type { Inbox } from '../../../messages/channel.ts';
import type { ChatAccount } from './accounts.ts';
import { peerIn } from './conversation.ts';
import { readConversation, type ListedEvent } from './read-conversation.ts';
import { forgetBuried, type RawEvent } from './store/events.ts';
import { notePosition, peerOf } from './store/peers.ts';
import { nextEnrolled } from './store/enrolled.ts';
import { beginPoll, endPoll } from './store/polls.ts';

/** So long events that never verified are kept. */
const buriedDays = 90;

/** The most pages of the inbox that one poll reads. */
const pagesMax = 5;

/**
 * Reads the conversations that changed since the last poll, and stores their new events. The first poll only records the time: what came
 * before has its answer already, or never gets one.
 * @returns how many events were stored
 */
export async function pollConversations(
  account: ChatAccount,
  inbox: Inbox,
  store: (events: readonly RawEvent[]) => Promise<void>,
): Promise<number> {
  const { db, institutionId, world } = account;
  const now = world.clock.now();
  const since = await beginPoll(db, { institutionId, now });
  if (since === 'not_due') return 0;
  await forgetBuried(db, { institutionId, before: now.subtract({ hours: 24 * buriedDays }) });
  const listed = await changedSince(account, since);
  if (listed.hasRequests) await tellRequests(account, inbox, now);
  if (since === undefined) {
    await endPoll(db, { institutionId, seenAt: listed.newest ?? now });
    return 0;
  }
  let stored = 0;
  // The inbox hides message requests. A member's chat may be among them.
  const hidden = (
    await nextEnrolled(db, account.keyring, { institutionId, most: account.readsEachPoll })
  ).filter((peerId) => !listed.peers.has(peerId));
  let failure: unknown;
  // One that can't be read doesn't stop the others.
  for (const peerId of [...listed.peers, ...hidden]) {
    try {
      stored += await pollConversation(account, peerId, store);
    } catch (error) {
      failure ??= error;
    }
  }
  if (failure !== undefined) throw failure;
  // Only after everything is stored: a crash before makes the next poll read it again.
  if (listed.newest) await endPoll(db, { institutionId, seenAt: listed.newest });
  return stored;
}

async function changedSince(account: ChatAccount, since: Temporal.Instant | undefined) {
  const peers = new Set<string>();
  let hasRequests = false;
  let newest: Temporal.Instant | undefined;
  let next: string | undefined;
  for (let page = 0; page < pagesMax; page += 1) {
    const { data = [], meta } = await account.api.conversations(next);
    hasRequests ||= meta?.has_message_requests === true;
    let isOver = false;
    for (const { id, updated_at: text } of data) {
      const at = instantOf(text);
      if (at && (!newest || Temporal.Instant.compare(at, newest) > 0)) newest = at;
      // Equal times are read again: what was taken counts once.
      if (at && since && Temporal.Instant.compare(at, since) < 0) isOver = true;
      else {
        const peerId = peerIn(id, account.userId);
        if (peerId !== undefined) peers.add(peerId);
      }
    }
    next = meta?.next_token;
    if (isOver || next === undefined) break;
  }
  return { peers, hasRequests, newest };
}

/** Reads one conversation back to what was read before. @returns how many events were stored */
export async function pollConversation(
  account: ChatAccount,
  peerId: string,
  store: (events: readonly RawEvent[]) => Promise<void>,
): Promise<number> {
  const { db, keyring, institutionId } = account;
  const peer = await peerOf(db, keyring, { institutionId, userId: peerId });
  const last = peer?.seenSequenceId;
  const isOld = ({ sequenceId, createdAt }: ListedEvent) =>
    !isAfter(sequenceId, last) || isBefore(createdAt, account.since);
  const { events, keyEvents } = await readConversation(account, peerId, (page) => page.some(isOld));
  const fresh = events.filter((event) => !isOld(event)).toReversed();
  await store(
    fresh.map((event, index) => ({
      encoded: event.encoded,
      peerId,
      sequenceId: event.sequenceId,
      keyEvents: index === 0 ? keyEvents : [],
      conversationToken: event.conversationToken,
    })),
  );
  const newest = events[0];
  if (peer && newest?.sequenceId !== undefined && isAfter(newest.sequenceId, last))
    await notePosition(db, {
      institutionId,
      lookup: peer.lookup,
      sequenceId: newest.sequenceId,
      conversationToken: newest.conversationToken,
    });
  return fresh.length;
}

/** X's sequence ids grow. One that is no number counts as new: its message counts once anyway. */
function isAfter(sequenceId: string | undefined, last: string | undefined): boolean {
  if (sequenceId === undefined || last === undefined) return true;
  if (!/^\d+$/.test(sequenceId) || !/^\d+$/.test(last)) return sequenceId !== last;
  return BigInt(sequenceId) > BigInt(last);
}

/** X has messages of strangers for us, and no call shows or accepts them. Staff get a task, once a day. */
async function tellRequests(
  { institutionId }: ChatAccount,
  inbox: Inbox,
  now: Temporal.Instant,
): Promise<void> {
  const day = now.toZonedDateTimeISO('UTC').toPlainDate();
  await inbox.happened([
    {
      institutionId,
      channel: 'x',
      externalId: `requests:${day.toString()}`,
      event: 'requests_waiting',
    },
  ]);
}

function isBefore(text: string | undefined, time: Temporal.Instant): boolean {
  const at = instantOf(text);
  return at !== undefined && Temporal.Instant.compare(at, time) < 0;
}

function instantOf(text: string | undefined): Temporal.Instant | undefined {
  try {
    return text === undefined ? undefined : Temporal.Instant.from(text);
  } catch {
    return undefined;
  }
}
