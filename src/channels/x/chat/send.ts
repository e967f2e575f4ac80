import type { Inbox, LookupOutcome, SendOutcome, WireMessage } from '../../../messages/channel.ts';
import { Fault } from '../../../kernel/fault.ts';
import { outcomeOfFailure as outcomeOfTransport } from '../../transport/transport.ts';
import { outcomeOf } from '../outcome.ts';
import { instantFrom } from '../read-events.ts';
import type { ChatAccount } from './accounts.ts';
import { learnKeys, readIn } from './conversation.ts';
import type { UserKeys } from './engine/chat-engine.ts';
import type { SignedPart } from './engine/signed-part.ts';
import { outcomeOfFailure, type Repair } from './failures.ts';
import { isSamePart, partOfMessage } from './own-events.ts';
import { changeKey, learnFromX, notPrepared, waitsTooLong } from './prepare.ts';
import { readConversation } from './read-conversation.ts';
import { conversationKeys } from './store/conversation-keys.ts';
import { isPinned, lookupsOf, noteRefused, type Peer, peerOf } from './store/peers.ts';
import { noteTaken } from './store/taken.ts';
import { noteChangedKeys } from './pinning.ts';
import { messageAnswer, postedMessage } from './wire.ts';

type Prepared = WireMessage & { readonly payload: Uint8Array };

interface How {
  readonly inbox: Inbox | undefined;
  readonly until: AbortSignal | undefined;
}

/** Sends what was prepared, as it is. What has waited too long for staff is to be prepared for the other kind. */
export async function sendChat(
  account: ChatAccount,
  message: Prepared,
  how: How,
): Promise<SendOutcome> {
  const outcome = await post(account, message, how);
  if (outcome.outcome !== 'throttled' || !waitsTooLong(outcome, message, account.world.clock))
    return outcome;
  await repaired(account, { peerId: message.address, repair: 'other_kind', inbox: how.inbox });
  return {
    outcome: 'refused',
    code: 'x_chat_waited_for_staff',
    retryable: true,
    prepareAgain: true,
    ...(outcome.staffMust === undefined ? {} : { staffMust: outcome.staffMust }),
  };
}

async function post(account: ChatAccount, message: Prepared, how: How): Promise<SendOutcome> {
  const { address: peerId } = message;
  const body = bodyOf(message.payload);
  const part = partOfMessage({ userId: account.userId, peerId }, body);
  // Before X gets it: X may report it at once.
  await noteOwn(account, part);
  let answer: Awaited<ReturnType<ChatAccount['api']['postMessage']>>;
  try {
    answer = await account.api.postMessage(peerId, body, how.until);
  } catch (error) {
    return outcomeOfTransport(error);
  }
  if ('notPosted' in answer) {
    const { clock } = account.world;
    const { fault } = answer.notPosted;
    return fault === undefined
      ? { outcome: 'throttled', until: clock.now() }
      : notPrepared(fault, clock);
  }
  if (answer.status !== 200 && answer.status !== 201) {
    const outcome = outcomeOf(answer, account.world.clock);
    if (outcome.outcome !== 'refused') return outcome;
    if (outcome.forAll) return refusedForAll(outcome, account);
    // X takes no chat message for this member: a direct message perhaps.
    await repaired(account, { peerId, repair: 'other_kind', inbox: how.inbox });
    return { ...outcome, retryable: true, prepareAgain: true };
  }
  const parsed = messageAnswer.safeParse(answer.body);
  if (!parsed.success) return { outcome: 'unknown', code: 'x_answer_unreadable' };
  const { encoded_message_event: event } = parsed.data.data;
  // X's event holds our bytes and our signature: there is nothing to decrypt.
  if (isSamePart(part, event)) return { outcome: 'accepted', carrierId: body.message_id };
  const read = await readOwn(account, peerId, event);
  if ('event' in read && read.event.kind === 'failure') {
    const { outcome, repair } = outcomeOfFailure(read.event.failure, {
      clock: account.world.clock,
      isUnderOlderKeys: !isSignedBy(body, account.current),
    });
    if (repair) await repaired(account, { peerId, repair, inbox: how.inbox });
    return outcome;
  }
  const isOurs =
    'event' in read && read.event.kind === 'message' && read.event.messageId === body.message_id;
  if (!isOurs) return { outcome: 'unknown', code: 'x_chat_answer_unreadable' };
  return { outcome: 'accepted', carrierId: body.message_id };
}

/** X takes none of our chat messages now. Direct messages are tried all the same: a pause of the channel would hold them up too. */
function refusedForAll(
  { code, staffMust }: Extract<SendOutcome, { outcome: 'refused' }>,
  { world }: ChatAccount,
): SendOutcome {
  return {
    outcome: 'throttled',
    until: world.clock.now().add({ minutes: refusedMinutes }),
    staffMust: staffMust ?? `X refuses our X Chat messages (${code})`,
  };
}

/** So long a message waits that X refused as it does all of ours. */
const refusedMinutes = 5;

/** Records a message as ours, so that X's report of it is not decrypted. Without the record, it is. */
async function noteOwn(
  { db, institutionId, world, logger }: ChatAccount,
  part: SignedPart | undefined,
): Promise<void> {
  try {
    if (part) await noteTaken(db, institutionId, { ...part, at: world.clock.now() });
  } catch (error) {
    logger.warn({ error, institutionId }, 'An X Chat message can’t be recorded as ours');
  }
}

/** Whether a message was signed under this version of our keys: its number stands in the signature as it is. */
function isSignedBy(
  body: ReturnType<typeof bodyOf>,
  { version }: Pick<ChatAccount['current'], 'version'>,
): boolean {
  return Buffer.from(body.encoded_message_event_signature, 'base64').includes(version);
}

function bodyOf(payload: Uint8Array) {
  return postedMessage.parse(JSON.parse(Buffer.from(payload).toString()));
}

async function readOwn(account: ChatAccount, peerId: string, event: string) {
  const { db, keyring, institutionId } = account;
  const lookups = lookupsOf(keyring, institutionId, peerId);
  const keys = await conversationKeys(db, keyring, { institutionId, lookups });
  return readIn(account, peerId, { event, conversationKeys: keys, peerKeys: [] });
}

/** Does what the next attempt needs. If it fails now, that attempt is refused for the same reason, and this is tried again. */
async function repaired(
  account: ChatAccount,
  {
    peerId,
    repair,
    inbox,
  }: { readonly peerId: string; readonly repair: Repair; readonly inbox: Inbox | undefined },
): Promise<void> {
  const { db, keyring, institutionId, world } = account;
  const peer = await peerOf(db, keyring, { institutionId, userId: peerId });
  if (!peer) return;
  try {
    if (repair === 'other_kind')
      await noteRefused(db, { institutionId, lookup: peer.lookup, at: world.clock.now() });
    if (repair === 'read_keys') await learnFromX(account, peer);
    if (repair === 'change_key') await meetAgain(account, peer, inbox);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    account.logger.warn({ error, institutionId }, 'An X Chat key can’t be renewed now');
  }
}

/** The peer's keys are others than ours of them. Money waits first; then the conversation gets a key for the new ones. */
async function meetAgain(
  account: ChatAccount,
  peer: Peer,
  inbox: Inbox | undefined,
): Promise<void> {
  const [record] = await account.api.publicKeysOf(peer.userId);
  if (!record) return;
  if (!isPinned(peer.record, record)) {
    // Without an inbox nobody would learn of the doubt.
    if (!inbox) return;
    await noteChangedKeys(account, { peer, record, inbox });
  }
  await changeKey(account, { ...peer, record });
}

/**
 * Looks for a message in the conversation by its signed id. Nothing is guessed by likeness: only a message that was prepared but lost,
 * as after a restored backup, is known by its text.
 */
export async function lookUpChat(
  account: ChatAccount,
  message: WireMessage,
  {
    sentAfter,
    known,
  }: { readonly sentAfter: Temporal.Instant; readonly known: ReadonlySet<string> },
): Promise<LookupOutcome> {
  const { address: peerId, payload } = message;
  const body = payload && bodyOf(payload);
  const part = body && partOfMessage({ userId: account.userId, peerId }, body);
  const wanted = body?.message_id;
  try {
    const { events, keyEvents } = await readConversation(account, peerId, (page) =>
      page.some(({ createdAt }) => isBefore(createdAt, sentAfter)),
    );
    const peer = await peerOf(account.db, account.keyring, {
      institutionId: account.institutionId,
      userId: peerId,
    });
    const peerKeys: UserKeys[] = peer ? [{ userId: peerId, ...peer.record }] : [];
    if (peer) await learnKeys(account, peer, { events: keyEvents, peerKeys });
    for (const { encoded, senderId, createdAt } of events) {
      if (senderId !== undefined && senderId !== account.userId) continue;
      if (isBefore(createdAt, sentAfter)) break;
      if (wanted && isSamePart(part, encoded)) return { found: true, carrierId: wanted };
      // The id stands in the event as it is, so most are left unread.
      if (wanted && !Buffer.from(encoded, 'base64').includes(wanted)) continue;
      const read = await readOwn(account, peerId, encoded);
      if ('rejected' in read || read.event.kind !== 'message') continue;
      const { messageId, content, senderId: sender } = read.event;
      if (sender !== account.userId) continue;
      const isIt = wanted
        ? messageId === wanted
        : !known.has(messageId) && content.type === 'text' && content.text === message.text;
      if (isIt) return { found: true, carrierId: messageId };
    }
    return { found: false };
  } catch (error) {
    if (error instanceof Fault) return { found: 'unknown', away: true };
    throw error;
  }
}

function isBefore(text: string | undefined, time: Temporal.Instant): boolean {
  const at = text === undefined ? undefined : instantFrom(text);
  return at !== undefined && Temporal.Instant.compare(at, time) < 0;
}
