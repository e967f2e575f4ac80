import type { Context, Hono } from 'hono';
import type { HandsetOptions } from './options.ts';

/** The most characters that each carrier accepts. */
const textMax = { x: 10_000, chat: 10_000, sms: 1_600, post: 280 } as const;

async function fields(context: Context): Promise<{ member: string; text: string }> {
  const body: unknown = await context.req.json().catch(() => undefined);
  const field = (name: string) => {
    const value: unknown =
      typeof body === 'object' && body !== null ? Reflect.get(body, name) : undefined;
    return typeof value === 'string' ? value : '';
  };
  return { member: field('member'), text: field('text') };
}

/** Does what a member does with their phone: write, post, follow. */
export function addActs(
  app: Hono,
  { simulator, people, bankUserId, sms, chat }: HandsetOptions,
): void {
  const written = (
    kind: keyof typeof textMax,
    send: (member: HandsetOptions['people'][number], text: string) => Promise<unknown>,
  ) => {
    return async (context: Context) => {
      const { member: id, text } = await fields(context);
      const member = people.find(({ userId }) => userId === id);
      if (!member) return context.json({ problem: 'We don’t know this member.' }, 404);
      if (text.trim() === '') return context.json({ problem: 'Type a message first.' }, 422);
      if (text.length > textMax[kind])
        return context.json({ problem: `Use at most ${textMax[kind]} characters.` }, 422);
      // The delivery to the bank continues while the phone already shows its own message.
      send(member, text).catch(() => undefined);
      return context.json({ ok: true });
    };
  };
  app.post(
    '/handset/messages',
    written('x', async ({ userId }, text) =>
      simulator.memberSends({ from: userId, to: bankUserId, text }),
    ),
  );
  app.post(
    '/handset/posts',
    written('post', async ({ userId }, text) => simulator.memberPosts({ from: userId, text })),
  );
  if (chat) {
    app.post(
      '/handset/chats',
      written('chat', async ({ userId }, text) => chat.get(userId)?.say(text)),
    );
    app.post('/handset/chat-phone', async (context) => {
      const { member } = await fields(context);
      const phone = chat.get(member);
      if (!phone) return context.json({ problem: 'We don’t know this member.' }, 404);
      await phone.changePhone();
      return context.json({ ok: true });
    });
  }
  if (sms) {
    app.post(
      '/handset/texts',
      written('sms', async ({ phone }, text) =>
        sms.simulator.phoneSends({ from: phone, to: sms.bankNumber, text }),
      ),
    );
  }
  app.post('/handset/follow', async (context) => {
    const { member, text } = await fields(context);
    if (!people.some(({ userId }) => userId === member))
      return context.json({ problem: 'We don’t know this member.' }, 404);
    if (text === 'unfollow') await simulator.memberUnfollows(member, bankUserId);
    else await simulator.memberFollows(member, bankUserId);
    return context.json({ ok: true });
  });
}
