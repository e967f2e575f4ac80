import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ChatPhone } from '../../dev/simulators/handset/chat/phone.ts';
import { noteRefused, peerOf } from '../../src/channels/x/chat/store/peers.ts';
import { present } from '../../src/kernel/assert.ts';
import { changeCode } from '../../src/members/codes.ts';
import { openPayload } from '../../src/messages/sending/payload.ts';
import { answers, type ChatBank, openChatBank } from '../support/chat-bank.ts';
import { onSampledEngines } from '../support/sampled-engines.ts';

onSampledEngines('What goes out by X Chat', (db) => {
  let bank: ChatBank;
  beforeAll(async () => {
    bank = await openChatBank(db(), { people: 22 });
  });
  afterAll(async () => bank[Symbol.asyncDispose]());

  const persons = [1, 2, 3, 4];
  const later = async (minutes: number) => {
    bank.clock.advance({ minutes });
    await bank.settle();
  };
  const shownTo = async (phone: ChatPhone) => answers(await phone.read());
  /** Our newest message to this member. */
  const lastRow = async ({ userId }: ChatPhone) => {
    const [row] = await db().query<{
      id: string;
      text: string;
      payloadCode: number | null;
      status: string;
      code: string | null;
      payload: Uint8Array | null;
      attempts: number;
    }>(
      'select id, text, payload_code as "payloadCode", status, error_code as code, payload, attempts from outbound where institution_id = $1 and address_id = $2 order by place desc limit 1',
      [
        bank.fixture.institution.id,
        bank.fixture.members.find(({ address }) => address === userId)?.addressId,
      ],
    );
    return row;
  };
  const posted = (phone: ChatPhone) =>
    bank.asked.filter(({ path }) => path === `/2/chat/conversations/${phone.userId}/messages`);

  it('is found again by its id after an unknown outcome, and not sent twice', async () => {
    const phone = await bank.phoneOf(0);
    await bank.ask(phone, '#bal');
    bank.chatFaults.sends.push({ to: phone.userId, fault: 'lost' });
    await phone.say('#bal');
    await bank.settle();
    expect(await lastRow(phone)).toMatchObject({ status: 'unknown' });
    for (let round = 0; round < 4; round += 1) await later(1);
    expect(await lastRow(phone)).toMatchObject({ status: 'wired' });
    expect(await shownTo(phone)).toHaveLength(2);
  });

  it.each([
    ['internal_error', 1],
    ['generic_error', 1],
    ['too_many_messages', 20],
    ['rate_limit_of_tier', 20],
  ] as const)('sends the same bytes again after %s', async (failure, minutes) => {
    const phone = await bank.phoneOf(persons.shift() ?? 0);
    expect(await bank.ask(phone, '#bal')).toHaveLength(1);
    const sent = posted(phone).length;
    bank.chatFaults.sends.push({ to: phone.userId, fault: failure });
    expect(await bank.ask(phone, '#bal')).toEqual([]);
    await later(minutes);
    await later(1);
    const bodies = posted(phone)
      .slice(sent)
      .map(({ body }) => JSON.stringify(body));
    expect(bodies.length).toBe(2);
    expect(new Set(bodies).size).toBe(1);
    expect((await shownTo(phone)).length).toBe(2);
  });

  it('is encrypted again with the key that the member has made meanwhile', async () => {
    const phone = await bank.phoneOf(8);
    await bank.ask(phone, '#bal');
    bank.chatFaults.sends.push({ to: phone.userId, fault: 'internal_error' });
    await phone.say('#bal');
    await bank.settle();
    // Between preparing and sending.
    await phone.changeKey();
    for (let round = 0; round < 3; round += 1) await later(1);
    expect(await shownTo(phone)).toHaveLength(2);
    expect(phone.unreadable()).toBe(0);
  });

  it('waits for nobody’s money after X says that the member’s keys changed, and reaches the new phone', async () => {
    const phone = await bank.phoneOf(9);
    await bank.ask(phone, '#bal');
    bank.chatFaults.sends.push({ to: phone.userId, fault: 'internal_error' });
    await phone.say('#bal');
    await bank.settle();
    await phone.changePhone();
    for (let round = 0; round < 4; round += 1) await later(1);
    expect((await shownTo(phone)).length).toBeGreaterThanOrEqual(2);
    const [address] = await db().query<{ reason: string | null }>(
      'select money_locked_reason as reason from addresses where institution_id = $1 and id = $2',
      [bank.fixture.institution.id, bank.fixture.members[9]?.addressId],
    );
    expect(address?.reason).toBe('keys_changed');
  });

  it('goes as a direct message where X lets no chat message through', async () => {
    const phone = await bank.phoneOf(10);
    await bank.ask(phone, '#bal');
    bank.chatFaults.sends.push({ to: phone.userId, fault: 'recipient_not_trusted' });
    await phone.say('#bal');
    await bank.settle();
    for (let round = 0; round < 2; round += 1) await later(1);
    expect(bank.inbox(10)).toHaveLength(1);
    // The member writes in chat again: so do we.
    expect(await bank.ask(phone, '#bal')).toHaveLength(1);
  });

  it('is not repeated where the direct message that replaced it was sent and its answer lost', async () => {
    const phone = await bank.phoneOf(19);
    await bank.ask(phone, '#bal');
    bank.chatFaults.sends.push({ to: phone.userId, fault: 'recipient_not_trusted' });
    bank.simulator.faults.sends.push('lost');
    await phone.say('#bal');
    await bank.settle();
    for (let round = 0; round < 8; round += 1) await later(1);
    expect(await lastRow(phone)).toMatchObject({ status: 'wired' });
    expect(bank.inbox(19)).toHaveLength(1);
  });

  it('is not repeated either where an encrypted form with an earlier code was stored', async () => {
    const phone = await bank.phoneOf(7);
    await bank.ask(phone, '#bal');
    bank.chatFaults.sends.push({ to: phone.userId, fault: 'internal_error' });
    await phone.say('#bal');
    await bank.settle();
    const { institution, keyring } = bank.fixture;
    const { addressId } = present(bank.fixture.members[7], 'a member');
    await db().transaction(async (tx) => {
      await changeCode(
        tx,
        { keyring, world: bank.world },
        { institutionId: institution.id, addressId },
      );
    });
    const peer = await peerOf(db(), keyring, {
      institutionId: institution.id,
      userId: phone.userId,
    });
    await noteRefused(db(), {
      institutionId: institution.id,
      lookup: present(peer, 'they wrote').lookup,
      at: bank.clock.now(),
    });
    bank.simulator.faults.sends.push('lost');
    for (let round = 0; round < 8; round += 1) await later(1);
    expect(await lastRow(phone)).toMatchObject({ status: 'wired', payload: null });
    expect(bank.inbox(7)).toHaveLength(1);
  });

  it.each([
    ['contents_too_large', 11],
    ['only_encrypted', 17],
    ['empty_detail', 18],
  ] as const)('goes as a direct message after %s', async (failure, person) => {
    const phone = await bank.phoneOf(person);
    bank.chatFaults.sends.push({ to: phone.userId, fault: failure });
    await phone.say('#bal');
    await bank.settle();
    for (let round = 0; round < 2; round += 1) await later(1);
    expect(await lastRow(phone)).toMatchObject({ status: 'wired' });
    expect(bank.inbox(person)).toHaveLength(1);
  });

  it('stops all and calls staff where X refuses our signature', async () => {
    const phone = await bank.phoneOf(12);
    await bank.ask(phone, '#bal');
    bank.chatFaults.sends.push({ to: phone.userId, fault: 'invalid_sender_signature' });
    await phone.say('#bal');
    await bank.settle();
    const tasks = await db().query<{ subject: string }>(
      'select subject from tasks where institution_id = $1',
      [bank.fixture.institution.id],
    );
    expect(tasks.map(({ subject }) => subject).join()).toMatch(/refuses our signature/);
    // Direct messages go on.
    await bank.say(16, '#bal');
    expect(bank.inbox(16)).toHaveLength(1);
    await later(16);
    await later(1);
    expect(await shownTo(phone)).toHaveLength(2);
  });

  it.each([
    ['no_credit', 20, /credit of our X account/],
    ['not_enrolled', 21, /dropped our app/],
  ] as const)('waits alone after %s for all chat, and calls staff', async (fault, person, task) => {
    const phone = await bank.phoneOf(person);
    await bank.ask(phone, '#bal');
    bank.chatFaults.sends.push({ to: phone.userId, fault });
    await phone.say('#bal');
    await bank.settle();
    expect(await lastRow(phone)).toMatchObject({ status: 'queued' });
    const tasks = await db().query<{ subject: string }>(
      'select subject from tasks where institution_id = $1',
      [bank.fixture.institution.id],
    );
    expect(tasks.map(({ subject }) => subject).join()).toMatch(task);
    // Direct messages go on at once.
    const before = bank.inbox(16).length;
    await bank.say(16, '#bal');
    expect(bank.inbox(16)).toHaveLength(before + 1);
    await later(6);
    expect(await shownTo(phone)).toHaveLength(2);
  });

  it('goes out again as it was stored when the process died before sending it', async () => {
    const phone = await bank.phoneOf(13);
    await bank.ask(phone, '#bal');
    bank.chatFaults.sends.push({ to: phone.userId, fault: 'internal_error' });
    await phone.say('#bal');
    await bank.settle();
    const stored = await lastRow(phone);
    const { payload, payloadCode: codeVersion, id, text } = present(stored, 'a row');
    const { keyring, institution } = bank.fixture;
    const of = { institutionId: institution.id, id, text, codeVersion };
    const opened = openPayload(keyring, of, present(payload, 'it was prepared'));
    // As a process leaves it that dies after the claim.
    await db().query(
      "update outbound set status = 'sending', claimed_by = $2 where institution_id = $1 and status = 'errored'",
      [bank.fixture.institution.id, '00000000-0000-4000-8000-000000000000'],
    );
    for (let round = 0; round < 6; round += 1) await later(1);
    expect(await shownTo(phone)).toHaveLength(2);
    const last = posted(phone).at(-1)?.body;
    expect(Buffer.from(opened ?? []).toString()).toBe(JSON.stringify(last));
  });

  it('never sends a form that was prepared for another message', async () => {
    const [one, other] = [await bank.phoneOf(5), await bank.phoneOf(6)];
    for (const phone of [one, other]) {
      await bank.ask(phone, '#bal');
      bank.chatFaults.sends.push({ to: phone.userId, fault: 'internal_error' });
      await phone.say('#bal');
      await bank.settle();
    }
    const foreign = await lastRow(other);
    const before = posted(one).length;
    const sent = posted(other).at(-1)?.body;
    await db().query(
      'update outbound set payload = $3, payload_code = $4 where institution_id = $1 and id = $2',
      [
        bank.fixture.institution.id,
        (await lastRow(one))?.id,
        foreign?.payload,
        (await lastRow(one))?.payloadCode,
      ],
    );
    for (let round = 0; round < 3; round += 1) await later(1);
    expect(posted(one).slice(before)).toHaveLength(1);
    expect(posted(one).at(-1)?.body).not.toEqual(sent);
    expect(await shownTo(one)).toHaveLength(2);
    expect(await shownTo(other)).toHaveLength(2);
  });

  it('finds its own key change where the answer to it was lost', async () => {
    const phone = await bank.phoneOf(14);
    await bank.ask(phone, '#bal');
    bank.chatFaults.sends.push({ to: phone.userId, fault: 'internal_error' });
    await phone.say('#bal');
    await bank.settle();
    await phone.changePhone();
    bank.chatFaults.keyChanges.push('lost');
    for (let round = 0; round < 6; round += 1) await later(1);
    expect((await shownTo(phone)).length).toBeGreaterThanOrEqual(2);
    expect(phone.unreadable()).toBe(0);
  });

  it('shows the code of now after the code changed between preparing and sending', async () => {
    const phone = await bank.phoneOf(15);
    const [first = ''] = await bank.ask(phone, '#bal');
    bank.chatFaults.sends.push({ to: phone.userId, fault: 'internal_error' });
    await phone.say('#bal');
    await bank.settle();
    const { institution, keyring } = bank.fixture;
    await db().transaction(async (tx) => {
      await changeCode(
        tx,
        { keyring, world: bank.world },
        {
          institutionId: institution.id,
          addressId: present(bank.fixture.members[15], 'a member').addressId,
        },
      );
    });
    for (let round = 0; round < 3; round += 1) await later(1);
    const [, second = ''] = await shownTo(phone);
    expect(second.slice(-6)).toMatch(/^[A-Z2-9]{6}$/);
    expect(second.slice(-6)).not.toBe(first.slice(-6));
  });
});

onSampledEngines('With X Chat, X’s limit', (db) => {
  it('counts direct messages only', async () => {
    await using bank = await openChatBank(db(), { people: 3, limits: 'self_serve' });
    const phone = await bank.phoneOf(0);
    await bank.ask(phone, '#bal');
    for (let times = 0; times < 17; times += 1) await bank.say(1, '#bal');
    expect(bank.inbox(1)).toHaveLength(15);
    expect(await bank.ask(phone, '#bal')).toHaveLength(1);
    for (let round = 0; round < 20; round += 1) {
      bank.clock.advance({ minutes: 1 });
      await bank.settle();
    }
    expect(bank.inbox(1)).toHaveLength(17);
  });
});
