import { createPrivateKey, createPublicKey, sign } from 'node:crypto';
import type { ChatPhone } from '../../dev/simulators/handset/chat/phone.ts';
import type { PostedEvent } from '../../dev/simulators/x/chat/acts.ts';
import { encodeSignature, messageDetail } from '../../dev/simulators/x/chat/event.ts';
import type { RegisteredKeys } from '../../dev/simulators/x/chat/state.ts';
import type { XSimulator } from '../../dev/simulators/x/simulator.ts';
import type {
  PreparedKeyChange,
  PreparedMessage,
  UserKeys,
} from '../../src/channels/x/chat/engine/chat-engine.ts';
import { openWasmEngine } from '../../src/channels/x/chat/engine/wasm-engine.ts';
import { loadWasmChat } from '../../src/channels/x/chat/engine/wasm-module.ts';
import { conversationIdOf } from '../../src/channels/x/chat/conversation.ts';
import { present } from '../../src/kernel/assert.ts';
import { readTexts } from '../../dev/simulators/x/chat/thrift.ts';
import { bankUserId } from './fixture.ts';

/*
 * What somebody who controls X's servers, or what they serve, could try. Each gives events for `simulator.chat.inject`, or prepares
 * messages that a phone posts.
 */

/** A prepared message as X keeps it. */
export function asPosted(
  message: PreparedMessage,
  { senderId, keyVersion }: { readonly senderId: string; readonly keyVersion: string },
): PostedEvent {
  return {
    messageId: message.messageId,
    senderId,
    kind: 'message',
    keyVersion,
    detail: messageDetail(Buffer.from(message.createEvent, 'base64')),
    signature: Buffer.from(message.eventSignature, 'base64'),
  };
}

/** One true message of the phone, altered in each way that its signature must catch. */
export async function alteredMessages(
  phone: ChatPhone,
  text: string,
  otherUserId: string,
): Promise<Readonly<Record<'sender' | 'id' | 'bit' | 'unsigned', PostedEvent>>> {
  const prepared = await phone.prepare(text);
  const { version } = await phone.conversationKey();
  const event = asPosted(prepared, { senderId: phone.userId, keyVersion: version });
  const createEvent = Buffer.from(prepared.createEvent, 'base64');
  // Inside the encrypted contents, behind the field's head of seven bytes.
  createEvent.writeUInt8(createEvent.readUInt8(20) ^ 1, 20);
  return {
    sender: { ...event, senderId: otherUserId },
    id: { ...event, messageId: crypto.randomUUID() },
    bit: { ...event, detail: messageDetail(createEvent) },
    unsigned: { ...event, signature: undefined },
  };
}

/** A key change as X keeps it. */
export function keyChangePosted(change: PreparedKeyChange, senderId: string): PostedEvent {
  const [signed] = change.signatures;
  const { messageId, detail, ...signature } = present(signed, 'a key change is signed');
  return {
    messageId,
    senderId,
    kind: 'key_change',
    keyVersion: change.key.version,
    detail: Buffer.from(detail, 'base64'),
    signature: encodeSignature(signature),
  };
}

/**
 * A change to a key that the attacker chose, in the victim's name and version, signed with the attacker's own key. Whoever takes it
 * encrypts answers for the attacker.
 */
export async function forgedKeyChange(victim: UserKeys, peer: UserKeys) {
  await using attacker = await openAttacker(victim);
  const change = await attacker.session.prepareKeyChange([victim, peer]);
  return { key: change.key, event: keyChangePosted(change, victim.userId) };
}

/**
 * A public record that names the victim's identity key and version with the attacker's signing key. Its binding is genuine, because the
 * signing key signs the identity key: the engine calls events under it verified. `messages` and `keyChange` are signed so.
 */
export async function impersonation(victim: UserKeys, peer: UserKeys, text: string) {
  await using attacker = await openAttacker(victim);
  const { record, session } = attacker;
  const bound: RegisteredKeys = {
    version: victim.version,
    publicKey: victim.publicKey,
    signingPublicKey: record.signingPublicKey,
    identityPublicKeySignature: signWith(
      attacker.keys,
      record.signingPublicKey,
      Buffer.from(victim.publicKey, 'base64'),
    ),
  };
  const change = await session.prepareKeyChange([victim, peer]);
  const message = await session.encrypt({
    conversationId: change.conversationId,
    text,
    key: change.key,
  });
  return {
    record: bound,
    keyChange: keyChangePosted(change, victim.userId),
    message: asPosted(message, { senderId: victim.userId, keyVersion: change.key.version }),
  };
}

/** New keys in the victim's name and version: their public half is nowhere registered. */
async function openAttacker({ userId, version }: UserKeys) {
  const engine = await openWasmEngine();
  const { keys, record } = await engine.generate();
  const session = await engine.open({ userId, version, keys });
  return { keys, record, session, [Symbol.asyncDispose]: async () => session.close() };
}

/** Signs with the second half of a key blob, as the engine does: P-256, SHA-256, raw r and s in base64. */
function signWith(blob: Uint8Array, signingPublicKey: string, data: Uint8Array): string {
  const spki = {
    key: Buffer.from(signingPublicKey, 'base64'),
    format: 'der',
    type: 'spki',
  } as const;
  const jwk = createPublicKey(spki).export({ format: 'jwk' });
  const d = Buffer.from(blob.subarray(32, 64)).toString('base64url');
  const key = createPrivateKey({ key: { ...jwk, d }, format: 'jwk' });
  return sign('sha256', data, { key, dsaEncoding: 'ieee-p1363' }).toString('base64');
}

/** A message of the phone under this id, which it signs as any other. */
export async function messageNamed(
  phone: ChatPhone,
  messageId: string,
  text: string,
): Promise<PostedEvent> {
  const prepared = await phone.prepare(text);
  const { version: keyVersion } = await phone.conversationKey();
  const createEvent = Buffer.from(prepared.createEvent, 'base64');
  const contents = present(readTexts(createEvent)?.get(100), 'a message has contents');
  const { userId, version, signingPublicKey } = phone.keys();
  const conversationId = conversationIdOf(userId, bankUserId);
  const signed = [
    'MessageCreateEvent',
    messageId,
    userId,
    conversationId,
    keyVersion,
    contents.toString('base64').replaceAll('=', ''),
  ].join(',');
  const keys = Buffer.from(phone.stored().privateKeys, 'base64');
  return {
    messageId,
    senderId: userId,
    kind: 'message',
    keyVersion,
    detail: messageDetail(createEvent),
    signature: encodeSignature({
      signature: signWith(keys, signingPublicKey, Buffer.from(signed)),
      publicKeyVersion: version,
      signatureVersion: '7',
    }),
  };
}

/** A message of the phone under a conversation key whose change it never posted, and that change. */
export async function missingKeyMessage(phone: ChatPhone, peer: UserKeys, text: string) {
  const { userId, version } = phone.keys();
  const keys = Buffer.from(phone.stored().privateKeys, 'base64');
  const session = await (await openWasmEngine()).open({ userId, version, keys });
  const change = await session.prepareKeyChange([phone.keys(), peer]);
  const { conversationId, key } = change;
  const message = await session.encrypt({ conversationId, text, key });
  await session.close();
  return {
    message: asPosted(message, { senderId: userId, keyVersion: key.version }),
    keyChange: keyChangePosted(change, userId),
  };
}

/** A message of the phone for a group: the same keys, another conversation. */
export async function groupMessage(phone: ChatPhone, groupId: string, text: string) {
  return special(phone, (chat, key) =>
    chat.encryptMessage({ conversationId: groupId, text, ...key }),
  );
}

/** An edit of an earlier message of the phone. */
export async function editOf(phone: ChatPhone, target: string, updatedText: string) {
  return special(phone, (chat, key) =>
    chat.encryptEdit({ targetEvent: target, updatedText, ...key }),
  );
}

/** A reply that quotes an earlier message. @param target the quoted event, encoded */
export async function quoteOf(
  phone: ChatPhone,
  target: string,
  { conversationId, text }: { readonly conversationId: string; readonly text: string },
) {
  return special(phone, (chat, key) =>
    chat.encryptReply({ conversationId, replyToEvent: target, text, ...key }),
  );
}

/** A reaction to an earlier message. @param target the event, encoded */
export async function reactionTo(phone: ChatPhone, target: string, emoji: string) {
  return special(phone, (chat, key) =>
    chat.encryptAddReaction({ targetEvent: target, emoji, ...key }),
  );
}

type Chat = InstanceType<Awaited<ReturnType<typeof loadWasmChat>>>;

/** A message of a kind that the service never sends, made with the phone's keys. */
async function special(
  phone: ChatPhone,
  make: (
    chat: Chat,
    key: { readonly conversationKey: Uint8Array; readonly conversationKeyVersion: string },
  ) => unknown,
): Promise<PreparedMessage> {
  const { key, version } = await phone.conversationKey();
  const chat = new (await loadWasmChat())();
  const { userId, version: keyVersion } = phone.keys();
  chat.importKeys(Buffer.from(phone.stored().privateKeys, 'base64'), keyVersion);
  chat.setIdentity(userId, keyVersion);
  const made = make(chat, { conversationKey: key, conversationKeyVersion: version });
  chat.free();
  const field = (name: string): string => {
    const value: unknown = typeof made === 'object' && made !== null ? Reflect.get(made, name) : '';
    return present(typeof value === 'string' ? value : undefined, `the engine gives ${name}`);
  };
  return {
    messageId: field('messageId'),
    createEvent: field('encryptedContent'),
    eventSignature: field('encodedEventSignature'),
  };
}

/** The newest event of this message as the institution gets it, encoded. */
export function eventOf(
  simulator: XSimulator,
  phone: ChatPhone,
  peerId: string,
  messageId: string,
) {
  const at = simulator.chat
    .events(phone.userId, peerId)
    .findLastIndex((event) => event.messageId === messageId);
  return present(simulator.chat.eventsFor(peerId, phone.userId)[at], 'X has this message');
}
