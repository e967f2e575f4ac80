import type { z } from 'zod';
import { Fault } from '../../../kernel/fault.ts';
import type { XAnswer } from '../answer.ts';
import { assertAnswered, type XCall, type XClient } from '../client.ts';
import type { TokenSource } from '../oauth.ts';
import type { PreparedKeyChange, RegistrationRecord, UserKeys } from './engine/chat-engine.ts';
import {
  conversationsAnswer,
  eventsAnswer,
  keysPostedAnswer,
  type postedMessage,
  publicKeysAnswer,
  registeredAnswer,
} from './wire.ts';

type EventsPage = z.output<typeof eventsAnswer>;
type ConversationsPage = z.output<typeof conversationsAnswer>;

/** X did not get the message. `fault`: why there is no token. Absent: it refused the token, and there is a new one. */
export interface NotPosted {
  readonly notPosted: { readonly fault?: unknown };
}

/** X's calls for chat, as one account. All throw Fault with X's code, `x_not_reached` or `x_no_answer`. */
export interface ChatApi {
  /** A user's registered keys, newest first. Empty: the user has no X Chat. */
  publicKeysOf(userId: string): Promise<UserKeys[]>;
  /** Where X keeps the private keys that the account's phones made; `undefined`: it keeps none. */
  juiceboxConfig(userId: string): Promise<unknown>;
  /** @returns the version that signatures name from now on */
  register(userId: string, record: RegistrationRecord): Promise<string>;
  postKeyChange(peerId: string, change: PreparedKeyChange): Promise<void>;
  /** A 201 may hold a refusal: read the event inside. */
  postMessage(
    peerId: string,
    message: z.output<typeof postedMessage>,
    until?: AbortSignal,
  ): Promise<XAnswer | NotPosted>;
  /** A page of a conversation, newest first. `undefined`: there is no such conversation. */
  events(peerId: string, after?: string): Promise<EventsPage | undefined>;
  /** A page of the inbox. Message requests are not in it. */
  conversations(after?: string): Promise<ConversationsPage>;
}

const keyFields = 'public_key_version,public_key,signing_public_key,identity_public_key_signature';
const eventFields = 'id,encoded_event,sender_id,conversation_id,conversation_token,created_at';

export function createChatApi(client: XClient, tokens: TokenSource): ChatApi {
  const call = async (given: Omit<XCall, 'token'>): Promise<XAnswer> => {
    const token = await tokens.current();
    const answer = await client.call({ ...given, token });
    if (answer.status !== 401) return answer;
    return client.call({ ...given, token: await tokens.renew(token) });
  };
  const post = postOnce(client, tokens);
  const page = (after: string | undefined): Record<string, string> => ({
    max_results: '100',
    ...(after === undefined ? {} : { pagination_token: after }),
  });
  return {
    publicKeysOf: async (userId) => {
      const answer = await call({
        method: 'GET',
        path: `/2/users/${userId}/public_keys`,
        query: { 'public_key.fields': keyFields },
      });
      if (answer.status === 404) return [];
      const { data = [] } = parsed(publicKeysAnswer, answer, 'reading public keys');
      return data.map((row) => recordOf(userId, row)).toSorted(newestFirst);
    },
    juiceboxConfig: async (userId) => {
      const answer = await call({
        method: 'GET',
        path: `/2/users/${userId}/public_keys`,
        query: { 'public_key.fields': `${keyFields},juicebox_config` },
      });
      const { data = [] } = parsed(publicKeysAnswer, answer, 'reading where X keeps the keys');
      return data.find(({ juicebox_config: config }) => config !== undefined)?.juicebox_config;
    },
    register: async (userId, record) => {
      const answer = await call({
        method: 'POST',
        path: `/2/users/${userId}/public_keys`,
        body: registrationOf(record),
      });
      return parsed(registeredAnswer, answer, 'registering public keys').data.public_key_version;
    },
    postKeyChange: async (peerId, change) => {
      const answer = await call({
        method: 'POST',
        path: `/2/chat/conversations/${peerId}/keys`,
        body: keyChangeOf(change),
      });
      parsed(keysPostedAnswer, answer, 'changing a conversation’s key');
    },
    postMessage: async (peerId, body, until) =>
      post({ method: 'POST', path: `/2/chat/conversations/${peerId}/messages`, body, until }),
    events: async (peerId, after) => {
      const answer = await call({
        method: 'GET',
        path: `/2/chat/conversations/${peerId}/events`,
        query: { ...page(after), 'chat_message_event.fields': eventFields },
      });
      if (answer.status === 404) return undefined;
      return parsed(eventsAnswer, answer, 'reading a conversation');
    },
    conversations: async (after) => {
      const answer = await call({
        method: 'GET',
        path: '/2/chat/conversations',
        query: { ...page(after), 'chat_conversation.fields': 'id,type,updated_at' },
      });
      return parsed(conversationsAnswer, answer, 'listing conversations');
    },
  };
}

/** A token can't have expired within this many seconds of its issue. */
const freshSeconds = 60;

/**
 * Posts at most once. The token is fetched apart, because a failure there proves that nothing was sent. After a renewal the message is
 * claimed again: the member may have said STOP meanwhile.
 */
function postOnce(client: XClient, tokens: TokenSource) {
  let renewed: { readonly token: string; readonly at: number } | undefined;
  const isFresh = (token: string): boolean =>
    renewed?.token === token && performance.now() - renewed.at < freshSeconds * 1_000;
  return async (given: Omit<XCall, 'token'>): Promise<XAnswer | NotPosted> => {
    let token: string;
    try {
      token = await tokens.current();
    } catch (fault) {
      return { notPosted: { fault } };
    }
    const answer = await client.call({ ...given, token });
    // If X refuses right after a renewal, the token is not the cause.
    if (answer.status !== 401 || isFresh(token)) return answer;
    try {
      renewed = { token: await tokens.renew(token), at: performance.now() };
    } catch (fault) {
      return { notPosted: { fault } };
    }
    return { notPosted: {} };
  };
}

function parsed<Shape extends z.ZodType>(
  shape: Shape,
  answer: XAnswer,
  what: string,
): z.output<Shape> {
  assertAnswered(answer, what);
  const read = shape.safeParse(answer.body);
  if (read.success) return read.data;
  throw new Fault({
    code: 'x_answer_unreadable',
    message: `X’s answer has an unknown format: ${what}`,
    retryable: true,
  });
}

function recordOf(
  userId: string,
  row: {
    readonly public_key_version: string;
    readonly public_key: string;
    readonly signing_public_key: string;
    readonly identity_public_key_signature: string;
  },
): UserKeys {
  return {
    userId,
    version: row.public_key_version,
    publicKey: row.public_key,
    signingPublicKey: row.signing_public_key,
    identityPublicKeySignature: row.identity_public_key_signature,
  };
}

function newestFirst(one: UserKeys, other: UserKeys): number {
  return Number(BigInt(other.version) - BigInt(one.version));
}

function registrationOf(record: RegistrationRecord) {
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

function keyChangeOf({ key, participants, signatures }: PreparedKeyChange) {
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
