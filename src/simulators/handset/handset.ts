import { readFileSync } from 'node:fs';
import { Hono, type Context, type Next } from 'hono';
import { streamSSE } from 'hono/streaming';
import { secureHeaders } from 'hono/secure-headers';
import type { Clock } from '../../kernel/clock.ts';
import type { XMessage, XPost } from '../x/state.ts';
import type { XSimulator } from '../x/simulator.ts';

/** Whose phone it can be. */
export interface HandsetPerson {
  readonly number: string;
  readonly name: string;
  readonly handle: string;
  readonly userId: string;
  readonly language: string;
  readonly about: string;
}

export interface HandsetOptions {
  readonly simulator: XSimulator;
  readonly bankUserId: string;
  readonly bankName: string;
  readonly bankHandle: string;
  readonly people: readonly HandsetPerson[];
  readonly clock: Clock;
}

const textMax = 10_000;

/**
 * The phone: a page that shows a member's direct messages with the credit union, live, and lets anyone write as that member.
 * It acts on the simulated X only, as a phone would; the loopback's names only.
 */
export function createHandset(options: HandsetOptions): Hono {
  const app = new Hono();
  app.use(loopbackOnly);
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'none'"],
        frameAncestors: ["'none'"],
      },
      strictTransportSecurity: false,
    }),
  );
  addFiles(app);
  addData(app, options);
  addActs(app, options);
  addEvents(app, options);
  return app;
}

/** A page elsewhere must not reach the loopback by another name, nor post from another origin. */
async function loopbackOnly(context: Context, next: Next): Promise<Response | void> {
  const path = new URL(context.req.url).pathname;
  if (path.startsWith('/x/webhook') || path === '/health') return next();
  const host = context.req.header('host') ?? '';
  if (!/^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/.test(host))
    return context.text('Only at http://localhost', 403);
  const origin = context.req.header('origin');
  if (context.req.method !== 'GET' && origin !== undefined && origin !== `http://${host}`)
    return context.text('Only from this page', 403);
  return next();
}

function addFiles(app: Hono): void {
  const files = {
    '/': ['index.html', 'text/html; charset=utf-8'],
    '/handset.css': ['handset.css', 'text/css; charset=utf-8'],
    '/handset.js': ['handset.js', 'text/javascript; charset=utf-8'],
  } as const;
  for (const [path, [file, type]] of Object.entries(files)) {
    const text = readFileSync(new URL(`./public/${file}`, import.meta.url), 'utf8');
    app.get(path, (context) => context.body(text, 200, { 'content-type': type }));
  }
}

function addData(
  app: Hono,
  { simulator, people, bankUserId, bankName, bankHandle }: HandsetOptions,
): void {
  app.get('/api/members', (context) =>
    context.json({
      bank: { name: bankName, handle: bankHandle },
      members: people.map(({ userId, name, language, about }) => ({
        id: userId,
        name,
        handle: simulator.state.users.get(userId)?.username ?? '',
        language,
        about,
        follows: simulator.state.follows.has(`${userId}>${bankUserId}`),
      })),
    }),
  );
  app.get('/api/conversation/:member', (context) => {
    const member = context.req.param('member');
    return context.json({
      messages: simulator
        .conversation(member, bankUserId)
        .map((message) => shownMessage(message, bankUserId)),
      posts: simulator.posts().map((post) => shownPost(post, simulator)),
    });
  });
}

function shownMessage(message: XMessage, bankUserId: string) {
  return {
    id: message.id,
    text: message.text,
    mine: message.senderId !== bankUserId,
    at: message.createdAt.epochMilliseconds,
  };
}

function shownPost(post: XPost, simulator: XSimulator) {
  const author = simulator.state.users.get(post.authorId);
  return {
    id: post.id,
    text: post.text,
    author: author?.name ?? '',
    handle: author?.username ?? '',
    at: post.createdAt.epochMilliseconds,
  };
}

async function fields(context: Context): Promise<{ member: string; text: string }> {
  const body: unknown = await context.req.json().catch(() => undefined);
  const field = (name: string) => {
    const value: unknown =
      typeof body === 'object' && body !== null ? Reflect.get(body, name) : undefined;
    return typeof value === 'string' ? value : '';
  };
  return { member: field('member'), text: field('text') };
}

function addActs(app: Hono, { simulator, people, bankUserId }: HandsetOptions): void {
  const isMember = (id: string) => people.some(({ userId }) => userId === id);
  const refused = (context: Context, text: string) =>
    context.json(
      {
        problem:
          text.trim() === '' ? 'Write something first.' : `X takes at most ${textMax} characters.`,
      },
      422,
    );
  app.post('/api/messages', async (context) => {
    const { member, text } = await fields(context);
    if (!isMember(member)) return context.json({ problem: 'There is no such member here.' }, 404);
    if (text.trim() === '' || text.length > textMax) return refused(context, text);
    // The delivery to the bank goes on while the phone already shows its own message.
    simulator.memberSends({ from: member, to: bankUserId, text }).catch(() => undefined);
    return context.json({ ok: true });
  });
  app.post('/api/posts', async (context) => {
    const { member, text } = await fields(context);
    if (!isMember(member)) return context.json({ problem: 'There is no such member here.' }, 404);
    if (text.trim() === '' || text.length > 280)
      return context.json({ problem: 'A post has 1 to 280 characters.' }, 422);
    simulator.memberPosts({ from: member, text }).catch(() => undefined);
    return context.json({ ok: true });
  });
  app.post('/api/follow', async (context) => {
    const { member, text } = await fields(context);
    if (!isMember(member)) return context.json({ problem: 'There is no such member here.' }, 404);
    if (text === 'unfollow') await simulator.memberUnfollows(member, bankUserId);
    else await simulator.memberFollows(member, bankUserId);
    return context.json({ ok: true });
  });
}

function addEvents(app: Hono, { simulator, bankUserId, clock }: HandsetOptions): void {
  app.get('/api/events/:member', (context) =>
    streamSSE(context, async (stream) => {
      const member = context.req.param('member');
      let asked: number | undefined;
      const end = simulator.subscribe(member, (event) => {
        if (event.kind === 'message') {
          const now = clock.now().epochMilliseconds;
          const isMine = event.message.senderId === member;
          const took = isMine || asked === undefined ? undefined : now - asked;
          asked = isMine ? now : undefined;
          void stream.writeSSE({
            event: 'message',
            data: JSON.stringify({ ...shownMessage(event.message, bankUserId), took }),
          });
        }
        if (event.kind === 'post')
          void stream.writeSSE({
            event: 'post',
            data: JSON.stringify(shownPost(event.post, simulator)),
          });
        if (event.kind === 'delivery')
          void stream.writeSSE({
            event: 'delivery',
            data: JSON.stringify({ type: event.delivery.eventType, status: event.delivery.status }),
          });
      });
      stream.onAbort(end);
      await stream.writeSSE({ event: 'ready', data: '{}' });
      while (!stream.aborted && !stream.closed) {
        await stream.sleep(15_000);
        await stream.writeSSE({ event: 'beat', data: '{}' });
      }
      end();
    }),
  );
}
