import type {
  ChatEngine,
  ChatEvent,
  ChatSession,
  ConversationKey,
  PreparedMessage,
  UserKeys,
} from '../../../../src/channels/x/chat/engine/chat-engine.ts';
import { present } from '../../../../src/kernel/assert.ts';
import type { XChatCalls } from './x-calls.ts';

/** A message that the phone decrypted. */
export interface ShownChat {
  /** The sender's id of the message, which they signed. */
  readonly id: string;
  readonly mine: boolean;
  readonly text: string;
  /** X's time. */
  readonly at: number;
}

/**
 * A member's phone in X's encrypted chat. It has an engine and private keys of its own, and reaches X by X's calls only: what it shows
 * it has decrypted itself.
 */
export interface ChatPhone {
  readonly userId: string;
  /** The public keys that X has of it. */
  keys(): UserKeys;
  /** Sends a text. @returns its message id @throws Error with X's refusal */
  say(text: string): Promise<string>;
  /** Sends a message that somebody else prepared, once more if need be. */
  post(message: PreparedMessage): Promise<void>;
  /** Encrypts and signs a text without sending it. */
  prepare(text: string): Promise<PreparedMessage>;
  /** The newest key of the conversation, after a change if it has none. */
  conversationKey(): Promise<ConversationKey>;
  /** Reads what is new, and gives all that it shows, oldest first. */
  read(): Promise<readonly ShownChat[]>;
  /** How many events it could not read or verify. */
  unreadable(): number;
  /** The member moves to another phone: it makes keys and registers them. Earlier messages stay on its screen. */
  changePhone(): Promise<void>;
  /** Gives the conversation another key. */
  changeKey(): Promise<void>;
  /** Its private keys, for tests that take a phone apart. */
  privateKeys(): Uint8Array;
}

export interface ChatPhoneOptions {
  readonly engine: ChatEngine;
  readonly calls: XChatCalls;
  readonly userId: string;
  /** The institution's account. */
  readonly peerId: string;
  /** Shows a message once for each event, as an app that does not know message ids would. */
  readonly showsRepeats?: boolean;
}

/** What the phone remembers. */
interface Memory {
  session: ChatSession;
  own: UserKeys;
  privateKeys: Uint8Array;
  readonly conversationKeys: Map<string, ConversationKey>;
  readonly shown: ShownChat[];
  readonly seen: Set<string>;
  readTo: bigint;
  unreadable: number;
}

/** How often a message is prepared again when X says that a key is not the newest. */
const attemptsMax = 3;

/** Sets up a phone: makes its keys and registers them with X. */
export async function openChatPhone(options: ChatPhoneOptions): Promise<ChatPhone> {
  const { calls, userId } = options;
  const memory: Memory = {
    ...(await newIdentity(options)),
    conversationKeys: new Map(),
    shown: [],
    seen: new Set(),
    readTo: 0n,
    unreadable: 0,
  };
  const phone = { ...options, memory };
  const inTurn = oneAtATime();
  return {
    userId,
    keys: () => memory.own,
    say: async (text) =>
      inTurn(async () => (await deliver(phone, async () => prepare(phone, text))).messageId),
    post: async (message) => inTurn(async () => void (await deliver(phone, async () => message))),
    prepare: async (text) => inTurn(async () => prepare(phone, text)),
    conversationKey: async () => inTurn(async () => keyOf(phone)),
    read: async () =>
      inTurn(async () => {
        await readNew(phone);
        return [...memory.shown];
      }),
    unreadable: () => memory.unreadable,
    changePhone: async () =>
      inTurn(async () => {
        await readNew(phone);
        await memory.session.close();
        // The conversation's keys were encrypted for the old phone.
        memory.conversationKeys.clear();
        Object.assign(memory, await newIdentity(options));
      }),
    changeKey: async () => inTurn(async () => changeKey(phone)),
    privateKeys: () => Uint8Array.from(memory.privateKeys),
  };

  async function newIdentity({ engine }: ChatPhoneOptions) {
    const { keys, record } = await engine.generate();
    const version = await calls.register(record);
    const own: UserKeys = { ...record, version, userId };
    return { own, privateKeys: keys, session: await engine.open({ userId, version, keys }) };
  }
}

/** A phone does one thing after another. */
function oneAtATime(): <Result>(work: () => Promise<Result>) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve();
  return async (work) => {
    const result = last.then(work);
    last = result.catch(() => undefined);
    return result;
  };
}

type Phone = ChatPhoneOptions & { readonly memory: Memory };

async function prepare(phone: Phone, text: string): Promise<PreparedMessage> {
  const key = await keyOf(phone);
  return phone.memory.session.encrypt({ conversationId: conversationOf(phone), text, key });
}

/** `small:large`. */
function conversationOf({ userId, peerId }: Phone): string {
  return (BigInt(userId) < BigInt(peerId) ? [userId, peerId] : [peerId, userId]).join(':');
}

async function keyOf(phone: Phone): Promise<ConversationKey> {
  const { conversationKeys } = phone.memory;
  if (conversationKeys.size === 0) await readNew(phone);
  if (conversationKeys.size === 0) await changeKey(phone);
  const [newest] = [...conversationKeys.values()].toSorted((a, b) =>
    BigInt(a.version) > BigInt(b.version) ? -1 : 1,
  );
  return present(newest, 'the conversation has a key');
}

async function changeKey({ calls, peerId, memory }: Phone): Promise<void> {
  const [peer] = await calls.keysOf(peerId);
  if (!peer) throw new Error(`user ${peerId} is not in X Chat`);
  const change = await memory.session.prepareKeyChange([memory.own, peer]);
  await calls.postKeyChange(change);
  memory.conversationKeys.set(change.key.version, change.key);
}

/** Posts a message. Prepares it again if a key is not the newest. */
async function deliver(
  phone: Phone,
  message: () => Promise<PreparedMessage>,
): Promise<PreparedMessage> {
  let refusal = '';
  for (let attempt = 0; attempt < attemptsMax; attempt += 1) {
    const prepared = await message();
    const answer = await phone.calls.postMessage(prepared);
    const read = await phone.memory.session.read(answer, { conversationKeys: [], signers: [] });
    if (!('event' in read) || read.event.kind !== 'failure') return prepared;
    refusal = read.event.failure;
    if (refusal === 'nonLatestKeyVersion') await readNew(phone);
    else if (refusal === 'recipientKeyChanged') await changeKey(phone);
    else break;
  }
  throw new Error(`X refused the message: ${refusal}`);
}

async function readNew(phone: Phone): Promise<void> {
  const { calls, memory, userId, peerId } = phone;
  const fresh = await eventsAfter(calls, memory.readTo);
  if (fresh.length === 0) return;
  const signers = (await Promise.all([userId, peerId].map(calls.keysOf))).flat();
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

function take({ memory, userId, showsRepeats }: Phone, event: ChatEvent): void {
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
