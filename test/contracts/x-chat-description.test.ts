import { describe, expect, it } from 'vitest';
import { createXSimulator } from '../../dev/simulators/x/simulator.ts';
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
    const seen = new Map<string, number>();
    const problems: string[] = [];
    // The phones' own calls, in both directions, pass through here.
    const { fetch: inner } = simulator.app;
    simulator.app.fetch = async (request, ...rest) => {
      const { pathname } = new URL(request.url);
      const sent: unknown = await request
        .clone()
        .json()
        .catch(() => undefined);
      const answer = await inner(request, ...rest);
      const body: unknown = await answer.clone().json();
      const { method } = request;
      if (sent !== undefined)
        problems.push(...(description?.requestProblems(method, pathname, sent) ?? []));
      problems.push(...(description?.answerProblems(method, pathname, answer.status, body) ?? []));
      const name = `${method} ${pathname.replaceAll(/\d{10}/g, 'id')}`;
      seen.set(name, answer.status);
      return answer;
    };
    const institution = await giveChatPhone(simulator, {
      userId: bank,
      peerId: member,
      takesFrom: 'everyone',
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
