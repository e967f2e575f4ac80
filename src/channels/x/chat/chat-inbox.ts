import { setImmediate } from 'node:timers/promises';
import { Fault } from '../../../kernel/fault.ts';
import { isUnderUnknownKey } from '../../../kernel/keyring.ts';
import type { Institution } from '../../../members/institution.ts';
import type { Inbox } from '../../../messages/channel.ts';
import type { ChatAccount, ChatAccounts, ChatContext } from './accounts.ts';
import { peerIn } from './conversation.ts';
import { signedPartOf } from './engine/signed-part.ts';
import { groupedMessage, isGroup } from './group.ts';
import { sideBySide } from '../../transport/side-by-side.ts';
import { pollConversations } from './poll.ts';
import {
  buryEvent,
  dueEvents,
  putOff,
  type RawEvent,
  type StoredEvent,
  storeEvent,
  storeEvents,
  type UnopenedEvent,
  waitingOf,
} from './store/events.ts';
import { institutionsWithKeys } from './store/identities.ts';
import { lookupsOf } from './store/peers.ts';
import { takeEvent } from './take-event.ts';
import { createTurns, type Taker, type Turns } from './turns.ts';
import { chatActivity } from './wire.ts';

/** Takes what X says of chats, by webhook and by polling. */
export interface ChatInbox {
  /**
   * Takes one activity event. Returns after it is stored; what needs a question to X is taken afterward.
   * @returns `off`: this institution has no X Chat. `ignored`: a group's, or not readable at all
   */
  take(institutionId: number, payload: unknown): Promise<'taken' | 'ignored' | 'off'>;
  /** Takes what waits. @returns how many events were taken */
  takeWaiting(institution: Pick<Institution, 'id'>): Promise<number>;
  /** Resolves when nothing is being taken after a webhook's answer. */
  idle(): Promise<void>;
  /**
   * Reads what webhooks may have lost. One institution's failure doesn't stop the others.
   * @returns how many events were stored
   * @throws the first failure, after all were tried
   */
  poll(institutions: readonly Pick<Institution, 'id'>[]): Promise<number>;
}

export function createChatInbox(
  context: ChatContext,
  accounts: ChatAccounts,
  inbox: Inbox,
): ChatInbox {
  const turns = createTurns();
  const due = async (account: ChatAccount | undefined) =>
    account ? takeDue(account, { inbox, turns }) : 0;
  const waking = createWaking(async (id) => {
    await due(await accounts.of({ id }));
  }, context);
  return {
    take: async (institutionId, payload) => {
      const account = await accounts.of({ id: institutionId });
      if (!account) return 'off';
      const event = eventIn(payload, account.userId);
      // Of another account of the institution, which has no keys here: its own beside a bot.
      if (event === 'other') return 'off';
      if (!event || 'group' in event) {
        context.metrics.count('chat_messages', { content: 'ignored' });
        if (event) await inbox.receive([groupedMessage(institutionId, event.group)]);
        return 'ignored';
      }
      const isLeft = await takeOne(account, event, { inbox, turns });
      if (isLeft) waking.wake(institutionId);
      return 'taken';
    },
    idle: async () => waking.idle(),
    takeWaiting: async (institution) => due(await accounts.of(institution)),
    poll: async (institutions) => {
      const ids = institutions.map(({ id }) => id);
      const withKeys = await institutionsWithKeys(context.db, ids);
      const polled = await sideBySide([...withKeys], pollsAtOnce, async (id) => {
        const account = await accounts.of({ id });
        return account ? pollAccount(account, { inbox, turns }) : 0;
      });
      const failed = polled.find((one) => one.status === 'rejected');
      if (failed) throw failed.reason;
      return polled.reduce((sum, one) => sum + (one.status === 'fulfilled' ? one.value : 0), 0);
    },
  };
}

/** A process polls so many accounts side by side. */
const pollsAtOnce = 8;

/** Where messages go, and whose turn it is to take them. */
interface Taking {
  readonly inbox: Inbox;
  readonly turns: Turns;
}

/** Polls an account, and takes what waits whether or not X answers. */
async function pollAccount(account: ChatAccount, taking: Taking): Promise<number> {
  try {
    return await pollConversations(account, taking.inbox, async (events) =>
      storeAll(account, events),
    );
  } finally {
    await takeDue(account, taking);
  }
}

/** Stores an event that a webhook brought, and takes it if that needs no question to X. @returns whether something is left */
async function takeOne(
  account: ChatAccount,
  event: RawEvent,
  { inbox, turns }: Taking,
): Promise<boolean> {
  const { institutionId, metrics, logger } = account;
  // Before storing: what is loaded with the event is then still true when it is taken.
  using turn = turns.begin(conversationOf(account, event.peerId), 'request');
  const stored = await storeOne(account, event);
  if (stored === 'known') {
    metrics.count('chat_messages', { content: 'repeated' });
    return false;
  }
  const how = { inbox, mayAsk: false };
  // It is stored: whatever goes wrong from here on is tried again by us, not by X.
  try {
    if (!turn) return await takeInTurn(account, event.peerId, { taker: 'request', inbox, turns });
    if (stored === 'behind') return await takeWaitingOf(account, event.peerId, how);
    return (await takeEvent(account, stored.stored, how, stored.conversation)) === 'later';
  } catch (error) {
    logger.warn({ error, institutionId }, 'An X Chat event can’t be taken at once');
    return true;
  }
}

function conversationOf({ institutionId }: ChatAccount, peerId: string): string {
  return `${institutionId}/${peerId}`;
}

/** Waits for the turn and takes a conversation's waiting events. @returns whether some are left */
async function takeInTurn(
  account: ChatAccount,
  peerId: string,
  { taker, inbox, turns }: Taking & { readonly taker: Taker },
): Promise<boolean> {
  using turn = await turns.wait(conversationOf(account, peerId), taker);
  if (!turn) return true;
  // Awaited here: the turn ends with this function.
  return await takeWaitingOf(account, peerId, { inbox, mayAsk: taker === 'job' });
}

/** @returns `other`: it is of another account's conversation. `group`: who wrote in one. `undefined`: it can't be read */
function eventIn(
  payload: unknown,
  us: string,
): RawEvent | 'other' | { readonly group: string } | undefined {
  const { data } = chatActivity.safeParse(payload);
  if (!data) return undefined;
  if (isGroup(data.conversation_id)) return { group: data.sender_id };
  const peerId = peerIn(data.conversation_id, us);
  if (peerId === undefined) return 'other';
  const { conversation_key_change_event: change } = data;
  return {
    encoded: data.encoded_event,
    peerId,
    sequenceId: undefined,
    keyEvents: change === undefined ? [] : [change],
    conversationToken: data.conversation_token,
  };
}

async function storeOne(
  { db, keyring, institutionId, world }: ChatAccount,
  event: RawEvent,
): ReturnType<typeof storeEvent> {
  const lookups = lookupsOf(keyring, institutionId, event.peerId);
  const part = signedPartOf(event.encoded);
  const given = { event, part, lookups, at: world.clock.now() };
  return storeEvent(db, { keyring, institutionId }, given);
}

async function storeAll(account: ChatAccount, events: readonly RawEvent[]): Promise<void> {
  const { db, keyring, institutionId, world } = account;
  await storeEvents(
    db,
    { keyring, institutionId },
    {
      at: world.clock.now(),
      events: events.map((event) => {
        const [lookup = new Uint8Array()] = lookupsOf(keyring, institutionId, event.peerId);
        return { ...event, lookup };
      }),
    },
  );
}

/** Takes the waiting events of one conversation in order, as far as they go. @returns whether some are left */
async function takeWaitingOf(
  account: ChatAccount,
  peerId: string,
  how: Parameters<typeof takeEvent>[2],
): Promise<boolean> {
  const { db, keyring, institutionId, world } = account;
  const lookups = lookupsOf(keyring, institutionId, peerId);
  const given = { lookups, now: world.clock.now() };
  for (const stored of await waitingOf(db, { keyring, institutionId }, given)) {
    if ('unopened' in stored) await setAside(account, stored, how.inbox);
    else if ((await takeEvent(account, stored, how)) === 'later') return true;
  }
  return false;
}

/** The longest pause between two tries of one event. */
const pauseMaxSeconds = 3_600;

/** After so many tries in vain, more than an hour, staff get a task. */
const triesBeforeTask = 10;

/** Takes what is due. A conversation that fails is tried again later, and holds up no other. */
async function takeDue(account: ChatAccount, { inbox, turns }: Taking): Promise<number> {
  const { db, keyring, institutionId, world } = account;
  let taken = 0;
  for (const first of await dueEvents(db, { keyring, institutionId }, world.clock.now())) {
    if ('unopened' in first) {
      await setAside(account, first, inbox);
      continue;
    }
    try {
      await takeInTurn(account, first.peerId, { taker: 'job', inbox, turns });
      taken += 1;
    } catch (error) {
      await tryLater(account, first, { error, inbox });
    }
  }
  return taken;
}

/** Puts off what failed. What has failed for long calls staff, and holds up no later message unless X is away. */
async function tryLater(
  account: ChatAccount,
  { digest, tries }: StoredEvent,
  { error, inbox }: { readonly error: unknown; readonly inbox: Inbox },
): Promise<void> {
  const { db, institutionId, world, logger, metrics } = account;
  metrics.count('faults', { where: 'x chat' });
  logger.warn({ error, institutionId }, 'An X Chat conversation can’t be read now');
  const now = world.clock.now();
  const seconds = Math.min(5 * 2 ** tries, pauseMaxSeconds);
  const isLong = tries >= triesBeforeTask;
  const isAway = error instanceof Fault && error.retryable;
  await putOff(db, institutionId, {
    digest,
    until: now.add({ seconds }),
    ...(isLong && !isAway ? { missingSince: now } : {}),
  });
  if (isLong) await callStaff(account, digest, inbox);
}

/** Puts off a row under a key that this process lacks. One that was altered is never taken: staff must look. */
async function setAside(
  account: ChatAccount,
  { digest, unopened: error }: UnopenedEvent,
  inbox: Inbox,
): Promise<void> {
  const { db, institutionId, world, logger, metrics } = account;
  metrics.count('faults', { where: 'x chat' });
  logger.error({ error, institutionId }, 'A stored X Chat event can’t be opened');
  const now = world.clock.now();
  if (isUnderUnknownKey(error)) {
    const until = now.add({ seconds: pauseMaxSeconds });
    await putOff(db, institutionId, { digest, until, missingSince: now });
    return;
  }
  await callStaff(account, digest, inbox);
  await buryEvent(db, institutionId, { digest, at: now });
}

/** Opens a task about an event that isn't taken, once. If that fails too, the next try does it. */
async function callStaff(
  { institutionId, logger }: ChatAccount,
  digest: Uint8Array,
  inbox: Inbox,
): Promise<void> {
  const externalId = `not_taken:${Buffer.from(digest).toString('base64url')}`;
  try {
    await inbox.happened([{ institutionId, channel: 'x', externalId, event: 'not_taken' }]);
  } catch (error) {
    logger.error({ error, institutionId }, 'Staff can’t be called about an X Chat event now');
  }
}

/** Runs work for an institution soon, one at a time; asked for meanwhile, once more. */
function createWaking(
  work: (institutionId: number) => Promise<void>,
  { logger }: Pick<ChatContext, 'logger'>,
): { wake(institutionId: number): void; idle(): Promise<void> } {
  const running = new Map<number, { again: boolean; readonly done: Promise<void> }>();
  const run = async (institutionId: number): Promise<void> => {
    await setImmediate();
    try {
      for (;;) {
        await work(institutionId);
        const state = running.get(institutionId);
        if (!state?.again) break;
        state.again = false;
      }
    } catch (error) {
      logger.error({ error }, 'Taking X Chat events failed');
    } finally {
      running.delete(institutionId);
    }
  };
  return {
    wake: (institutionId) => {
      const state = running.get(institutionId);
      if (state) state.again = true;
      else running.set(institutionId, { again: false, done: run(institutionId) });
    },
    idle: async () => {
      await Promise.all([...running.values()].map(async ({ done }) => done));
    },
  };
}
