import { z } from 'zod';
import type {
  PreparedKeyChange,
  PreparedMessage,
  RegistrationRecord,
  UserKeys,
} from '../../../../src/channels/x/chat/engine/chat-engine.ts';

/** The calls that X's own app makes for its user. */
export interface XChatCalls {
  /** @returns the version that X gave the keys */
  register(record: RegistrationRecord): Promise<string>;
  /** A user's public keys, the newest first. */
  keysOf(userId: string): Promise<readonly UserKeys[]>;
  /** A page of the conversation's events, the newest first. */
  events(next?: string): Promise<EventPage>;
  postKeyChange(change: PreparedKeyChange): Promise<void>;
  /** @returns X's event: the message, or why it was refused */
  sendMessage(message: PreparedMessage): Promise<string>;
}

interface EventPage {
  readonly events: readonly { readonly sequenceId: string; readonly encoded: string }[];
  readonly next: string | undefined;
}

const registered = z.object({ data: z.object({ public_key_version: z.string() }) });

const publicKeys = z.object({
  data: z.array(
    z.object({
      public_key_version: z.string(),
      public_key: z.string(),
      signing_public_key: z.string(),
      identity_public_key_signature: z.string(),
    }),
  ),
});

const events = z.object({
  data: z.array(z.object({ id: z.string(), encoded_event: z.string() })),
  meta: z.object({ next_token: z.string().optional() }),
});

const sent = z.object({ data: z.object({ encoded_message_event: z.string() }) });

/**
 * @param given `token` returns an access token of the user; `peerId` is the other participant; `fetch` reaches X at `base`
 */
export function createXChatCalls(given: {
  readonly base: string;
  readonly fetch: typeof fetch;
  readonly token: () => string;
  readonly userId: string;
  readonly peerId: string;
}): XChatCalls {
  const { base, fetch: network, token, userId, peerId } = given;
  const call = async (method: 'GET' | 'POST', path: string, body?: object): Promise<unknown> => {
    const answer = await network(new URL(path, base), {
      method,
      headers: { authorization: `Bearer ${token()}`, 'content-type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    if (!answer.ok) throw new Error(`X answered ${answer.status} to ${method} ${path}`);
    return answer.json();
  };
  const conversation = `/2/chat/conversations/${peerId}`;
  return {
    register: async (record) => {
      const body = registrationBody(record);
      const answer = await call('POST', `/2/users/${userId}/public_keys`, body);
      return registered.parse(answer).data.public_key_version;
    },
    keysOf: async (id) =>
      publicKeys.parse(await call('GET', `/2/users/${id}/public_keys`)).data.map((row) => ({
        userId: id,
        version: row.public_key_version,
        publicKey: row.public_key,
        signingPublicKey: row.signing_public_key,
        identityPublicKeySignature: row.identity_public_key_signature,
      })),
    events: async (next) => {
      const page = next === undefined ? '' : `&pagination_token=${next}`;
      const { data, meta } = events.parse(
        await call('GET', `${conversation}/events?max_results=100${page}`),
      );
      return {
        events: data.map(({ id, encoded_event: encoded }) => ({ sequenceId: id, encoded })),
        next: meta.next_token,
      };
    },
    postKeyChange: async (change) =>
      void (await call('POST', `${conversation}/keys`, keyChangeBody(change))),
    sendMessage: async (message) => {
      const answer = await call('POST', `${conversation}/messages`, {
        message_id: message.messageId,
        encoded_message_create_event: message.createEvent,
        encoded_message_event_signature: message.eventSignature,
      });
      return sent.parse(answer).data.encoded_message_event;
    },
  };
}

function registrationBody(record: RegistrationRecord): object {
  return {
    public_key: {
      public_key: record.publicKey,
      signing_public_key: record.signingPublicKey,
      identity_public_key_signature: record.identityPublicKeySignature,
      signing_public_key_signature: record.signingPublicKeySignature,
      public_key_fingerprint: record.publicKeyFingerprint,
      registration_method: record.registrationMethod,
    },
    version: record.version,
    generate_version: true,
  };
}

function keyChangeBody({ key, participants, signatures }: PreparedKeyChange): object {
  return {
    conversation_key_version: key.version,
    conversation_participant_keys: participants.map((one) => ({
      user_id: one.userId,
      encrypted_conversation_key: one.encryptedKey,
      public_key_version: one.publicKeyVersion,
    })),
    action_signatures: signatures.map((one) => ({
      message_id: one.messageId,
      encoded_message_event_detail: one.detail,
      message_event_signature: {
        signature: one.signature,
        public_key_version: one.publicKeyVersion,
        signature_version: one.signatureVersion,
      },
    })),
  };
}
