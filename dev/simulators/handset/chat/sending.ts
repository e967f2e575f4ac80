import type {
  ConversationKey,
  PreparedMessage,
} from '../../../../src/channels/x/chat/engine/chat-engine.ts';
import { present } from '../../../../src/kernel/assert.ts';
import { readNew, type Reader } from './reading.ts';

/** How often a message is prepared again when X says that a key is not the newest. */
const attemptsMax = 3;

/** Encrypts and signs a text. */
export async function prepare(phone: Reader, text: string): Promise<PreparedMessage> {
  const key = await keyOf(phone);
  return phone.memory.session.encrypt({ conversationId: conversationOf(phone), text, key });
}

/** `small:large`. */
function conversationOf({ userId, peerId }: Reader): string {
  return (BigInt(userId) < BigInt(peerId) ? [userId, peerId] : [peerId, userId]).join(':');
}

/** The newest key of the conversation, after a change if the phone knows none. */
export async function keyOf(phone: Reader): Promise<ConversationKey> {
  const { conversationKeys } = phone.memory;
  if (conversationKeys.size === 0) await readNew(phone);
  if (conversationKeys.size === 0) await changeKey(phone);
  const [newest] = [...conversationKeys.values()].toSorted((a, b) =>
    BigInt(a.version) > BigInt(b.version) ? -1 : 1,
  );
  return present(newest, 'the conversation has a key');
}

/** Gives the conversation another key, for the newest keys of both. */
export async function changeKey({ calls, peerId, memory }: Reader): Promise<void> {
  const [peer] = await calls.keysOf(peerId);
  if (!peer) throw new Error(`user ${peerId} is not in X Chat`);
  const change = await memory.session.prepareKeyChange([memory.own, peer]);
  await calls.postKeyChange(change);
  memory.conversationKeys.set(change.key.version, change.key);
}

/** Posts a message. Prepares it again if a key is not the newest. @throws Error with X's refusal */
export async function deliver(
  phone: Reader,
  message: () => Promise<PreparedMessage>,
): Promise<PreparedMessage> {
  let refusal = '';
  for (let attempt = 0; attempt < attemptsMax; attempt += 1) {
    const prepared = await message();
    const answer = await phone.calls.sendMessage(prepared);
    const read = await phone.memory.session.read(answer, { conversationKeys: [], signers: [] });
    if (!('event' in read) || read.event.kind !== 'failure') return prepared;
    refusal = read.event.failure;
    if (refusal === 'nonLatestKeyVersion') await readNew(phone);
    else if (refusal === 'recipientKeyChanged') await changeKey(phone);
    else break;
  }
  throw new Error(`X refused the message: ${refusal}`);
}
