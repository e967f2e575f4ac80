import { describe, expect, it } from 'vitest';
import { openChatPhone } from '../../dev/simulators/handset/chat/phone.ts';
import type { XChatCalls } from '../../dev/simulators/handset/chat/x-calls.ts';
import { createXSimulator } from '../../dev/simulators/x/simulator.ts';
import { createChatApi, type ChatApi } from '../../src/channels/x/chat/api.ts';
import { openWasmEngine } from '../../src/channels/x/chat/engine/wasm-engine.ts';
import { messageAnswer } from '../../src/channels/x/chat/wire.ts';
import { createXClient } from '../../src/channels/x/client.ts';
import { createWorld } from '../../src/kernel/world.ts';
import { giveChatPhone } from '../support/chat-world.ts';
import { loadXDescription } from '../support/x-description.ts';

const bank = '1111111111';
const member = '2222222222';

const description = loadXDescription('x-chat-openapi.json');

describe.skipIf(!description)('the simulated X Chat answers as X describes', () => {
  it('every call of both sides, and what it answers', async () => {
    const simulator = createXSimulator({
      world: createWorld(),
      fetch: async () => new Response(''),
      consumerSecret: 'consumer secret',
      clientId: 'test',
    });
    simulator.createUser({ id: bank, username: 'myvcu', name: 'Vantage' });
    simulator.createUser({ id: member, username: 'member', name: 'M' });
    const token = simulator.giveToken(bank).accessToken;
    const seen = new Map<string, number>();
    const problems: string[] = [];
    // All calls of both sides pass through here: our own client's, and the phone's.
    const { fetch: inner } = simulator.app;
    simulator.app.fetch = async (request, ...rest) => {
      const { pathname, searchParams } = new URL(request.url);
      const sent: unknown = await request
        .clone()
        .json()
        .catch(() => undefined);
      const answer = await inner(request, ...rest);
      const body: unknown = await answer.clone().json();
      const { method } = request;
      if (request.method === 'GET')
        problems.push(...(description?.queryProblems('GET', pathname, searchParams) ?? []));
      if (sent !== undefined)
        problems.push(...(description?.requestProblems(method, pathname, sent) ?? []));
      problems.push(...(description?.answerProblems(method, pathname, answer.status, body) ?? []));
      const name = `${method} ${pathname.replaceAll(/\d{10}/g, 'id')}`;
      seen.set(name, answer.status);
      return answer;
    };
    const api = createChatApi(
      createXClient({
        base: 'https://api.x.example',
        fetch: async (input, init) => simulator.app.fetch(new Request(input, init)),
      }),
      { current: async () => token, renew: async () => token },
    );
    const institution = await openChatPhone({
      engine: await openWasmEngine(),
      userId: bank,
      peerId: member,
      calls: byOurClient(api, bank, member),
    });
    const phone = await giveChatPhone(simulator, { userId: member, peerId: bank });
    await phone.say('#bal');
    await institution.say('Checking 7: $5.00');
    expect((await phone.read()).map(({ text }) => text)).toEqual(['#bal', 'Checking 7: $5.00']);
    const ask = async (method: string, path: string, body?: object) => {
      const answer = await simulator.app.fetch(
        new Request(`https://api.x.example${path}`, {
          method,
          headers: {
            authorization: `Bearer ${simulator.giveToken(bank).accessToken}`,
            'content-type': 'application/json',
          },
          ...(body ? { body: JSON.stringify(body) } : {}),
        }),
      );
      expect(answer.status).toBe(200);
    };
    expect((await api.conversations()).meta?.has_message_requests).toBe(false);
    const [event] = simulator.chat.events(bank, member);
    await ask('GET', '/2/chat/conversations?max_results=100');
    await ask('GET', `/2/chat/conversations/${member}`);
    await ask('POST', `/2/chat/conversations/${bank}-${member}/read`, {
      seen_until_sequence_id: event?.sequenceId,
    });
    await ask('POST', `/2/chat/conversations/${member}/typing`);
    await ask('GET', `/2/users/public_keys?ids=${member},${bank}`);
    await ask('POST', `/2/chat/conversations/${member}/messages/delete`, {
      sequence_ids: [event?.sequenceId],
      delete_message_action: 'delete_for_all',
      action_signatures: [
        {
          message_id: 'x',
          encoded_message_event_detail: 'DAAHAA==',
          message_event_signature: {
            signature: 'AAAA',
            public_key_version: phone.keys().version,
            signature_version: '7',
          },
        },
      ],
    });
    expect(problems).toEqual([]);
    expect(Object.fromEntries(seen)).toEqual({
      'GET /2/chat/conversations': 200,
      'GET /2/chat/conversations/id': 200,
      'GET /2/chat/conversations/id/events': 200,
      'GET /2/users/id/public_keys': 200,
      'GET /2/users/public_keys': 200,
      'POST /2/chat/conversations/id-id/read': 200,
      'POST /2/chat/conversations/id/keys': 200,
      'POST /2/chat/conversations/id/messages': 201,
      'POST /2/chat/conversations/id/messages/delete': 200,
      'POST /2/chat/conversations/id/typing': 200,
      'POST /2/users/id/public_keys': 200,
    });
  });
});

/** The service's own client, as a phone uses it. */
function byOurClient(api: ChatApi, userId: string, peerId: string): XChatCalls {
  return {
    register: async (record) => api.register(userId, record),
    keysOf: async (id) => api.publicKeysOf(id),
    events: async (next) => {
      const page = await api.events(peerId, next);
      return {
        events: (page?.data ?? []).map((one) => ({
          sequenceId: one.id ?? '0',
          encoded: one.encoded_event,
        })),
        next: page?.meta?.next_token,
      };
    },
    postKeyChange: async (change) => api.postKeyChange(peerId, change),
    sendMessage: async (message) => {
      const answer = await api.postMessage(peerId, {
        message_id: message.messageId,
        encoded_message_create_event: message.createEvent,
        encoded_message_event_signature: message.eventSignature,
      });
      if ('notPosted' in answer) throw new Error('the message was not posted');
      return messageAnswer.parse(answer.body).data.encoded_message_event;
    },
  };
}
