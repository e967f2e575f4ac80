import { expect, it } from 'vitest';
import type { InboundMessage } from '../../messages/channel.ts';
import { pollOnce } from './polling.ts';

it('takes what is said to us alone, and nothing that was said in a group', async () => {
  const event = (id: string, conversation?: string) => ({
    id,
    text: '#trans 50 7 0',
    sender_id: '7',
    created_at: '2026-03-02T16:42:00Z',
    ...(conversation === undefined ? {} : { dm_conversation_id: conversation }),
  });
  const taken: InboundMessage[] = [];
  const found = await pollOnce({
    client: {
      call: async () => ({
        status: 200,
        headers: new Headers(),
        body: {
          data: [
            event('16'),
            event('15', '1583900000000000001'),
            event('14', '7-8'),
            event('13', '100-7'),
            event('12', '7-100'),
            event('11', '7-100-8'),
          ],
        },
      }),
    },
    tokens: { current: async () => 'token', renew: async () => 'token' },
    seen: { load: async () => '10', save: async () => {} },
    inbox: {
      receive: async (messages) => {
        taken.push(...messages);
      },
      happened: async () => {},
    },
    institutionId: 1,
    bankUserId: '100',
  });
  expect(found).toBe(2);
  expect(taken.map(({ externalId }) => externalId)).toEqual(['12', '13']);
});
