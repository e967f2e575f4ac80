import { beforeEach, describe, expect, it } from 'vitest';
import { recording } from '../../src/audit/changes/recording.ts';
import { leaveToService } from '../../src/conversation/leave-to-service.ts';
import { createConversation } from '../../src/conversation/conversation.ts';
import { present } from '../../src/kernel/assert.ts';
import type { StaffRole } from '../../src/kernel/vocabulary/principal.ts';
import { openCodes } from '../../src/members/codes.ts';
import { perform } from '../../src/operations/perform.ts';
import type { StaffContext } from '../../src/operations/request-context.ts';
import {
  claimConversation,
  closeConversation,
  handOverConversation,
} from '../../src/operations/inbox/hold-conversation.ts';
import { listColleagues } from '../../src/operations/inbox/note-conversation.ts';
import { listConversations } from '../../src/operations/inbox/list-conversations.ts';
import { replyToMember } from '../../src/operations/inbox/reply-to-member.ts';
import { createCarrier, type Carrier } from '../support/carrier.ts';
import { staffPerson } from '../support/console.ts';
import { onGuardedEngines } from '../support/sampled-engines.ts';
import { enrollMembers } from '../support/fixture/enroll.ts';
import { startService, type Service } from '../support/service.ts';
import { staffRequest } from '../support/staff-request.ts';

const phone = '+13145552671';

onGuardedEngines('a person takes over a conversation', (db) => {
  let service: Service;
  let carrier: Carrier;
  let code: string;
  beforeEach(async () => {
    service = await startService(db(), { people: 2 });
    const { fixture, world } = service;
    const memberId = present(fixture.members[0], 'person 0').id;
    const [addressId = ''] = await enrollMembers({ ...service, db: db() }, [
      { memberId, channel: 'sms', address: phone, mayMoveMoney: true },
    ]);
    carrier = createCarrier({ db: db(), fixture, world });
    const codes = await openCodes(db(), fixture.keyring, fixture.institution.id, [addressId]);
    code = codes.get(addressId)?.code ?? '';
    await carrier.drain();
    carrier.sent.length = 0;
  });
  const as = (role: StaffRole, name = 'Ann Lee'): StaffContext => ({
    ...staffRequest({ ...service, db: db() }, { why: null }),
    principal: staffPerson(role, service, { name }),
  });
  const text = async (said: string, externalId?: string) =>
    service.say(0, said, {
      channel: 'sms',
      address: phone,
      sentAt: null,
      ...(externalId ? { externalId } : {}),
    });
  const view = async (
    which: 'waiting' | 'mine' | 'all' | 'closed',
    role: StaffRole = 'service',
  ) => {
    const { done } = await perform(as(role), listConversations, { view: which });
    return present(done, 'it is listed').conversations;
  };
  /** The member asked, and somebody took it. */
  const taken = async () => {
    await text('AGENT');
    const [waiting] = await view('waiting');
    const conversationId = present(waiting, 'it waits').conversationId;
    await perform(as('service'), claimConversation, { conversationId });
    return conversationId;
  };
  const reply = async (
    conversationId: string,
    words: string,
    more: { role?: StaffRole; name?: string; replyId?: string } = {},
  ) =>
    perform(as(more.role ?? 'service', more.name), replyToMember, {
      conversationId,
      replyId: more.replyId ?? crypto.randomUUID(),
      text: words,
    });
  const arrived = async () => {
    await carrier.drain();
    return carrier.sent.splice(0).map((one) => one.text);
  };

  it('the member asks, somebody takes it and writes: it arrives with name and code', async () => {
    await text('AGENT');
    expect(await view('waiting')).toMatchObject([
      { said: 'AGENT', channel: 'sms', holderName: null },
    ]);
    const { conversationId } = present((await view('waiting'))[0], 'it waits');
    await perform(as('service'), claimConversation, { conversationId });
    expect(await view('waiting')).toEqual([]);
    expect(await view('mine')).toMatchObject([{ holderName: 'Ann Lee', isMine: true }]);
    await arrived();
    await reply(conversationId, 'Good morning. How can I help?');
    await reply(conversationId, 'Take your time.');
    const [first = '', second = ''] = await arrived();
    expect(first).toMatch(/^Ann Lee here, a person at .+\. Good morning\. How can I help\? \S{6}$/);
    expect(second).toBe(`Take your time. ${code}`);
    expect(first.endsWith(` ${code}`)).toBe(true);
  });

  it('talk goes to the person without an answer; commands and money go to the service', async () => {
    const conversationId = await taken();
    await arrived();
    const said = await text(
      'My card was declined at the pharmacy on Monday, and I do not know why',
    );
    expect(said).toMatchObject({ outcome: 'to_person' });
    expect(said.text).toBeUndefined();
    expect(await view('mine')).toMatchObject([{ said: expect.stringContaining('pharmacy') }]);
    expect((await text('#bal')).outcome).toBe('balances');
    expect((await text('help')).outcome).toBe('help');
    expect((await text('yes')).outcome).toBe('to_person');
    expect((await text('transfer 20 from 7 to 0')).outcome).toBe('confirm_transfer');
    expect((await text('no')).outcome).toBe('declined');
    expect((await text('stop payment on check 1050')).outcome).toBe('agent');
    expect(await arrived()).toHaveLength(5);
    expect(await view('all')).toMatchObject([{ conversationId, state: 'held' }]);
  });

  it('a wish to lock the account goes to the service, by rule or by guess', async () => {
    await taken();
    for (const words of [
      'someone hacked my phone so please freeze everything',
      'make sure nobody can get into my account',
    ])
      expect((await text(words)).outcome, words).toBe('confirm_lock');
  });

  it('after STOP nothing is sent, and one that waits is stopped at sending', async () => {
    const conversationId = await taken();
    await reply(conversationId, 'One moment please.');
    await text('STOP');
    expect((await reply(conversationId, 'Are you there?')).refused?.code).toBe('member_stopped');
    const left = await arrived();
    expect(left.filter((one) => one.includes('moment') || one.includes('there'))).toEqual([]);
    await text('START');
    expect((await reply(conversationId, 'Welcome back.')).done).toBeDefined();
  });

  it('the same reply twice goes once, and two people lose nothing', async () => {
    const conversationId = await taken();
    await arrived();
    const replyId = crypto.randomUUID();
    const twice = await Promise.all([
      reply(conversationId, 'Only once.', { replyId }),
      reply(conversationId, 'Only once.', { replyId }),
    ]);
    expect(twice.filter(({ done }) => done?.already === false)).toHaveLength(1);
    expect(await arrived()).toHaveLength(1);
    await Promise.all([
      reply(conversationId, 'from Ann'),
      reply(conversationId, 'from Bob', { role: 'supervisor', name: 'Bob Ray' }),
    ]);
    const both = await arrived();
    expect(both).toHaveLength(2);
    expect(both.find((one) => one.includes('from Bob'))).toMatch(/^Bob Ray here, a person/);
  });

  it.each([
    ['Your account is 000123456789', 'reply_has_secret'],
    ['Send me your PIN 4821 please', 'reply_has_secret'],
    ['Your card 4111 1111 1111 1111 is fine', 'reply_has_secret'],
    ['See https://evil.example/login', 'reply_has_link'],
    ['See evil.example now', 'reply_has_link'],
    ['See ｅｖｉｌ．example now', 'reply_has_link'],
    ['Hello {member}', 'reply_has_place'],
    ['   ', 'reply_empty'],
    ['x'.repeat(1_001), 'reply_too_long'],
  ])('refuses ‘%s’', async (words, code_) => {
    const conversationId = await taken();
    await arrived();
    expect((await reply(conversationId, words)).refused?.code).toBe(code_);
    expect((await reply(conversationId, `Yes: ${code}`)).refused?.code).toBe('reply_has_secret');
    expect(await arrived()).toEqual([]);
  });

  it('two who claim at the same moment: one has it, and the other learns who', async () => {
    await text('AGENT');
    const { conversationId } = present((await view('waiting'))[0], 'it waits');
    const both = await Promise.all([
      perform(as('service'), claimConversation, { conversationId }),
      perform(as('supervisor', 'Bob Ray'), claimConversation, { conversationId }),
    ]);
    expect(both.filter(({ done }) => done)).toHaveLength(1);
    const { refused } = present(
      both.find((one) => one.refused),
      'one is refused',
    );
    expect(refused?.code).toBe('conversation_held');
    expect(refused?.text).toMatch(/(?:Ann Lee|Bob Ray) holds this conversation/);
  });

  it('refuses a role that may not write', async () => {
    const conversationId = await taken();
    for (const role of ['teller', 'auditor', 'compliance', 'admin'] as const)
      expect((await reply(conversationId, 'Hello', { role })).refused?.code).toBe('role_missing');
  });

  it('hands over to a colleague, who is named in turn', async () => {
    const conversationId = await taken();
    await reply(conversationId, 'A colleague goes on.');
    const bob = as('supervisor', 'Bob Ray');
    await perform(bob, claimConversation, { conversationId, take: true });
    const to = present(service && staffPerson('service', service).identity, 'it has one');
    const { done } = await perform(bob, handOverConversation, { conversationId, to });
    expect(done).toEqual({ to: 'Ann Lee' });
    expect(await view('mine')).toMatchObject([{ holderName: 'Ann Lee', isMine: true }]);
  });

  it('offers active people of the staff who may write, whether or not they worked here', async () => {
    const { world, fixture } = service;
    const institutionId = fixture.institution.id;
    const ann = staffPerson('service', service).identity;
    const add = async (id: string, name: string, roles: string[], state: string) =>
      recording(db(), { world, keyringOf: () => fixture.keyring }).query(
        `insert into staff_members (institution_id, id, name, email, email_key, roles, language, state, handle, invited_at, activated_at,
            ended_at)
          values ($1, $2, $3, $4, $4, $5, 'en', $6, $7, $8, case when $6 <> 'invited' then $8::timestamptz end,
            case when $6 = 'ended' then $8::timestamptz end)`,
        [
          institutionId,
          id,
          name,
          `${name}@bank.example`,
          roles,
          state,
          new TextEncoder().encode(id),
          world.clock.now(),
        ],
      );
    await taken();
    await add(ann ?? '', 'Ann Lee', ['service'], 'ended');
    await add(crypto.randomUUID(), 'Ben Fox', ['supervisor'], 'active');
    await add(crypto.randomUUID(), 'Eli Orr', ['auditor'], 'active');
    await add(crypto.randomUUID(), 'Ira New', ['service'], 'invited');
    const { done } = await perform(as('service'), listColleagues, {});
    expect(done?.colleagues.map(({ name }) => name)).toEqual(['Ben Fox']);
    const conversationId = present((await view('all'))[0], 'it is held').conversationId;
    const gone = await perform(as('supervisor', 'Bob'), handOverConversation, {
      conversationId,
      to: ann ?? '',
    });
    expect(gone.refused?.code).toBe('colleague_unknown');
  });

  describe('ends', () => {
    const jobs = async () => {
      const { world, fixture } = service;
      const { institution, keyring } = fixture;
      const run = async () => leaveToService(db(), { world, institution, keyring });
      const both = await Promise.all([run(), run()]);
      return both[0] + both[1];
    };

    it('after 20 minutes without a word, once, with words', async () => {
      const conversationId = await taken();
      await reply(conversationId, 'Anything else?');
      await arrived();
      service.clock.advance({ minutes: 19 });
      expect(await jobs()).toBe(0);
      service.clock.advance({ minutes: 1 });
      expect(await jobs()).toBe(1);
      expect(await jobs()).toBe(0);
      expect(await arrived()).toEqual([
        expect.stringMatching(new RegExp(`^Ann Lee has left this conversation.* ${code}$`)),
      ]);
      expect(await view('closed')).toMatchObject([{ conversationId }]);
      expect((await text('what are your plans for the lobby?')).outcome).toBe('unknown');
      expect(await view('waiting')).toMatchObject([{ conversationId, state: 'waiting' }]);
    });

    it('at closing time a member who still waits is told, and waits for the next person', async () => {
      const conversationId = await taken();
      await text('I have one more question about the pharmacy');
      await arrived();
      // 17:00 in Chicago.
      service.clock.set(Temporal.Instant.from('2026-11-23T22:59:00Z'));
      await reply(conversationId, 'Let me look.');
      await text('thank you, and then there is the matter of my brother');
      service.clock.advance({ minutes: 1 });
      expect(await jobs()).toBe(1);
      const told = await arrived();
      expect(told.at(-1)).toMatch(/^Our people are away now.* \S{6}$/);
      expect(await view('waiting')).toMatchObject([{ conversationId }]);
      // Who takes it after hours keeps it.
      await perform(as('service'), claimConversation, { conversationId });
      expect(await jobs()).toBe(0);
    });

    it('by hand, with the task that asked for it, once a person has answered', async () => {
      const states = async () =>
        (
          await db().query<{ line: string }>(
            `select concat_ws(' ', state, urgent, outcome) as line from tasks
              where institution_id = $1 and kind = 'agent' order by urgent, created_at`,
            [service.fixture.institution.id],
          )
        ).map(({ line }) => line);
      const conversationId = await taken();
      await text('stop payment on check 1050');
      const { done: silent } = await perform(as('service'), closeConversation, { conversationId });
      expect(silent).toEqual({ state: 'closed', tasks: [] });
      expect(await states()).toEqual(['open f', 'open t']);
      await perform(as('service'), claimConversation, { conversationId });
      await reply(conversationId, 'How can I help?');
      const { done } = await perform(as('service'), closeConversation, { conversationId });
      expect(done?.tasks).toEqual([expect.stringMatching(/^T-/)]);
      // Nothing closes a stop payment but a person who says how it ended.
      expect(await states()).toEqual(['done f answered in the conversation', 'open t']);
    });

    it('by hand, and the member’s next talk is answered by the service', async () => {
      const conversationId = await taken();
      await perform(as('service'), closeConversation, { conversationId });
      expect(await view('closed')).toHaveLength(1);
      await text('AGENT');
      expect(await view('waiting')).toMatchObject([{ conversationId }]);
    });
  });

  it('a text delivered twice, and to two processes, is told once', async () => {
    await taken();
    const { fixture, world } = service;
    const other = createConversation({
      ...staffRequest({ db: db(), fixture, world }),
      keyring: fixture.keyring,
      institution: async () => fixture.institution,
      delivery: async () => {},
      queued: () => {},
    });
    const message = {
      institutionId: fixture.institution.id,
      channel: 'sms',
      externalId: 'again',
      address: phone,
      text: 'my brother wants to know about the branch in the old mill',
      receivedAt: world.clock.now(),
    } as const;
    const outcomes = await Promise.all([service.conversation.take(message), other.take(message)]);
    expect(outcomes.filter(({ duplicate }) => !duplicate)).toHaveLength(1);
    const rows = await db().query(
      "select 1 from inbound where institution_id = $1 and outcome = 'to_person'",
      [fixture.institution.id],
    );
    expect(rows).toHaveLength(1);
  });
});
