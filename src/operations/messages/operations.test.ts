import { beforeAll, describe, expect, it } from 'vitest';
import { onSampledEngines } from '../../../test/support/sampled-engines.ts';
import { allowed, memberRequest } from '../../../test/support/member-request.ts';
import { startService, type Service } from '../../../test/support/service.ts';
import { present } from '../../kernel/assert.ts';
import { setAddressState } from '../../members/address-state.ts';
import type { Ports } from '../ports.ts';
import { isRefused } from '../refusals.ts';
import { phoneEnrollments } from './begin-phone-enrollment.ts';
import { changeCode } from './change-code.ts';
import { messagesOperations } from './index.ts';
import { listDisputes } from '../shares/list-disputes.ts';
import { lockService } from './lock-service.ts';
import { pauseAddress } from './pause-address.ts';
import { readLimits } from './read-limits.ts';
import { removeAddress } from './remove-address.ts';
import { resumeAddress } from './resume-address.ts';
import { setAddressRights } from './set-address-rights.ts';
import { showCode } from './show-code.ts';
import { tryText } from './try-text.ts';
import { unlockMoney } from './unlock-money.ts';
import { unlockService } from './unlock-service.ts';

const refusalOf = (result: unknown) => (isRefused(result) ? result.refused : undefined);
const agreedTo: ('regulation_e' | 'esign' | 'sms_terms')[] = ['regulation_e', 'esign', 'sms_terms'];

onSampledEngines('the section of the message service', (db) => {
  let service: Service;
  beforeAll(async () => {
    service = await startService(db(), { people: 12 });
  });
  const request = async (person: number, more: Parameters<typeof memberRequest>[2] = {}) =>
    memberRequest({ db: db(), fixture: service.fixture, world: service.world }, person, more);
  const begin = async (person: number, number: string, more: { ports?: Ports } = {}) =>
    phoneEnrollments.sms.run(
      await request(person, more),
      phoneEnrollments.sms.input.parse({ number, agreedTo, mayMoveMoney: true, perDay: '300' }),
    );

  describe('an address', () => {
    it('belongs to its member: no operation finds another’s id', async () => {
      const stranger = await request(5);
      const id = present(service.fixture.members[6], 'person 6').addressId;
      const rights = setAddressRights.input.parse({ id, mayMoveMoney: true });
      const asked = [
        await showCode.run(stranger, { id }),
        await changeCode.run(stranger, { id }),
        await setAddressRights.run(stranger, rights),
        await pauseAddress.run(stranger, { id }),
        await resumeAddress.run(stranger, { id }),
        await removeAddress.run(stranger, { id }),
        await unlockMoney.run(stranger, { id }),
        await tryText.run(stranger, { text: '#bal', addressId: id }),
      ];
      expect(asked.map(refusalOf)).toEqual(asked.map(() => 'not_found'));
    });

    it('can be paused and resumed', async () => {
      const signedIn = await request(6);
      const id = present(service.fixture.members[6], 'person 6').addressId;
      await pauseAddress.run(signedIn, { id });
      expect((await service.say(6, '#bal')).outcome).toBe('address_paused');
      await resumeAddress.run(signedIn, { id });
      expect((await service.say(6, '#bal')).outcome).toBe('balances');
    });

    it('that is suspended has no code, old or new', async () => {
      const signedIn = await request(7);
      const id = present(service.fixture.members[7], 'person 7').addressId;
      await setAddressState(db(), service.fixture.institution.id, {
        addressIds: [id],
        state: 'suspended',
        reason: 'test',
      });
      expect(refusalOf(await showCode.run(signedIn, { id }))).toBe('address_suspended');
      expect(refusalOf(await changeCode.run(signedIn, { id }))).toBe('address_suspended');
      expect(refusalOf(await unlockMoney.run(signedIn, { id }))).toBe('address_suspended');
      expect(refusalOf(await resumeAddress.run(signedIn, { id }))).toBe('address_suspended');
    });

    it('has limits within the institution’s', async () => {
      const signedIn = await request(8);
      const id = present(service.fixture.members[8], 'person 8').addressId;
      const set = async (input: object) =>
        setAddressRights.run(
          signedIn,
          setAddressRights.input.parse({ id, agreedTo, mayMoveMoney: true, ...input }),
        );
      expect(await set({ perTransfer: '0' })).toMatchObject({
        refused: 'limit_invalid',
        field: 'perTransfer',
      });
      expect(await set({ perDay: '1e9' })).toMatchObject({
        refused: 'limit_invalid',
        field: 'perDay',
      });
      expect(await set({ perDay: '5000.01' })).toMatchObject({
        refused: 'limit_above_ours',
        facts: { limit: '$5,000.00' },
      });
      expect(await set({ perTransfer: '40', perDay: '60' })).toMatchObject({
        perTransfer: '40.00',
        perDay: '60.00',
      });
      await service.say(8, '#trans 40 7 0');
      const { addresses } = allowed(await readLimits.run(signedIn, {}));
      expect(addresses).toMatchObject([
        { usedToday: '40.00', leftToday: '20.00', mayMoveMoney: true },
      ]);
      expect((await service.say(8, '#trans 41 7 0')).outcome).toBe('limit_exceeded');
    });

    it('with a lock by STOP is unlocked by signing in, one with a lock by an unfollow is not', async () => {
      const signedIn = await request(9);
      const {
        id: memberId,
        addressId: id,
        address,
      } = present(service.fixture.members[9], 'person 9');
      expect(memberId).toBe(signedIn.member.id);
      await service.say(9, 'STOP');
      await service.say(9, 'START');
      expect((await service.say(9, '#trans 1 7 0')).outcome).toBe('money_locked');
      expect(await unlockMoney.run(signedIn, { id })).toEqual({ unlocked: true });
      expect((await service.say(9, '#trans 1 7 0')).outcome).toBe('transferred');
      await service.conversation.happened([
        {
          institutionId: service.fixture.institution.id,
          channel: 'x',
          externalId: 'u9',
          event: 'unfollowed',
          address,
        },
      ]);
      expect(refusalOf(await unlockMoney.run(signedIn, { id }))).toBe('verify_address_again');
    });
  });

  it('locks and unlocks the service on all channels, and notifies each once', async () => {
    await service.say(10, '#bal');
    const { id: memberId } = (await request(10)).member;
    const told = async () =>
      (
        await db().query<{ text: string }>(
          `select o.text from outbound o join addresses a on a.institution_id = $1 and a.id = o.address_id
            where o.institution_id = $1 and a.member_id = $2 and o.purpose = 'notice' order by o.queued_at, o.id`,
          [service.fixture.institution.id, memberId],
        )
      ).map(({ text }) => text);
    await lockService.run(await request(10), {});
    await lockService.run(await request(10), {});
    expect(await told()).toEqual([expect.stringContaining('was locked')]);
    expect((await service.say(10, '#bal')).outcome).toBe('member_locked');
    expect(refusalOf(await begin(10, '314-555-2680'))).toBe('service_locked');
    await unlockService.run(await request(10), {});
    await unlockService.run(await request(10), {});
    expect((await told()).slice(1)).toEqual([expect.stringContaining('was unlocked')]);
    expect((await service.say(10, '#bal')).outcome).toBe('balances');
  });

  it('lists disputes with their dates', async () => {
    const { text } = await service.say(10, 'dispute');
    await service.say(10, /OK \d{4}/.exec(text ?? '')?.[0] ?? '');
    const result = await listDisputes.run(await request(10), {});
    expect(result).toMatchObject({
      disputes: [{ state: 'open', reference: expect.stringMatching(/^D-/) }],
    });
    expect(await listDisputes.run(await request(11), {})).toEqual({ disputes: [] });
  });

  it('tries a text and changes nothing', async () => {
    const signedIn = await request(11);
    const attempt = async (text: string) => tryText.run(signedIn, tryText.input.parse({ text }));
    expect(await attempt('#trans 5 7 0')).toMatchObject({
      intent: 'transfer',
      reply: expect.stringMatching(/^Moved \$5\.00/),
    });
    expect(await attempt('tranfser 5 7 0')).toMatchObject({
      asksFirst: true,
      reply: expect.stringMatching(/^Nothing moved yet/),
    });
    expect(await attempt('lock')).toMatchObject({ intent: 'lock' });
    expect(await attempt('dispute')).toMatchObject({ intent: 'dispute' });
    expect(await attempt('zorble plim fimp')).toMatchObject({ intent: 'unknown' });
    expect(await service.say(11, '#bal 7')).toMatchObject({
      text: expect.stringMatching(/\$1,000\.00/),
    });
    expect(allowed(await listDisputes.run(signedIn, {})).disputes).toEqual([]);
  });
});

it('every operation declares its refusals, each once, and refuses unknown input fields', () => {
  const ids = messagesOperations.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { input } of messagesOperations) {
    expect(input.safeParse({ somethingElse: 1 }).success).toBe(false);
  }
});
