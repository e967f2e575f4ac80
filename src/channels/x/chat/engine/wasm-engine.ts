import { Fault } from '../../../../kernel/fault.ts';
import type {
  ChatEngine,
  ChatIdentity,
  ChatSession,
  NewKeys,
  PreparedKeyChange,
  PreparedMessage,
  UserKeys,
} from './chat-engine.ts';
import { readEvent } from './read-event.ts';
import { loadWasmChat, type WasmChat } from './wasm-module.ts';
import { generatedKeys, preparedChange, preparedMessage } from './wasm-shapes.ts';

/**
 * X's own engine, in this thread: a call takes milliseconds, during which nothing else runs. The service uses it through
 * `threaded-engine.ts`.
 */
export async function openWasmEngine(): Promise<ChatEngine> {
  const Chat = await loadWasmChat();
  return {
    generate: async () => generate(new Chat()),
    open: async (identity) => sessionOf(new Chat(), identity),
    [Symbol.asyncDispose]: async () => {},
  };
}

function generate(chat: WasmChat): NewKeys {
  try {
    const { version, publicKey } = generatedKeys.parse(chat.generateKeypairs());
    return { keys: chat.exportKeys(), record: { version, ...publicKey } };
  } finally {
    chat.lock();
    chat.free();
  }
}

function sessionOf(chat: WasmChat, { userId, version, keys }: ChatIdentity): ChatSession {
  const copy = Uint8Array.from(keys);
  try {
    chat.importKeys(copy, version);
  } catch {
    // The engine's own message is left out: it comes from code that had the keys.
    throw new Fault({
      code: 'x_chat_keys_unusable',
      message: 'X’s chat engine does not accept the stored keys',
      retryable: false,
    });
  } finally {
    copy.fill(0);
  }
  chat.setIdentity(userId, version);
  return {
    userId,
    version,
    matches: async (publicKey) => matches(chat, publicKey),
    fingerprint: async () => chat.getPublicKeyFingerprint(),
    prepareKeyChange: async (all) => prepareKeyChange(chat, all),
    encrypt: async (message) => encrypt(chat, message),
    read: async (event, given) => readEvent(chat, event, given),
    close: async () => {
      chat.lock();
      chat.free();
    },
  };
}

function matches(chat: WasmChat, publicKey: string): boolean {
  try {
    return chat.matchesRegisteredKey(publicKey);
  } catch {
    // Not a key at all.
    return false;
  }
}

function prepareKeyChange(chat: WasmChat, all: readonly UserKeys[]): PreparedKeyChange {
  const made = preparedChange.parse(
    chat.prepareConversationKeyChange({
      publicKeys: all.map(({ userId, publicKey, version: keyVersion }) => ({
        userId,
        publicKey,
        keyVersion,
      })),
    }),
  );
  return {
    conversationId: made.conversationId,
    key: { version: made.conversationKeyVersion, key: made.conversationKey },
    participants: made.participantKeys,
    signatures: made.actionSignatures.map(({ encodedMessageEventDetail: detail, ...one }) => ({
      ...one,
      detail,
    })),
  };
}

function encrypt(
  chat: WasmChat,
  { conversationId, text, key }: Parameters<ChatSession['encrypt']>[0],
): PreparedMessage {
  const made = preparedMessage.parse(
    chat.encryptMessage({
      conversationId,
      text,
      conversationKey: key.key,
      conversationKeyVersion: key.version,
    }),
  );
  return {
    messageId: made.messageId,
    createEvent: made.encryptedContent,
    eventSignature: made.encodedEventSignature,
  };
}
