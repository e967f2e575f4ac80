import { expect, it } from 'vitest';
import type { InboundMessage } from '../../messages/channel.ts';
import type { XAnswer } from './answer.ts';
import { pollOnce } from './polling.ts';

it('takes direct messages to us, and none from a group', async () => {
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

it('loses nothing if a row can’t be read or X refuses a token early', async () => {
  const row = (id: unknown, text: unknown) => ({
    id,
    text,
    event_type: 'MessageCreate',
    sender_id: '7',
    created_at: '2026-03-02T16:42:00Z',
    dm_conversation_id: '100-7',
  });
  const asked: string[] = [];
  const taken: InboundMessage[] = [];
  let seen = '10';
  const found = await pollOnce({
    client: {
      call: async ({ token }) => {
        asked.push(token);
        return token === 'old'
          ? { status: 401, headers: new Headers(), body: {} }
          : {
              status: 200,
              headers: new Headers(),
              body: {
                data: [
                  row('14', '#bal'),
                  row('a\0', '#bal'),
                  null,
                  row(13, '#bal'),
                  row('12', null),
                ],
              },
            };
      },
    },
    tokens: { current: async () => 'old', renew: async () => 'new' },
    seen: {
      load: async () => seen,
      save: async (id) => {
        seen = id;
      },
    },
    inbox: {
      receive: async (messages) => {
        taken.push(...messages);
      },
      happened: async () => {},
    },
    institutionId: 1,
    bankUserId: '100',
  });
  expect(asked).toEqual(['old', 'new']);
  expect(found).toBe(2);
  // A message without a text is a picture. Its sender still gets an answer.
  expect(taken.map(({ externalId, text }) => [externalId, text])).toEqual([
    ['12', ''],
    ['14', '#bal'],
  ]);
  expect(seen).toBe('14');
});

/** An account with this many messages, a hundred a page; only some pages can be read. */
function account(given: {
  readonly messages: number;
  readonly pages: number;
  readonly seen: string;
}) {
  const taken: string[] = [];
  const saved: string[] = [];
  const page = (first: number): XAnswer => {
    if (first / 100 >= given.pages) return { status: 429, headers: new Headers(), body: {} };
    const ids = Array.from({ length: given.messages }, (_, index) => given.messages - index);
    const data = ids.slice(first, first + 100).map((id) => ({
      id: String(id),
      text: '#bal',
      sender_id: '7',
      created_at: '2026-03-02T16:42:00Z',
      dm_conversation_id: '7-100',
    }));
    const isLast = first + 100 >= given.messages;
    const meta = isLast ? {} : { next_token: String(first + 100) };
    return { status: 200, headers: new Headers(), body: { data, meta } };
  };
  const poll = async () =>
    pollOnce({
      client: { call: async ({ query }) => page(Number(query?.['pagination_token'] ?? 0)) },
      tokens: { current: async () => 'token', renew: async () => 'token' },
      seen: {
        load: async () => given.seen,
        save: async (id) => {
          saved.push(id);
        },
      },
      inbox: {
        receive: async (messages) => {
          taken.push(...messages.map(({ externalId }) => externalId));
        },
        happened: async () => {},
      },
      institutionId: 1,
      bankUserId: '100',
    });
  return { poll, taken, saved };
}

it('passes on what it read before X’s limit, and continues there', async () => {
  const { poll, taken, saved } = account({ messages: 350, pages: 2, seen: '50' });
  await expect(poll()).rejects.toMatchObject({ code: 'x_429', retryable: true });
  expect([taken.length, taken[0], taken.at(-1)]).toEqual([200, '151', '350']);
  expect(saved).toEqual([]);
});

it('reports that there were more messages than it reads', async () => {
  const many = account({ messages: 900, pages: 9, seen: '50' });
  await expect(many.poll()).rejects.toMatchObject({ code: 'x_gap' });
  expect([many.taken.length, many.saved]).toEqual([500, ['900']]);
  const enough = account({ messages: 540, pages: 9, seen: '50' });
  expect(await enough.poll()).toBe(490);
});
