import type {
  ChatContent,
  ChatEvent,
  ChatSession,
  ReadResult,
  Rejection,
  UserKeys,
} from './chat-engine.ts';
import { messageIdPattern } from './signed-part.ts';
import type { WasmChat } from './wasm-module.ts';
import {
  anyEvent,
  decryptedEvents,
  failureEvent,
  keyChangeEvent,
  messageEvent,
} from './wasm-shapes.ts';

type Given = Parameters<ChatSession['read']>[1];

/** Decrypts one event and checks its signature. Everything else about an event, such as its time, is only what X says. */
export function readEvent(
  chat: WasmChat,
  event: string,
  { conversationKeys, signers }: Given,
): ReadResult {
  const entries = signers.map(signerOf);
  let read: unknown;
  try {
    read = chat.decryptEvent(
      event,
      Object.fromEntries(conversationKeys.map(({ version, key }) => [version, key])),
      entries,
    );
  } catch (error) {
    return { rejected: reasonOf(error) };
  }
  const message = messageEvent.safeParse(read);
  if (message.success)
    return messageIdPattern.test(message.data.id)
      ? { event: messageOf(message.data) }
      : { rejected: 'unverified' };
  const change = keyChangeEvent.safeParse(read);
  if (change.success) {
    const key = keyOf(chat, event, { entries, version: change.data.keyVersion });
    if (!key) return { rejected: 'unreadable' };
    return { event: { kind: 'key_change', ...factsOf(change.data), key } };
  }
  return otherOf(read);
}

function otherOf(read: unknown): ReadResult {
  const failure = failureEvent.safeParse(read);
  if (failure.success) {
    const { failure: name, rateLimitTier } = failure.data;
    return { event: { kind: 'failure', failure: name, tier: rateLimitTier ?? undefined } };
  }
  const any = anyEvent.safeParse(read);
  if (!any.success || any.data.type === 'unknown') return { rejected: 'unreadable' };
  // A message or key change that came here is not verified, or not as we know it.
  const isSigned = any.data.type === 'message' || any.data.type === 'keyChange';
  if (isSigned) return { rejected: 'unverified' };
  return { event: { kind: 'other', name: any.data.type } };
}

function signerOf(keys: UserKeys) {
  return {
    userId: keys.userId,
    publicKeyVersion: keys.version,
    publicKey: keys.signingPublicKey,
    identityPublicKey: keys.publicKey,
    identityPublicKeySignature: keys.identityPublicKeySignature,
  };
}

/**
 * The key that a change brings. The engine also gives keys of changes that it rejected, so this is asked for one event alone, whose
 * signature has verified.
 */
function keyOf(
  chat: WasmChat,
  event: string,
  { entries, version }: { readonly entries: readonly object[]; readonly version: string },
) {
  const all = decryptedEvents.safeParse(chat.decryptEvents([event], entries));
  if (!all.success) return undefined;
  const isVerified = all.data.messages.some(
    (one) => keyChangeEvent.safeParse(one.event).data?.keyVersion === version,
  );
  const key = isVerified ? all.data.conversationKeys.keys[version] : undefined;
  return key && { version, key };
}

interface Facts {
  readonly id: string;
  readonly senderId: string;
  readonly conversationId: string;
  readonly sequenceId?: string | null | undefined;
  readonly createdAtMsec?: number | null | undefined;
}

function factsOf({ id, senderId, conversationId, sequenceId, createdAtMsec }: Facts) {
  return {
    messageId: id,
    senderId,
    conversationId,
    sequenceId: sequenceId ?? undefined,
    sentAt: createdAtMsec ?? undefined,
  };
}

function messageOf(
  message: Facts & {
    readonly keyVersion?: string | null | undefined;
    readonly attachments?: readonly unknown[] | null | undefined;
    readonly content: {
      readonly content_type: string;
      readonly text?: string | null | undefined;
      readonly target_message_id?: string | null | undefined;
      readonly forwarded_message?: unknown;
    };
  },
): ChatEvent {
  return {
    kind: 'message',
    ...factsOf(message),
    keyVersion: message.keyVersion ?? undefined,
    content: contentOf(message.content, (message.attachments ?? []).length > 0),
  };
}

/** A quoted message is not part of the text. A forwarded one is somebody else's words. */
function contentOf(
  content: {
    readonly content_type: string;
    readonly text?: string | null | undefined;
    readonly target_message_id?: string | null | undefined;
    readonly forwarded_message?: unknown;
  },
  hasAttachments: boolean,
): ChatContent {
  const { content_type: name, text, target_message_id: targetId } = content;
  if (name === 'edit') return { type: 'edit', targetId: targetId ?? undefined };
  if (name !== 'text') return { type: 'other', name };
  const isForwarded = content.forwarded_message !== undefined && content.forwarded_message !== null;
  if (isForwarded) return { type: 'other', name: 'forwarded' };
  return { type: 'text', text: text ?? '', hasAttachments };
}

function reasonOf(error: unknown): Rejection {
  const said = error instanceof Error ? error.message : String(error);
  if (/no matching signing key/i.test(said)) return 'no_signer';
  if (/signature/i.test(said)) return 'unverified';
  return /no matching key/i.test(said) ? 'no_key' : 'unreadable';
}
