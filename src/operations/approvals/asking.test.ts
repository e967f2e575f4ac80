import { describe, expect, it } from 'vitest';
import { approvalTests } from '../../../test/support/approvals.ts';
import { onSampledEngines } from '../../../test/support/sampled-engines.ts';
import { enrollMembers } from '../../../test/support/fixture/enroll.ts';
import { moved, postOrders } from '../../../test/support/furnish-accounts.ts';
import { present } from '../../kernel/assert.ts';
import { lockMoney } from '../../members/address-state.ts';
import { lockService } from '../messages/lock-service.ts';
import { unlockService } from '../messages/unlock-service.ts';
import { makeTransfer } from '../shares/make-transfer.ts';
import { changeSuffix } from '../shares/names.ts';
import { declineApproval } from './decline-approval.ts';

onSampledEngines('approvals of transfers', (db) => {
  const tests = approvalTests(db);
  const { activatePasskey, approve, ask, begin, checking, clock, key, list, messagesOf } = tests;
  const say = async (person: number, text: string) => tests.service().say(person, text);

  describe('are judged again when they post', () => {
    let person = 2;
    const asked = async (text: string) => {
      person += 1;
      const member = await activatePasskey(person);
      const { id } = await ask(person, member.browser, text);
      return { member, id, person };
    };
    const ends = async (
      { member, id, person: who }: Awaited<ReturnType<typeof asked>>,
      expected: { readonly code: string; readonly told: RegExp; readonly left: bigint },
    ) => {
      expect(await approve(member, id, await begin(member, id))).toBe(expected.code);
      expect((await messagesOf(who)).at(-1)).toMatch(expected.told);
      expect((await list(member.browser))[0]).toMatchObject({ id, state: 'refused' });
      expect(await checking(who)).toBe(expected.left);
    };

    it('by the day’s limit', async () => {
      const one = await asked('#trans 600 7 0');
      await one.member.browser.do(makeTransfer, {
        from: '7',
        to: '0',
        amount: '450',
        nonce: tests.service().world.ids.next(),
      });
      await ends(one, {
        code: 'transfer_limit_day',
        told: /^Your transfer of \$600\.00, .+ is more than you can move today/,
        left: 55_000n,
      });
    });

    it('by the funds', async () => {
      const one = await asked('#trans 690 7 0');
      const account = present(tests.service().fixture.members[one.person], 'they live here');
      const place = { db: tests.recorded(), ...tests.service() };
      await postOrders(place, [
        moved(place, {
          accountId: account.checkingAccountId,
          amount: -40_000n,
          kind: 'withdrawal',
          description: 'CASH',
        }),
      ]);
      await ends(one, {
        code: 'funds_insufficient',
        told: /^Your transfer of \$690\.00, .+ was refused for lack of funds/,
        left: 60_000n,
      });
    });

    it('by the member’s lock', async () => {
      const one = await asked('#trans 110 7 0');
      await one.member.browser.do(lockService, {});
      await ends(one, {
        code: 'money_locked',
        told: /^Your transfer of \$110\.00, .+ was not made: transfers are locked/,
        left: 100_000n,
      });
    });

    it('by the lock of the address that asked', async () => {
      const one = await asked('#trans 111 7 0');
      const address = present(tests.service().fixture.members[one.person], 'they live here');
      await lockMoney(tests.recorded(), key(0).institutionId, [
        { addressId: address.addressId, reason: 'unfollowed', at: clock.now() },
      ]);
      await ends(one, {
        code: 'money_locked',
        told: /^Your transfer of \$111\.00, .+ was not made: transfers are locked/,
        left: 100_000n,
      });
    });

    it('by the names of the accounts', async () => {
      const one = await asked('#trans 112 7 0');
      await one.member.browser.do(changeSuffix, { suffix: '0', chosen: '8' });
      await ends(one, {
        code: 'approval_gone',
        told: /^Your transfer of \$112\.00, .+ was refused, so nothing moved/,
        left: 100_000n,
      });
    });
  });

  describe('are asked for', () => {
    it('beyond the address’s limits, up to those of online banking', async () => {
      const member = await activatePasskey(8);
      expect(await say(8, '#trans 301 7 0')).toMatchObject({ outcome: 'approval_asked' });
      // $700.00 at a time online; here the member reads the limit of this address.
      const { outcome, text } = await say(8, '#trans 701 7 0');
      expect(outcome).toBe('limit_exceeded');
      expect(text).toContain('$300.00');
      const { id } = present((await list(member.browser))[0], 'it waits');
      expect(await approve(member, id, await begin(member, id))).toBeUndefined();
      // It counts toward the day online, not toward the address's.
      expect((await say(8, '#limits')).text).toContain('Left today: $600.00');
      expect(await say(8, '#trans 601 7 0')).toMatchObject({ outcome: 'limit_exceeded' });
    });

    it('only if the member has a passkey: without one all is as without the setting', async () => {
      expect(await say(12, '#trans 120 7 0')).toMatchObject({ outcome: 'transferred' });
      expect(await say(12, '#trans 301 7 0')).toMatchObject({ outcome: 'limit_exceeded' });
    });

    it('only after an unclear order was made clear', async () => {
      await activatePasskey(9);
      const { outcome, text } = await say(9, 'pls trasnfer 130 from 7 to 0');
      expect(outcome).toBe('confirm_transfer');
      const ok = /OK \d{4}/.exec(text ?? '')?.[0] ?? '';
      expect(await say(9, ok)).toMatchObject({ outcome: 'approval_asked' });
      expect(await checking(9)).toBe(100_000n);
      // Beyond the limits, too.
      const beyond = await say(9, 'pls trasnfer 330 from 7 to 0');
      expect(beyond.outcome).toBe('confirm_transfer');
      const again = /OK \d{4}/.exec(beyond.text ?? '')?.[0] ?? '';
      expect(await say(9, again)).toMatchObject({ outcome: 'approval_asked' });
    });

    it('once for the same order, and three at most', async () => {
      const member = await activatePasskey(10);
      await ask(10, member.browser, '#trans 201 7 0');
      const again = await say(10, '#trans 201 7 0');
      expect(again.text).toMatch(/^That transfer is already waiting; nothing moved yet\./);
      expect(await list(member.browser)).toHaveLength(1);
      await ask(10, member.browser, '#trans 202 7 0');
      await ask(10, member.browser, '#trans 203 7 0');
      const fourth = await say(10, '#trans 204 7 0');
      expect(fourth).toMatchObject({ outcome: 'approvals_full' });
      expect(await list(member.browser)).toHaveLength(3);
      // NO cancels them all, and its own reply is the only one.
      const count = (await messagesOf(10)).length;
      expect((await say(10, 'NO')).text).toBe('All right, canceled: nothing was done.');
      expect(await messagesOf(10)).toHaveLength(count + 1);
      expect((await list(member.browser)).map(({ state }) => state)).toEqual([
        'withdrawn',
        'withdrawn',
        'withdrawn',
      ]);
      expect(await say(10, 'NO')).toMatchObject({ outcome: 'nothing_pending' });
    });

    const phoneOf = async (person: number) => {
      const address = `+1314555${String(1000 + person)}`;
      await enrollMembers({ ...tests.service(), db: tests.recorded() }, [
        { memberId: key(person).memberId, channel: 'sms', address },
      ]);
      return { channel: 'sms', address } as const;
    };

    it('once for the same order from another address, in one batch too', async () => {
      const member = await activatePasskey(10);
      const phone = await phoneOf(10);
      const both = await Promise.all([
        say(10, '#trans 301 7 0'),
        tests.service().say(10, '#trans 301 7 0', phone),
      ]);
      expect(both.map(({ outcome }) => outcome)).toEqual(['approval_asked', 'approval_asked']);
      const waiting = (await list(member.browser)).filter(({ state }) => state === 'waiting');
      expect(waiting).toHaveLength(1);
      // Its reply offers NO, so NO from there counts.
      expect((await tests.service().say(10, '#trans 301 7 0', phone)).text).toMatch(
        /^(?:That transfer is a|A)lready waiting; nothing moved yet\..+ or reply NO\./,
      );
      expect((await tests.service().say(10, 'NO', phone)).text).toBe(
        'All right, canceled: nothing was done.',
      );
      expect((await list(member.browser))[0]).toMatchObject({ state: 'withdrawn' });
    });

    it('and canceled by NO, though an older question waits', async () => {
      const member = await activatePasskey(10);
      const { text } = await say(10, 'DISPUTE');
      const code = /OK \d{4}/.exec(text ?? '')?.[0] ?? '';
      clock.advance({ seconds: 30 });
      const { id } = await ask(10, member.browser, '#trans 206 7 0');
      const no = await say(10, 'NO');
      expect(no.text).toContain(code);
      expect((await list(member.browser))[0]).toMatchObject({ id, state: 'withdrawn' });
      // The question is next.
      expect(await say(10, 'NO')).toMatchObject({ outcome: 'declined' });
      expect(await say(10, 'NO')).toMatchObject({ outcome: 'nothing_pending' });
    });

    it('and named by the reply to a NO that cancels a newer question', async () => {
      const member = await activatePasskey(10);
      const { id } = await ask(10, member.browser, '#trans 208 7 0');
      clock.advance({ seconds: 30 });
      await say(10, 'DISPUTE');
      const no = await say(10, 'NO');
      expect(no.outcome).toBe('declined');
      expect(no.text).toMatch(/canceled\. \$208\.00 from .*7 to .*0 still waits for your approval/);
      expect((await list(member.browser))[0]).toMatchObject({ id, state: 'waiting' });
      expect((await say(10, 'NO')).text).toBe('All right, canceled: nothing was done.');
      expect((await list(member.browser))[0]).toMatchObject({ id, state: 'withdrawn' });
    });

    it('and canceled by NO after an older question expired', async () => {
      const member = await activatePasskey(10);
      await say(10, 'DISPUTE');
      clock.advance({ minutes: 9 });
      const { id } = await ask(10, member.browser, '#trans 207 7 0');
      clock.advance({ minutes: 2 });
      await say(10, 'NO');
      expect((await list(member.browser))[0]).toMatchObject({ id, state: 'withdrawn' });
    });

    it('and their end is no message to an address that became another member’s', async () => {
      const member = await activatePasskey(12);
      const { id } = await ask(12, member.browser, '#trans 208 7 0');
      const { addressId } = present(tests.service().fixture.members[12], 'they live here');
      await db().query(
        'update addresses set member_id = $3 where institution_id = $1 and id = $2',
        [key(0).institutionId, addressId, key(10).memberId],
      );
      const count = (await messagesOf(10)).length;
      await member.browser.do(declineApproval, { id });
      expect(await messagesOf(10)).toHaveLength(count);
    });

    it.each(['LOCK', 'STOP'])('and withdrawn by %s', async (word) => {
      const member = await activatePasskey(11);
      const { id } = await ask(11, member.browser, '#trans 210 7 0');
      const response = await begin(member, id);
      await say(11, word);
      expect((await list(member.browser))[0]).toMatchObject({ id, state: 'withdrawn' });
      expect(await approve(member, id, response)).toBe('approval_over');
      expect(await checking(11)).toBe(100_000n);
      if (word === 'LOCK') await member.browser.do(unlockService, {});
    });
  });
});
