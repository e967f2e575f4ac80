import { Fault } from '../../../kernel/fault.ts';
import type { Inbox } from '../../../messages/channel.ts';
import type { ChatAccount } from './accounts.ts';
import type { UserKeys } from './engine/chat-engine.ts';
import { pinKeys } from './pinning.ts';
import { changeKey } from './prepare.ts';
import type { StoredKey } from './store/conversation-keys.ts';
import { buryEvent, putOff, type StoredEvent } from './store/events.ts';
import { isPinned, type Peer } from './store/peers.ts';

/** The first pause, doubled each time, and the longest one. */
const pauseSeconds = { first: 15, most: 4 * 3_600 };

/** So long X may take to list what reads an event. */
const hoursMax = 72;

/** After so many tries, about an hour, the conversation gets another key. */
const triesBeforeKeyChange = 8;

/**
 * Puts off an event that can't be read yet: X may list the sender's new keys, or the change of the conversation's key, after the
 * message. It holds up no later message. If that lasts, the conversation gets another key, so that what the member writes next is read.
 */
export async function waitForKeys(
  account: ChatAccount,
  {
    stored,
    ...place
  }: {
    readonly stored: StoredEvent;
    readonly known: Peer | undefined;
    readonly keys: readonly StoredKey[];
    /** What X has of the sender, newest first. */
    readonly registered: readonly UserKeys[];
    readonly inbox: Inbox;
  },
): Promise<void> {
  const { db, institutionId, world, logger, metrics } = account;
  const { digest, tries } = stored;
  const now = world.clock.now();
  const missingSince = stored.missingSince ?? now;
  if (now.since(missingSince).total('hours') >= hoursMax) {
    metrics.count('chat_events_unverified');
    logger.warn({ institutionId }, 'An X Chat event could not be read in days; it is not answered');
    await buryEvent(db, institutionId, { digest, at: now });
    return;
  }
  if (tries >= triesBeforeKeyChange) await renewKey(account, { ...place, missingSince });
  const seconds = Math.min(pauseSeconds.first * 2 ** tries, pauseSeconds.most);
  await putOff(db, institutionId, { digest, until: now.add({ seconds }), missingSince });
}

/** Gives the conversation another key for the keys that the member has now, once. */
async function renewKey(
  account: ChatAccount,
  {
    known,
    keys,
    registered,
    inbox,
    missingSince,
  }: Omit<Parameters<typeof waitForKeys>[1], 'stored'> & {
    readonly missingSince: Temporal.Instant;
  },
): Promise<void> {
  const [record] = registered;
  const isRenewed = keys.some(
    ({ learnedAt }) => Temporal.Instant.compare(learnedAt, missingSince) > 0,
  );
  if (!known || !record || isRenewed) return;
  try {
    const isKnown = isPinned(known.record, record);
    if (!isKnown && !(await pinKeys(account, { lookup: known.lookup, known, record, inbox })))
      return;
    await changeKey(account, { ...known, record });
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    const { institutionId } = account;
    account.logger.warn({ error, institutionId }, 'An X Chat key can’t be renewed now');
  }
}
