import { Fault } from '../../../kernel/fault.ts';
import type { Inbox } from '../../../messages/channel.ts';
import type { ChatAccount } from './accounts.ts';
import { peerIn } from './conversation.ts';
import { signedPartOf } from './engine/signed-part.ts';
import { readConversation, type ListedEvent } from './read-conversation.ts';
import { forgetBuried, type RawEvent } from './store/events.ts';
import { lookupsOf, notePosition, peerOf } from './store/peers.ts';
import { nextEnrolled } from './store/enrolled.ts';
import { nameOfDigest, takenAmong } from './store/taken.ts';
import { beginPoll, endList, type ListPosition, notePage } from './store/polls.ts';
import { dueUnread, endUnread, noteUnread, putUnreadAside } from './store/unread.ts';

/** So long events that never verified are kept. */
const buriedDays = 90;

/** The most conversations that one poll reads. The others wait for the next one. */
const readsMax = 500;

/** The longest pause after which a conversation that can't be read is tried again. */
const pauseMaxSeconds = 6 * 3600;

/**
 * Lists the conversations that changed since the last poll, reads them, and stores their new events. The first poll only records the
 * time: what came before has its answer already, or never gets one.
 * @returns how many events were stored
 * @throws Fault if X takes no calls now: the next poll goes on from there
 */
export async function pollConversations(
  account: ChatAccount,
  inbox: Inbox,
  store: (events: readonly RawEvent[]) => Promise<void>,
): Promise<number> {
  const { db, institutionId, world } = account;
  const now = world.clock.now();
  const position = await beginPoll(db, { institutionId, now });
  if (position === 'not_due') return 0;
  await forgetBuried(db, { institutionId, before: now.subtract({ hours: 24 * buriedDays }) });
  await listChanged(account, inbox, position);
  if (position.seen === undefined) return 0;
  // The inbox hides message requests. A member's chat may be among them.
  const hidden = await nextEnrolled(db, account.keyring, {
    institutionId,
    most: account.readsEachPoll,
  });
  await noteUnread(db, account, { peers: hidden, at: now });
  return readDue(account, store);
}

/** Reads what is due. One that can't be read is put aside and doesn't stop the others. */
async function readDue(
  account: ChatAccount,
  store: (events: readonly RawEvent[]) => Promise<void>,
): Promise<number> {
  const { db, institutionId, world, logger, metrics } = account;
  let stored = 0;
  const due = await dueUnread(db, account, { now: world.clock.now(), most: readsMax });
  for (const unread of due) {
    try {
      stored += await pollConversation(account, unread.peerId, store);
      await endUnread(db, institutionId, unread);
    } catch (error) {
      // X would refuse the others too.
      if (meetsAllReads(error)) throw error;
      metrics.count('faults', { where: 'x chat poll' });
      logger.warn({ error, institutionId }, 'An X Chat conversation can’t be read now');
      const seconds = Math.min(60 * 2 ** unread.tries, pauseMaxSeconds);
      const until = world.clock.now().add({ seconds });
      await putUnreadAside(db, institutionId, { lookup: unread.lookup, until });
    }
  }
  return stored;
}

/** Whether a failure says nothing about one conversation: a limit, credit, our access, or no connection. */
function meetsAllReads(error: unknown): boolean {
  return (
    error instanceof Fault && /^x_(?:40[12]|429)|^x_not_reached$|token_refused$/.test(error.code)
  );
}

/**
 * Notes all conversations that changed, page by page, newest first. The position is saved after each page, so that a limit of X in the
 * middle loses none.
 */
async function listChanged(
  account: ChatAccount,
  inbox: Inbox,
  position: ListPosition,
): Promise<void> {
  const { db, institutionId, world } = account;
  const { seen } = position;
  let { token, newest } = position;
  for (;;) {
    const { data = [], meta } = await pageFrom(account, token);
    const now = world.clock.now();
    if (meta?.has_message_requests === true) await tellRequests(account, inbox, now);
    const times = data.flatMap(({ updated_at: text }) => instantOf(text) ?? []);
    newest = [...times, ...(newest ? [newest] : [])]
      .toSorted((one, other) => Temporal.Instant.compare(one, other))
      .at(-1);
    if (seen === undefined) return endList(db, { institutionId, seenAt: newest ?? now });
    // Equal times are read again: what was taken counts once.
    const changed = data.filter(({ updated_at: text }) => !isBefore(text, seen));
    const peers = changed.flatMap(({ id }) => peerIn(id, account.userId) ?? []);
    await noteUnread(db, account, { peers: [...new Set(peers)], at: now });
    token = meta?.next_token;
    if (token === undefined || changed.length < data.length)
      return endList(db, { institutionId, seenAt: newest });
    await notePage(db, { institutionId, token, newest });
  }
}

/** A page of the list. If X no longer knows the saved page, the next poll begins at the list's head. */
async function pageFrom({ api, db, institutionId }: ChatAccount, token: string | undefined) {
  try {
    return await api.conversations(token);
  } catch (error) {
    if (token !== undefined && error instanceof Fault && /^x_40[04]/.test(error.code))
      await endList(db, { institutionId, seenAt: undefined });
    throw error;
  }
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
  const fresh = await notTaken(account, {
    peerId,
    events: events.filter((event) => !isOld(event)).toReversed(),
  });
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

/** Leaves out what came by webhook, or what we sent: it is not decrypted again. */
async function notTaken(
  { db, keyring, institutionId }: ChatAccount,
  { peerId, events }: { readonly peerId: string; readonly events: readonly ListedEvent[] },
): Promise<ListedEvent[]> {
  const parted = events.map((event) => ({ event, part: signedPartOf(event.encoded) }));
  const taken = await takenAmong(db, institutionId, {
    parts: parted.flatMap(({ part }) => part ?? []),
    lookups: lookupsOf(keyring, institutionId, peerId),
  });
  return parted.flatMap(({ event, part }) =>
    part && taken.has(nameOfDigest(part.digest)) ? [] : [event],
  );
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
