import type { Hono } from 'hono';
import type { ShownChat } from './chat/phone.ts';
import type { TwilioText } from '../twilio/state.ts';
import type { XMessage, XPost } from '../x/state.ts';
import type { XSimulator } from '../x/simulator.ts';
import type { HandsetOptions } from './options.ts';

/** A message as the page shows it. */
export interface ShownMessage {
  readonly id: string;
  readonly text: string;
  readonly mine: boolean;
  readonly at: number;
  /** For a text message. */
  readonly segments?: number;
  readonly status?: string;
}

export function shownMessage(message: XMessage, bankUserId: string): ShownMessage {
  return {
    id: message.id,
    text: message.text,
    mine: message.senderId !== bankUserId,
    at: message.createdAt.epochMilliseconds,
  };
}

/** What the phone itself decrypted. */
export const shownChat = ({ id, text, mine, at }: ShownChat): ShownMessage => ({
  id,
  text,
  mine,
  at,
});

export function shownText(text: TwilioText): ShownMessage {
  return {
    id: text.sid,
    text: text.text,
    mine: text.direction === 'inbound',
    at: text.createdAt.epochMilliseconds,
    segments: text.segments,
    status: text.status,
  };
}

export function shownPost(post: XPost, simulator: XSimulator) {
  const author = simulator.state.users.get(post.authorId);
  return {
    id: post.id,
    text: post.text,
    author: author?.name ?? '',
    handle: author?.username ?? '',
    at: post.createdAt.epochMilliseconds,
  };
}

/** Gives the members, and the messages so far. */
export function addData(app: Hono, options: HandsetOptions): void {
  const { simulator, people, bankUserId, bankName, bankHandle, sms, chat, bank } = options;
  app.get('/handset/members', (context) =>
    context.json({
      bank: {
        name: bankName,
        handle: bankHandle,
        number: sms?.bankNumber ?? null,
        site: bank?.name ?? null,
        console: bank?.consoleUrl ?? null,
        chat: chat !== undefined,
      },
      members: people.map(({ userId, number, name, language, about, phone }) => ({
        id: userId,
        number,
        name,
        handle: simulator.state.users.get(userId)?.username ?? '',
        phone,
        language,
        about,
        follows: simulator.state.follows.has(`${userId}>${bankUserId}`),
      })),
    }),
  );
  app.get('/handset/conversation/:member', async (context) => {
    const member = context.req.param('member');
    const phone = people.find(({ userId }) => userId === member)?.phone ?? '';
    const chats = (await chat?.get(member)?.read()) ?? [];
    return context.json({
      chats: chats.map(shownChat),
      messages: simulator
        .conversation(member, bankUserId)
        .map((message) => shownMessage(message, bankUserId)),
      texts: sms?.simulator.conversation(phone).map(shownText) ?? [],
      posts: simulator.posts().map((post) => shownPost(post, simulator)),
    });
  });
}
