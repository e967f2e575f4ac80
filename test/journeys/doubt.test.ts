import { beforeAll, expect, it } from 'vitest';
import { present } from '../../src/kernel/assert.ts';
import { changeNickname } from '../../src/shares/share-names.ts';
import { onGuardedEngines } from '../support/sampled-engines.ts';
import { startService, type Service } from '../support/service.ts';
import { enrollMembers } from '../support/fixture/enroll.ts';

/** Cases in which money could move by mistake: guesses, doubt, locks in between, late messages. */
onGuardedEngines('doubt', (db) => {
  let service: Service;
  beforeAll(async () => {
    service = await startService(db(), { people: 12 });
  });
  const balanceOf = async (person: number) => {
    const [row] = await db().query<{ ledger: bigint }>(
      'select ledger_balance as ledger from accounts where institution_id = $1 and id = $2',
      [service.fixture.institution.id, service.fixture.members[person]?.checkingAccountId],
    );
    return row?.ledger;
  };
  const codeIn = (text: string | undefined) =>
    present(/OK (\d{4})/.exec(text ?? '')?.[1], `a question in: ${text}`);
  const other = (code: string) => String(1000 + ((Number(code) - 1000 + 1) % 9000));

  it('five wrong numbers lock, however many new questions there are', async () => {
    for (let round = 0; round < 5; round += 1) {
      const asked = await service.say(0, `#trans ${600 + round} 7 0`);
      const wrong = await service.say(0, `OK ${other(codeIn(asked.text))}`);
      if (round < 4) expect(wrong.text).toMatch(/left before/);
      else expect(wrong.text).toMatch(/now locked/);
    }
    expect((await service.say(0, '#trans 1 7 0')).text).toMatch(/locked/);
    expect((await service.say(0, 'limits')).text).toMatch(/locked/);
  });

  it('the number of a replaced question confirms nothing, is no failed try, and shows the present question', async () => {
    const before = await balanceOf(4);
    const first = codeIn((await service.say(4, '#trans 600 7 0')).text);
    const second = codeIn((await service.say(4, '#trans 610 7 0')).text);
    const old = await service.say(4, `OK ${first}`);
    expect(old.text).toMatch(/earlier request, now canceled, so nothing was done/);
    expect(old.text).toContain(`OK ${second}`);
    for (let count = 0; count < 6; count += 1) {
      expect((await service.say(4, first)).outcome).toBe('confirmation_replaced');
    }
    expect((await service.say(4, '#bal 7')).outcome).toBe('balance');
    expect((await service.say(4, `OK ${first}`)).outcome).toBe('confirmation_replaced');
    expect(await balanceOf(4)).toBe(before);
    expect((await service.say(4, `OK ${other(second)}`)).outcome).toMatch(/wrong|replaced/);
    expect((await service.say(4, `OK ${second}`)).text).toMatch(/^Moved \$610\.00/);
    expect((await service.say(4, `OK ${first}`)).outcome).toBe('nothing_pending');
  });

  it('a replaced number is forgotten when its time is up, and with NO', async () => {
    const first = codeIn((await service.say(11, '#trans 600 7 0')).text);
    service.clock.advance({ minutes: 6 });
    await service.say(11, '#trans 610 7 0');
    service.clock.advance({ minutes: 6 });
    expect((await service.say(11, `OK ${first}`)).outcome).toBe('confirmation_wrong');
    const third = codeIn((await service.say(11, '#trans 620 7 0')).text);
    await service.say(11, 'NO');
    expect((await service.say(11, `OK ${third}`)).outcome).toBe('nothing_pending');
  });

  it('asks if the message named only an amount, and if only one of several accounts is possible', async () => {
    const { institution, members } = service.fixture;
    const member = present(members[1], 'person 1');
    const [savings] = await db().query<{ id: string }>(
      `select share_id as id from share_owners where institution_id = $1 and member_id = $2 and suffix = '0'`,
      [institution.id, member.id],
    );
    const place = {
      institutionId: institution.id,
      memberId: member.id,
      shareId: present(savings, 'savings 0').id,
    };
    await db().query('update shares set kind = $3 where institution_id = $1 and id = $2', [
      institution.id,
      place.shareId,
      'checking',
    ]);
    await changeNickname(db(), place, 'Household');
    await db().query(
      'update members set default_share_id = (select share_id from share_owners where institution_id = $1 and member_id = $2 and suffix = $3) where institution_id = $1 and id = $2',
      [institution.id, member.id, '7'],
    );
    const before = await balanceOf(1);
    const asked = await service.say(1, 'put 5 in checking');
    expect(asked.text).toMatch(/Nothing moved yet/);
    expect(await balanceOf(1)).toBe(before);
  });

  it('CANCEL on X cancels the waiting transfer; without one it is STOP, as on a phone', async () => {
    await service.say(2, '#trans 600 7 0');
    expect((await service.say(2, 'cancel')).text).toMatch(/nothing was done/);
    expect((await service.say(2, '#bal 7')).text).toMatch(/available/);
    const phone = await enrollPhone(3, '+13145550183');
    await service.say(3, '#trans 600 7 0', phone);
    expect((await service.say(3, 'cancel', phone)).text).toMatch(/any more messages/);
  });

  it('a list stays open after a number outside it, and after another question', async () => {
    // Person 1 has two checking accounts since the previous test, and no transfer waits any more.
    await service.say(1, 'NO');
    expect((await service.say(1, '#bal checking')).text).toMatch(/Which account/);
    expect((await service.say(1, '3')).text).toMatch(/from 1 to 2/);
    // An OK answers no list, and the list still waits.
    expect((await service.say(1, 'OK 4821')).text).toMatch(/one of those numbers, or NO/);
    expect((await service.say(1, 'yes')).text).toMatch(/one of those numbers, or NO/);
    expect((await service.say(1, '#bal 7')).text).toMatch(/available/);
    expect((await service.say(1, '2')).outcome).toBe('balance');
  });

  it('LOCK on another channel stops a transfer that was waiting for its account', async () => {
    const phone = await enrollPhone(5, '+13145550185');
    const before = await balanceOf(5);
    const member = present(service.fixture.members[5], 'person 5');
    // In one batch or in two: LOCK came first.
    const [locked, moved] = await Promise.all([
      service.say(5, 'LOCK', phone),
      service.say(5, '#trans 20 7 0'),
    ]);
    expect(locked.text).toMatch(/Locked/);
    const [row] = await db().query<{ lockedAt: unknown }>(
      'select locked_at as "lockedAt" from members where institution_id = $1 and id = $2',
      [service.fixture.institution.id, member.id],
    );
    expect(row?.lockedAt).not.toBeNull();
    // Either one may come first, but no transfer follows the lock.
    if (/Moved/.test(moved.text ?? '')) expect(await balanceOf(5)).toBe((before ?? 0n) - 2000n);
    else expect(await balanceOf(5)).toBe(before);
    expect((await service.say(5, '#trans 20 7 0')).text).toMatch(/locked/);
  });

  it('a START sent before STOP, but received after it, undoes nothing', async () => {
    const early = service.clock.now();
    service.clock.advance({ minutes: 5 });
    await service.say(6, 'STOP');
    service.clock.advance({ minutes: 1 });
    const late = await service.say(6, 'START', { sentAt: early });
    expect(late.text).toBeUndefined();
    expect((await service.say(6, '#bal')).text).toBeUndefined();
    expect((await service.say(6, 'START')).text).toMatch(/back/i);
  });

  it('the second step of LOCK works on a suspended address', async () => {
    const asked = await service.say(7, 'freze');
    const member = present(service.fixture.members[7], 'person 7');
    await db().query(
      "update addresses set state = 'suspended' where institution_id = $1 and id = $2",
      [service.fixture.institution.id, member.addressId],
    );
    const done = await service.say(7, `OK ${codeIn(asked.text)}`);
    expect(done.outcome).toBe('locked');
  });

  it('a dispute that waits for its OK can be opened after LOCK, and the question says so', async () => {
    const asked = await service.say(9, 'DISPUTE');
    expect((await service.say(9, 'LOCK')).outcome).toBe('locked');
    expect((await service.say(9, 'LOCK')).outcome).toBe('already_locked');
    const opened = await service.say(9, `OK ${codeIn(asked.text)}`);
    expect(opened.outcome).toBe('dispute_opened');
    const moving = await service.say(10, '#trans 600 7 0');
    await service.say(10, 'LOCK');
    expect((await service.say(10, `OK ${codeIn(moving.text)}`)).outcome).toBe('member_locked');
  });

  it('a right removed while a transfer is decided counts', async () => {
    const member = present(service.fixture.members[8], 'person 8');
    await db().query(
      'update addresses set may_move_money = false where institution_id = $1 and id = $2',
      [service.fixture.institution.id, member.addressId],
    );
    const before = await balanceOf(8);
    expect((await service.say(8, '#trans 20 7 0')).text).toMatch(/can't move money|Nothing moved/);
    expect(await balanceOf(8)).toBe(before);
  });

  async function enrollPhone(person: number, address: string) {
    const memberId = present(service.fixture.members[person], 'the person').id;
    await enrollMembers({ ...service, db: db() }, [
      { memberId, channel: 'sms', address, handle: address.slice(-4) },
    ]);
    return { channel: 'sms', address } as const;
  }
});
