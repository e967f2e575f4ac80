import { openSession } from '../../src/access/sessions.ts';
import { createAppChannel } from '../../src/channels/app/app-channel.ts';
import { enrollableChannels } from '../../src/channels/descriptors.ts';
import { recording } from '../../src/audit/changes/recording.ts';
import { createConversation } from '../../src/conversation/conversation.ts';
import { ledgerCore } from '../../src/core/local/ledger-core.ts';
import { loadInstitution } from '../../src/members/institution.ts';
import type { Database } from '../../src/database/database.ts';
import { present } from '../../src/kernel/assert.ts';
import { silentLogger } from '../../src/kernel/logger.ts';
import { silentMetrics } from '../../src/kernel/metrics.ts';
import { createHostedNews, type HostedNews } from '../../src/messages/hosted/news.ts';
import { createDispatcher, type Dispatcher } from '../../src/messages/sending/dispatcher.ts';
import { pushOfMessages } from '../../src/service/push-of-messages.ts';
import { siteOver } from './site-routes.ts';
import { startService, type Service } from './service.ts';

/** Members with the app open: the site over a database, the conversation behind it, and sending. */
export interface AppWorld extends AsyncDisposable {
  readonly db: Database;
  readonly service: Service;
  readonly site: ReturnType<typeof siteOver>;
  readonly news: HostedNews;
  readonly dispatcher: Dispatcher;
  /** A signed-in member's device. */
  device(person: number): Promise<AppDevice>;
}

export interface Answered {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

/** A session of a member, with its cookie. */
export interface AppDevice {
  readonly sessionId: string;
  readonly headers: Readonly<Record<string, string>>;
  get(path: string): Promise<Answered>;
  post(path: string, body?: object): Promise<Answered>;
  /** Sends a text with a new id, and waits until its answer was sent. */
  say(text: string, more?: object): Promise<Answered>;
  /** All texts of the conversation, oldest first. */
  texts(): Promise<readonly string[]>;
  events(query?: string, headers?: Record<string, string>): Promise<Response>;
}

export async function openAppWorld(
  db: Database,
  options: { readonly people?: number; readonly settings?: object; readonly seed?: string } = {},
): Promise<AppWorld> {
  return appOver(db, await startService(db, { people: 3, ...options }));
}

/** The site, sending and news of one process, with its own connections. */
export function appOver(db: Database, service: Service): AppWorld {
  const { fixture, world } = service;
  const { keyring, institution } = fixture;
  const news = createHostedNews({ db, logger: silentLogger });
  const channel = createAppChannel({
    db,
    keyring,
    world,
    news,
    placing: pushOfMessages({ db, world, logger: silentLogger }),
  });
  const dispatcher = createDispatcher({
    db,
    institutionIds: async () => [institution.id],
    channels: () => [channel],
    keyring,
    world,
    logger: silentLogger,
    metrics: silentMetrics,
    staffMust: async () => {},
  });
  const conversation = createConversation({
    db: recording(db, { world, keyringOf: () => keyring }),
    core: ledgerCore,
    keyring,
    world,
    logger: silentLogger,
    metrics: silentMetrics,
    institution: async (id) => present(await loadInstitution(db, id), 'the institution exists'),
    delivery: async () => {},
    queued: () => {},
  });
  const site = siteOver(
    {
      db,
      world,
      keyring,
      institutionId: institution.id,
      ports: { channels: [...enrollableChannels, channel.name] },
    },
    { messaging: { take: async (message) => conversation.take(message), news } },
  );
  return {
    db,
    service,
    site,
    news,
    dispatcher,
    device: async (person) => {
      const { id: memberId } = present(fixture.members[person], 'the person lives in the fixture');
      const { token, session } = await openSession(
        db,
        { world, keyring },
        { institutionId: institution.id, memberId, device: 'a phone' },
      );
      return deviceOf({ site, world, dispatcher }, { token, sessionId: session.id });
    },
    [Symbol.asyncDispose]: async () => {
      await news[Symbol.asyncDispose]();
      await dispatcher[Symbol.asyncDispose]();
    },
  };
}

function deviceOf(
  {
    site,
    world,
    dispatcher,
  }: {
    readonly site: ReturnType<typeof siteOver>;
    readonly world: Service['world'];
    readonly dispatcher: Dispatcher;
  },
  { token, sessionId }: { readonly token: string; readonly sessionId: string },
): AppDevice {
  const headers = { cookie: `__Host-mv_session=${token}`, 'sec-fetch-site': 'same-origin' };
  const url = (path: string) => `https://bank.example/api/v1/app/${path}`;
  const answered = async (response: Response): Promise<Answered> => {
    const text = await response.text();
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- each test looks at the fields that it expects
    return { status: response.status, body: JSON.parse(text) as Record<string, unknown> };
  };
  const get: AppDevice['get'] = async (path) =>
    answered(await site.request(url(path), { headers }));
  const post: AppDevice['post'] = async (path, body = {}) =>
    answered(
      await site.request(url(path), {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    );
  return {
    sessionId,
    headers,
    get,
    post,
    say: async (text, more = {}) => {
      const answer = await post('messages', { id: world.ids.next(), text, ...more });
      await dispatcher.drain();
      return answer;
    },
    texts: async () => {
      const { body } = await get('messages?limit=100');
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as described by the API
      return (body['messages'] as { text: string }[]).map(({ text }) => text);
    },
    events: async (query = '', more = {}) =>
      site.request(`${url('events')}${query}`, { headers: { ...headers, ...more } }),
  };
}
