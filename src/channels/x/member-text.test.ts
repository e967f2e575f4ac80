import { describe, expect, it } from 'vitest';
import type { InboundMessage } from '../../messages/channel.ts';
import { pollOnce } from './polling.ts';
import { readDelivery } from './read-events.ts';
import { likenessOf } from './same-text.ts';

const heardAt = Temporal.Instant.from('2026-03-02T16:42:00Z');
const bankOf = (userId: string) => (userId === '100' ? 1 : undefined);

interface Extra {
  readonly entities?: unknown;
  readonly attachment?: unknown;
  readonly attachments?: unknown;
}

function byWebhook(text: string, extra: Extra = {}): string | undefined {
  const event = {
    type: 'message_create',
    id: '9001',
    created_timestamp: '1772469720000',
    message_create: {
      target: { recipient_id: '100' },
      sender_id: '7',
      message_data: { text, ...extra },
    },
  };
  const body = { data: { event_type: 'dm.received', payload: { direct_message_events: [event] } } };
  return readDelivery(body, { bankOf, banks: () => [1] }, heardAt).messages[0]?.text;
}

function byPost(text: string, extra: Extra = {}): string | undefined {
  const data = {
    event_type: 'post.mention.create',
    filter: { user_id: '100' },
    payload: { id: '5', text, author_id: '7', created_at: '2026-03-02T16:42:00Z', ...extra },
  };
  return readDelivery({ data }, { bankOf, banks: () => [1] }, heardAt).messages[0]?.text;
}

async function byPolling(text: string, extra: Extra = {}): Promise<string | undefined> {
  const taken: InboundMessage[] = [];
  const row = {
    id: '12',
    text,
    sender_id: '7',
    created_at: '2026-03-02T16:42:00Z',
    dm_conversation_id: '7-100',
    ...extra,
  };
  await pollOnce({
    client: { call: async () => ({ status: 200, headers: new Headers(), body: { data: [row] } }) },
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
  return taken[0]?.text;
}

const ways = [
  ['webhook', byWebhook],
  ['post', byPost],
  ['polling', byPolling],
] as const;

describe.each(ways)('a text that X delivers by %s', (_way, read) => {
  it.each([
    ['#trans 50 7 -&gt; 0', '#trans 50 7 -> 0'],
    ['&gt; #bal 7', '> #bal 7'],
    ['did check #1042 clear &amp; post?', 'did check #1042 clear & post?'],
    ['@myvcu #bal &amp; 7', '@myvcu #bal & 7'],
    ['&lt;#bal&gt;', '<#bal>'],
    ['&amp;lt; &amp;amp; &amp;amp;amp;', '&lt; &amp; &amp;amp;'],
    ['&quot;a&#39; &lt', '&quot;a&#39; &lt'],
  ])('is decoded once: %s', async (given, typed) => {
    expect(await read(given)).toBe(typed);
  });

  it('loses the link of a picture that X lists among links', async () => {
    const urls = [
      { url: 'https://t.co/Ab12', expanded_url: 'https://x.com/messages/media/42' },
      null,
      'odd',
    ];
    expect(await read('#bal https://t.co/Ab12', { entities: { urls } })).toBe('#bal');
    const post = [{ url: 'https://t.co/Ab12', display_url: 'pic.x.com/Ab12' }];
    expect(await read('#bal &amp; https://t.co/Ab12', { entities: { urls: post } })).toBe('#bal &');
    const media = [{ url: 'https://t.co/A' }, { url: 'https://t.co/B' }];
    expect(await read('#bal https://t.co/A https://t.co/B', { entities: { media } })).toBe('#bal');
  });

  it('keeps the links that its author wrote', async () => {
    const urls = [{ url: 'https://t.co/Ab12', expanded_url: 'https://shop.example/' }];
    for (const text of ['look https://t.co/Ab12', 'https://t.co/Ab12 #bal'])
      expect(await read(text, { entities: { urls } })).toBe(text);
    const picture = [{ url: 'https://t.co/P', display_url: 'pic.x.com/P' }];
    expect(
      await read('#trans https://t.co/Ab12 50 https://t.co/P', { entities: { media: picture } }),
    ).toBe('#trans https://t.co/Ab12 50');
  });

  it('loses nothing if entities have an unknown form', async () => {
    for (const odd of [null, 5, 'x', { urls: 7, media: 'y' }])
      expect(await read('#bal', { entities: odd, attachment: odd, attachments: odd })).toBe('#bal');
  });
});

it('removes the link of an attachment in the older format', () => {
  const attachment = { type: 'media', media: { id: 1, url: 'https://t.co/Ab12' } };
  expect(byWebhook('STOP https://t.co/Ab12', { attachment })).toBe('STOP');
  expect(byWebhook('https://t.co/Ab12', { attachment })).toBe('');
  expect(byWebhook('STOP https://t.co/other', { attachment })).toBe('STOP https://t.co/other');
});

it('removes the last link if there is the key of a picture', async () => {
  const attachments = { media_keys: ['3_1'] };
  expect(await byPolling('lock https://t.co/Ab12', { attachments })).toBe('lock');
  expect(await byPolling('lock https://t.co/Ab12')).toBe('lock https://t.co/Ab12');
});

it('X’s version of our own messages still matches what was sent', () => {
  const sent = 'Moved $5.00, A & B <C>. Receipt 1 CODE12';
  expect(likenessOf(sent, 'Moved $5.00, A &amp; B &lt;C&gt;. Receipt 1 CODE12')).toBe('same');
  expect(likenessOf(sent, sent)).toBe('same');
});
