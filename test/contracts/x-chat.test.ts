import { expect, it } from 'vitest';
import { present } from '../../src/kernel/assert.ts';
import { onBothEngines } from '../support/engines.ts';
import { bankUserId } from '../support/fixture.ts';
import { openXBank, type XBank } from '../support/x-bank.ts';
import { enrollMembers } from '../support/fixture/enroll.ts';

onBothEngines('X’s encrypted chat, which we can’t read', (db) => {
  const notices = async () =>
    db().query<{ channel: string; text: string }>(
      "select channel, text from outbound where purpose = 'unreadable' order by place",
    );
  const givePhone = async ({ fixture, world }: XBank, person: number) =>
    enrollMembers({ db: db(), fixture, world }, [
      {
        memberId: present(fixture.members[person], 'a member').id,
        channel: 'sms',
        address: `+1314555010${person}`,
        mayMoveMoney: false,
      },
    ]);

  it('is counted, and mentioned once on the member’s phone, in their language', async () => {
    await using bank = await openXBank(db(), { people: 5 });
    const chat = async (from: string) => bank.simulator.memberChats({ from, to: bankUserId });
    const member = (person: number) => present(bank.fixture.members[person], 'a member');
    for (const person of [0, 1, 2, 4]) await givePhone(bank, person);
    for (const [person, language] of [
      [1, 'fr'],
      [2, 'es'],
    ] as const)
      await db().query('update members set language = $3 where institution_id = $1 and id = $2', [
        bank.fixture.institution.id,
        member(person).id,
        language,
      ]);
    // Someone who said STOP for all channels gets no message.
    await db().query(
      'insert into member_opt_outs (institution_id, member_id, at) values ($1, $2, $3)',
      [bank.fixture.institution.id, member(4).id, bank.clock.now()],
    );
    for (const person of [0, 0, 1, 2, 3, 4]) await chat(member(person).address);
    await chat('2999999999');
    const told = await notices();
    expect(told.map(({ channel }) => channel)).toEqual(['sms', 'sms', 'sms']);
    expect(told[0]?.text).toMatch(/encrypted chat/);
    expect(told[1]?.text).toMatch(/clavardage chiffré/);
    expect(told[2]?.text).toMatch(/chat cifrado/);
    expect(await bank.options.metrics.render()).toMatch(
      /tmm_unreadable_messages_total\{channel="x"\} 7/,
    );
    // None of it went to X, and none was read as a command.
    expect(bank.inbox(0)).toEqual([]);
    expect(await db().query('select 1 from inbound')).toEqual([]);
  });
});
