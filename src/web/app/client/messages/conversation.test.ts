import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openAppPage, type AppAnswer, type AppPage } from '../../../../../test/support/app-page.ts';
import type * as Member from '../access/member.ts';
import type * as Session from '../session.ts';
import type * as Conversation from './conversation.ts';
import type * as Outbox from './outbox.ts';

const ofAnn = '0193aaaa-0000-7000-8000-000000000001';
const ofBob = '0193aaaa-0000-7000-8000-000000000002';

describe('the conversation, where members change', () => {
  let page: AppPage;
  let conversation: typeof Conversation;
  let outbox: typeof Outbox;
  let session: typeof Session;
  let member: typeof Member;
  /** Whose session the cookie names, for the server. */
  let who: 'Ann' | 'Bob' | undefined;
  let isSending = false;

  const message = (place: number, text: string) => ({
    place,
    id: `0193aaaa-0000-7000-8000-00000000000${place}`,
    direction: 'out',
    text,
    at: '2026-11-30T16:00:00Z',
    clientId: null,
    asks: false,
  });
  const server: AppPage['answer'] = ({ path, body, method }): AppAnswer => {
    if (!who) return [401, { code: 'sign_in_first' }];
    const own = who === 'Ann' ? ofAnn : ofBob;
    const meant = body['addressId'] ?? new URL(path, 'https://x').searchParams.get('addressId');
    if (typeof meant === 'string' && meant !== own) return [409, { code: 'app_address_other' }];
    const [name] = path.split('?');
    if (name === '/session' && method === 'GET')
      return [200, { member: { name: who, number: who === 'Ann' ? '1001' : '2002' } }];
    if (name === '/app/address') return [200, { opened: true, addressId: own, terms: '' }];
    if (name === '/app/read') return [200, { readPlace: 1 }];
    if (name === '/app/messages' && method === 'POST')
      return isSending ? [200, { place: 2, repeated: false }] : [503, {}];
    if (name === '/app/messages') {
      const messages = [message(1, `for ${who}`)];
      return [200, { messages, more: false, through: 1, readPlace: 0 }];
    }
    return [200, {}];
  };
  const shown = () => conversation.messages.value?.map(({ text }) => text);
  const posted = () =>
    page.calls.flatMap(({ method, body }) =>
      method === 'POST' && body['text'] !== undefined ? [[body['text'], body['addressId']]] : [],
    );
  const enter = async (name: 'Ann' | 'Bob') => {
    who = name;
    await member.readSession();
    await conversation.openConversation();
  };
  beforeEach(async () => {
    page = openAppPage();
    page.answer = server;
    isSending = false;
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    conversation = await import('./conversation.ts');
    outbox = await import('./outbox.ts');
    session = await import('../session.ts');
    member = await import('../access/member.ts');
    session.session.subscribe((now) => {
      if (now === 'out') session.forgetMember();
    });
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
  });

  it('forgets one member when the session is another’s', async () => {
    await enter('Ann');
    expect(shown()).toEqual(['for Ann']);
    who = 'Bob';
    await member.readSession();
    expect(conversation.messages.value).toBeUndefined();
    expect(member.memberName.value).toBe('Bob');
    await conversation.openConversation();
    expect(shown()).toEqual(['for Bob']);
  });

  it('sends nothing of one member as another, and finds out who is there', async () => {
    await enter('Ann');
    outbox.write('#trans 50 7 0', conversation.addressId() ?? '');
    who = 'Bob';
    isSending = true;
    await conversation.sendWaiting();
    await expect.poll(() => member.memberName.value).toBe('Bob');
    await conversation.openConversation();
    await conversation.sendWaiting();
    // It went out once, for Ann’s address, and was refused.
    expect(posted()).toEqual([['#trans 50 7 0', ofAnn]]);
    expect(outbox.outbox.value).toMatchObject([{ addressId: ofAnn, state: 'waiting' }]);
    expect(conversation.addressId()).toBe(ofBob);
  });

  it('shows nobody an answer that was meant for one who left', async () => {
    await enter('Ann');
    const answers: (() => void)[] = [];
    page.answer = async (call) => {
      const answer = await server(call);
      return new Promise((resolve) => {
        answers.push(() => resolve(answer));
      });
    };
    const asked = [conversation.openConversation(), member.readSession()];
    await expect.poll(() => answers.length).toBe(3);
    session.session.value = 'out';
    for (const answer of answers) answer();
    await Promise.all(asked);
    expect(conversation.messages.value).toBeUndefined();
    expect(session.session.value).toBe('out');
    expect([member.memberName.value, session.memberNumber.value]).toEqual(['', '']);
  });

  it('takes what waits off the phone of a member who chooses to leave', async () => {
    await enter('Ann');
    outbox.write('is it there yet', conversation.addressId() ?? '');
    await conversation.sendWaiting();
    expect(session.leftCount()).toBe(1);
    await member.signOut();
    expect(outbox.outbox.value).toEqual([]);
    expect(sessionStorage.getItem('outbox')).toBeNull();
    expect(outbox.waitingCount(conversation.addressId())).toBe(0);
    // They chose it, so nothing is to be explained.
    expect([session.session.value, session.wasIn.value]).toEqual(['out', false]);
  });

  it('keeps it when the session ended by itself, and counts it for its address alone', async () => {
    await enter('Ann');
    outbox.write('is it there yet', conversation.addressId() ?? '');
    outbox.write('of somebody else', ofBob);
    who = undefined;
    await conversation.sendWaiting();
    expect([session.session.value, session.wasIn.value]).toEqual(['out', true]);
    expect(outbox.waitingCount(conversation.addressId())).toBe(1);
    isSending = true;
    await enter('Ann');
    expect(posted().at(-1)).toEqual(['is it there yet', ofAnn]);
  });

  it('tries again by itself after a server that failed', async () => {
    await enter('Ann');
    outbox.write('is it there yet', conversation.addressId() ?? '');
    await conversation.sendWaiting();
    expect(posted()).toHaveLength(1);
    isSending = true;
    await vi.advanceTimersByTimeAsync(6_000);
    expect(posted()).toHaveLength(2);
    expect(outbox.outbox.value).toMatchObject([{ state: 'delivered', offline: true }]);
  });
});
