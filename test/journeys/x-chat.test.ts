import { afterAll, beforeAll, expect, it } from 'vitest';
import { present } from '../../src/kernel/assert.ts';
import { answers, type ChatBank, openChatBank } from '../support/chat-bank.ts';
import { onGuardedEngines } from '../support/sampled-engines.ts';
import { enrollMembers } from '../support/fixture/enroll.ts';

onGuardedEngines('A member in X Chat', (db) => {
  let bank: ChatBank;
  beforeAll(async () => {
    bank = await openChatBank(db(), { people: 4 });
  });
  afterAll(async () => bank[Symbol.asyncDispose]());

  it('asks and moves money, and each answer is encrypted and ends in the code', async () => {
    const phone = await bank.phoneOf(0);
    const [balance = ''] = await bank.ask(phone, '#bal');
    expect(balance).toMatch(/\$1,000\.00.* [A-Z2-9]{6}$/);
    const [question = ''] = await bank.ask(phone, '#trans 600 7 0');
    const confirmation = present(/OK \d{4}/.exec(question)?.[0], 'it asks');
    const [done = ''] = await bank.ask(phone, confirmation);
    expect(done).toMatch(/600\.00/);
    const [after = ''] = await bank.ask(phone, '#bal');
    expect(after).toMatch(/\$400\.00/);
    // Nothing went as a direct message, and nothing in clear.
    expect(bank.inbox(0)).toEqual([]);
    expect(JSON.stringify(bank.asked)).not.toMatch(/#bal|1,000\.00|available/i);
    expect(phone.unreadable()).toBe(0);
  });

  it('gets an answer on the kind that the question came by', async () => {
    const phone = await bank.phoneOf(1);
    await bank.say(1, '#bal');
    expect(bank.inbox(1)).toHaveLength(1);
    expect(await bank.ask(phone, '#bal')).toHaveLength(1);
    expect(bank.inbox(1)).toHaveLength(1);
    await bank.say(1, '#bal');
    expect(bank.inbox(1)).toHaveLength(2);
  });

  it('has one STOP for both kinds', async () => {
    const phone = await bank.phoneOf(2);
    expect(await bank.ask(phone, 'STOP')).toHaveLength(1);
    await bank.say(2, '#bal');
    expect(bank.inbox(2)).toEqual([]);
    expect(await bank.ask(phone, '#bal')).toEqual([]);
  });
});

onGuardedEngines('A member’s new phone', (db) => {
  it('gets answers, but money waits until it is confirmed, and we tell the other channel', async () => {
    await using bank = await openChatBank(db());
    const member = present(bank.fixture.members[0], 'a member');
    await enrollMembers({ db: db(), fixture: bank.fixture, world: bank.world }, [
      { memberId: member.id, channel: 'sms', address: '+13145550100', mayMoveMoney: false },
    ]);
    const phone = await bank.phoneOf(0);
    await bank.ask(phone, '#bal');
    await phone.changePhone();
    const replies = await bank.ask(phone, '#bal');
    expect(replies.join(' ')).toMatch(/\$1,000\.00/);
    const [refused = ''] = await bank.ask(phone, '#trans 5 7 0');
    expect(refused).toMatch(/locked/);
    const [address] = await db().query<{ reason: string }>(
      'select money_locked_reason as reason from addresses where institution_id = $1 and id = $2',
      [bank.fixture.institution.id, member.addressId],
    );
    expect(address?.reason).toBe('keys_changed');
    const told = await db().query<{ text: string }>(
      "select text from outbound where institution_id = $1 and channel = 'sms'",
      [bank.fixture.institution.id],
    );
    expect(told.map(({ text }) => text).join()).toMatch(/X Chat keys .* changed/);
    // The doubt is committed before the new keys are pinned. What leaves in between is refused for the old ones, and sent again after a pause.
    bank.clock.advance({ minutes: 2 });
    await bank.settle();
    expect(answers(await phone.read()).join(' ')).toMatch(/Your X Chat keys changed/);
  });
});
