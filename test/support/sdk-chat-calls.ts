import { Client } from '@xdevplatform/xdk';
import type { XChatCalls } from '../../dev/simulators/handset/chat/x-calls.ts';
import { present } from '../../src/kernel/assert.ts';

/** A phone's calls by X's official client. It sends over HTTP, so the simulator listens at `baseUrl`. */
export function sdkChatCalls(given: {
  readonly baseUrl: string;
  readonly accessToken: string;
  readonly userId: string;
  readonly peerId: string;
}): XChatCalls {
  const { baseUrl, accessToken, userId, peerId } = given;
  const { chat, users } = new Client({ accessToken, baseUrl });
  return {
    register: async ({ version, ...publicKey }) => {
      const { data } = await chat.addUserPublicKey(userId, {
        version,
        generateVersion: true,
        publicKey,
      });
      return present(data?.publicKeyVersion, 'X gives the keys a version');
    },
    keysOf: async (id) => {
      const { data } = await users.getPublicKey(id);
      return (data ?? []).map((row) => ({
        userId: id,
        version: row.publicKeyVersion ?? '',
        publicKey: row.publicKey ?? '',
        signingPublicKey: row.signingPublicKey ?? '',
        identityPublicKeySignature: row.identityPublicKeySignature ?? '',
      }));
    },
    events: async (next) => {
      const { data, meta } = await chat.getConversationEvents(peerId, {
        maxResults: 100,
        ...(next === undefined ? {} : { paginationToken: next }),
      });
      return {
        events: (data ?? []).map(({ id, encodedEvent }) => ({
          sequenceId: id ?? '',
          encoded: encodedEvent ?? '',
        })),
        next: meta?.nextToken,
      };
    },
    postKeyChange: async ({ key, participants, signatures }) => {
      await chat.addConversationKeys(peerId, {
        conversationKeyVersion: key.version,
        conversationParticipantKeys: participants.map((one) => ({
          userId: one.userId,
          encryptedConversationKey: one.encryptedKey,
          publicKeyVersion: one.publicKeyVersion,
        })),
        actionSignatures: signatures.map(({ messageId, detail, ...messageEventSignature }) => ({
          messageId,
          encodedMessageEventDetail: detail,
          messageEventSignature,
        })),
      });
    },
    sendMessage: async (message) => {
      const { data } = await chat.sendMessage(peerId, {
        messageId: message.messageId,
        encodedMessageCreateEvent: message.createEvent,
        encodedMessageEventSignature: message.eventSignature,
      });
      return present(data?.encodedMessageEvent, 'X answers with an event');
    },
  };
}
