import { describe, expect, it } from 'vitest';
import { readDelivery } from './read-events.ts';

const heardAt = Temporal.Instant.from('2026-03-02T16:42:00Z');
const bankOf = (userId: string) => (userId === '100' ? 1 : undefined);
const unfollow = {
  event_type: 'follow.unfollow',
  filter: { user_id: '100' },
  payload: { source: { id: '7' }, target: { id: '100' } },
};

describe('events without an id from X', () => {
  it('count each time: a second unfollow locks like the first', () => {
    const ids = [heardAt, heardAt.add({ hours: 2 })].flatMap((at) =>
      readDelivery({ data: unfollow }, { bankOf, banks: () => [1] }, at).events.map(
        ({ externalId }) => externalId,
      ),
    );
    expect(new Set(ids).size).toBe(2);
  });

  it('count once under X’s id', () => {
    const data = { ...unfollow, event_uuid: '-5' };
    const ids = [heardAt, heardAt.add({ hours: 2 })].flatMap((at) =>
      readDelivery({ data }, { bankOf, banks: () => [1] }, at).events.map(
        ({ externalId }) => externalId,
      ),
    );
    expect(ids).toEqual(['unfollowed:-5', 'unfollowed:-5']);
  });
});

it('takes a chat message of a group as no news where there is no X Chat, and ours as nothing', () => {
  const chat = (conversation: string, sender: string) => ({
    event_type: 'chat.received',
    filter: { user_id: '100' },
    payload: { id: '1', sender_id: sender, conversation_id: conversation, encoded_event: 'AAAA' },
  });
  const read = (conversation: string, sender = '7') =>
    readDelivery({ data: chat(conversation, sender) }, { bankOf, banks: () => [1] }, heardAt);
  expect(read('7:100').chats).toMatchObject([{ otherwise: { event: 'unreadable' } }]);
  const group = read('g1234567890');
  expect(group).toMatchObject({ events: [], skipped: [] });
  expect(group.chats.map(({ otherwise }) => otherwise)).toEqual([undefined]);
  expect(read('g1234567890', '100').chats).toEqual([]);
});

describe('a delivery with odd parts', () => {
  const read = (body: unknown) => readDelivery(body, { bankOf, banks: () => [1] }, heardAt);
  const said = (change: object = {}, message: object = {}) => ({
    type: 'message_create',
    id: '9001',
    created_timestamp: '1772469720000',
    message_create: {
      target: { recipient_id: '100' },
      sender_id: '7',
      message_data: { text: '#bal' },
      ...message,
    },
    ...change,
  });

  it('loses nothing beside an unreadable part', () => {
    const good = { event_type: 'dm.received', payload: { direct_message_events: [said()] } };
    for (const odd of [null, 5, [], {}, { event_type: 7 }]) {
      const delivery = read({ data: [odd, good] });
      expect(delivery.messages).toMatchObject([{ externalId: '9001', text: '#bal' }]);
      expect(delivery.skipped).toEqual(['unreadable']);
    }
    for (const odd of [null, 'x', said({ type: 'typing' }), said({}, { sender_id: 7 })])
      expect(read({ direct_message_events: [odd, said()] })).toMatchObject({
        messages: [{ externalId: '9001' }],
        skipped: ['unreadable'],
      });
  });

  it.each(['a\0b', 'a\ud800', '', 'x'.repeat(100_000), '9'.repeat(20), 9001, null])(
    'takes no message under the id %j, which could not be kept',
    (id) => {
      const delivery = read({ direct_message_events: [said({ id })] });
      expect(delivery).toMatchObject({ messages: [], events: [], skipped: ['unreadable'] });
    },
  );

  it('takes a message without a text as empty, and without an unreadable time or name', () => {
    for (const text of [null, 5, undefined])
      expect(
        read({ direct_message_events: [said({}, { message_data: { text } })] }).messages,
      ).toMatchObject([{ text: '' }]);
    const [message] = read({
      direct_message_events: [said({ created_timestamp: 1_772_469_720_000 })],
      users: { 7: { data: { id: '7', username: 'a\0\ud800' } } },
    }).messages;
    expect(message).not.toHaveProperty('sentAt');
    expect(message).not.toHaveProperty('handle');
  });

  it.each(['__proto__', 'constructor', 'hasOwnProperty', 'toString'])(
    'knows no event called %s',
    (type) => {
      const body: unknown = JSON.parse(`{"data":{"event_type":"${type}","payload":{}}}`);
      expect(read(body)).toEqual({ messages: [], events: [], chats: [], skipped: [type] });
    },
  );

  it('passes on only ids, names and times that can be stored', () => {
    const follow = { source: { id: '7', username: 'a\0' }, target: { id: '100' } };
    const uuids = ['a\0', 'x'.repeat(5_000), {}, null];
    for (const event_uuid of uuids) {
      const [event] = read({
        data: { event_type: 'follow.follow', event_uuid, payload: follow },
      }).events;
      expect(event?.externalId).toMatch(/^followed:[\w:.-]{1,64}$/);
      expect(event).not.toHaveProperty('handle');
    }
    const handle = {
      event_type: 'profile.update.handle',
      filter: { user_id: '7' },
      payload: { before: 'm', after: 'n\0<b>' },
    };
    expect(read({ data: handle }).events).toMatchObject([{ after: 'nb' }]);
    const mention = {
      event_type: 'post.mention.create',
      filter: { user_id: '100' },
      payload: { id: '5', text: '@us #bal', author_id: '7', created_at: '-271821-04-20T00:00Z' },
    };
    const [post] = read({ data: mention }).messages;
    expect(post).toMatchObject({ externalId: 'post:5', public: true });
    expect(post).not.toHaveProperty('sentAt');
  });
});
