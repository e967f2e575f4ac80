import { beforeAll, describe, expect, it } from 'vitest';
import { createCarrier, type Carrier } from '../../../test/support/carrier.ts';
import { onBothEngines } from '../../../test/support/engines.ts';
import { allowed, memberRequest } from '../../../test/support/member-request.ts';
import { startService, type Service } from '../../../test/support/service.ts';
import { present } from '../../kernel/assert.ts';
import { setAddressState } from '../../members/address-state.ts';
import type { WireMessage } from '../../messages/channel.ts';
import type { Ports } from '../ports.ts';
import { isRefused } from '../refusals.ts';
import { phoneEnrolments } from './begin-phone-enrolment.ts';
import { changeCode } from './change-code.ts';
import { checkMessage } from './check-message.ts';
import { finishPhoneEnrolment } from './finish-phone-enrolment.ts';
import { messagesOperations } from './index.ts';
import { listAddresses } from './list-addresses.ts';
import { listDisputes } from './list-disputes.ts';
import { listMessages } from './list-messages.ts';
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

onBothEngines('the section of the message service', (db) => {
  let service: Service;
  let carrier: Carrier;
  let sms: WireMessage[];
  beforeAll(async () => {
    service = await startService(db(), { people: 12 });
    carrier = createCarrier({ db: db(), fixture: service.fixture, world: service.world });
    sms = carrier.sent;
  });
  const request = async (person: number, more: Parameters<typeof memberRequest>[2] = {}) =>
    memberRequest({ db: db(), fixture: service.fixture, world: service.world }, person, more);
  const drain = async () => carrier.drain();
  const begin = async (person: number, number: string, more: { ports?: Ports } = {}) =>
    phoneEnrolments.sms.run(
      await request(person, more),
      phoneEnrolments.sms.input.parse({ number, agreedTo, mayMoveMoney: true, perDay: '300' }),
    );
  const wordSent = () => present(/\d{8}/.exec(sms.at(-1)?.text ?? '')?.[0], 'a word was sent');
  const idOf = (result: Awaited<ReturnType<typeof begin>>) => {
    if (isRefused(result)) throw new Error(`refused: ${result.refused}`);
    return result.id;
  };

  describe('a phone', () => {
    it('is proven by the word that was sent to it, without a code, and stored nowhere in clear', async () => {
      const id = idOf(await begin(0, '(314) 555-2671'));
      await drain();
      expect(sms.at(-1)?.address).toBe('+13145552671');
      expect(sms.at(-1)?.text).toMatch(/^Your one-time word for Tweet My Money is \d{8}\. Enter/);
      expect(sms.at(-1)?.text).not.toMatch(/ [A-Z0-9]{6}$/);
      const stored = await db().query<{ text: string }>(
        "select text from outbound where purpose = 'enrolment_word'",
      );
      expect(JSON.stringify(stored)).not.toContain(wordSent());
      const signedIn = await request(0);
      const wrong = await finishPhoneEnrolment.run(signedIn, { id, word: '00000000' });
      expect(wrong).toMatchObject({ refused: 'word_wrong', facts: { tries: '4' } });
      const short = await finishPhoneEnrolment.run(signedIn, { id, word: 'abc' });
      expect(refusalOf(short)).toBe('word_malformed');
      const word = wordSent().replace(/(.{4})/, '$1 ');
      const elsewhere = await request(0, { session: { id: 'another browser' } });
      expect(refusalOf(await finishPhoneEnrolment.run(elsewhere, { id, word }))).toBe('not_found');
      const done = await finishPhoneEnrolment.run(signedIn, { id, word });
      if (isRefused(done)) throw new Error(`refused: ${done.refused}`);
      expect(done.verifiedAgain).toBe(false);
      await drain();
      const code = await showCode.run(signedIn, { id: done.addressId });
      expect(sms.at(-1)?.text).toMatch(
        /^Tweet My Money: (?:try )?#bal 7.*STOP to end\. [A-Z0-9]{6}$/,
      );
      expect(code).toMatchObject({ code: sms.at(-1)?.text.slice(-6), version: 1 });
      const { addresses } = allowed(await listAddresses.run(signedIn, {}));
      expect(addresses.at(-1)).toMatchObject({
        channel: 'sms',
        name: '+1 ••• 2671',
        mayMoveMoney: true,
        perDay: '300.00',
      });
      const again = await finishPhoneEnrolment.run(signedIn, { id, word });
      expect(refusalOf(again)).toBe('enrolment_over');
      expect(
        await service.say(0, '#bal 7', { channel: 'sms', address: '+13145552671' }),
      ).toMatchObject({ outcome: 'balance' });
    });

    it('that was suspended is verified again, and told so; nobody is welcomed twice', async () => {
      await db().query(`update addresses set state = 'suspended' where channel = 'sms'`);
      const id = idOf(await begin(0, '314-555-2671'));
      await drain();
      const done = await finishPhoneEnrolment.run(await request(0), { id, word: wordSent() });
      expect(done).toMatchObject({ verifiedAgain: true });
      await drain();
      expect(sms.at(-1)?.text).toMatch(/verified again/);
    });

    it('that serves another membership: who holds it says which, and the other is told', async () => {
      const id = idOf(await begin(1, '314-555-2671'));
      await drain();
      expect(sms.at(-1)?.text).toMatch(/\d{8}.* [A-Z0-9]{6}$/);
      const word = wordSent();
      const signedIn = await request(1);
      const asked = await finishPhoneEnrolment.run(signedIn, { id, word });
      expect(refusalOf(asked)).toBe('number_serves_another');
      const phone = { channel: 'sms', address: '+13145552671' } as const;
      await service.say(0, '#trans 600 7 0', phone);
      const phoneOf = async (person: number) => {
        const { addresses } = allowed(await listAddresses.run(await request(person), {}));
        return addresses.find(({ channel }) => channel === 'sms')?.id;
      };
      expect(await phoneOf(0)).toBeDefined();
      expect(await phoneOf(1)).toBeUndefined();
      const wrong = await finishPhoneEnrolment.run(signedIn, {
        id,
        word: '00000000',
        moveHere: true,
      });
      expect(refusalOf(wrong)).toBe('word_wrong');
      const done = await finishPhoneEnrolment.run(signedIn, { id, word, moveHere: true });
      expect(isRefused(done)).toBe(false);
      expect(await phoneOf(0)).toBeUndefined();
      expect(await phoneOf(1)).toBeDefined();
      // What waited there for an OK is void, and the phone is answered for the other membership.
      expect((await service.say(1, 'OK', phone)).outcome).toBe('nothing_pending');
      expect((await service.say(1, '#bal 7', phone)).outcome).toBe('balance');
      const told = await db().query<{ text: string }>(
        `select o.text from outbound o join addresses a on a.institution_id = $1 and a.id = o.address_id
          where o.institution_id = $1 and a.member_id = $2 and a.channel = 'x' and o.purpose = 'notice'`,
        [service.fixture.institution.id, (await request(0)).member.id],
      );
      expect(told.map(({ text }) => text)).toContainEqual(expect.stringContaining('was removed'));
      // And back again, by the same road.
      const back = idOf(await begin(0, '314-555-2671'));
      await drain();
      const again = { id: back, word: wordSent(), moveHere: true };
      expect(isRefused(await finishPhoneEnrolment.run(await request(0), again))).toBe(false);
    });

    it('ends after five wrong words, and after ten minutes', async () => {
      const signedIn = await request(2);
      const id = idOf(await begin(2, '+1 314 555 2672'));
      const wrong = async () => finishPhoneEnrolment.run(signedIn, { id, word: '00000000' });
      for (let count = 0; count < 4; count += 1)
        expect(refusalOf(await wrong())).toBe('word_wrong');
      expect(refusalOf(await wrong())).toBe('enrolment_tries_over');
      await drain();
      expect(refusalOf(await finishPhoneEnrolment.run(signedIn, { id, word: wordSent() }))).toBe(
        'enrolment_tries_over',
      );
      const late = idOf(await begin(2, '+1 314 555 2672'));
      await drain();
      service.clock.advance({ minutes: 10 });
      const result = await finishPhoneEnrolment.run(signedIn, { id: late, word: wordSent() });
      expect(refusalOf(result)).toBe('enrolment_expired');
    });

    it('is bound once, and begun once, however often it is asked at the same moment', async () => {
      const begun = await Promise.all([1, 2, 3].map(async () => begin(11, '314-555-2699')));
      const signedIn = await request(11);
      const ids = begun.map(idOf);
      await drain();
      const word = wordSent();
      const asked = ids.flatMap((id) => [id, id]);
      const results = await Promise.all(
        asked.map(async (id) => finishPhoneEnrolment.run(signedIn, { id, word })),
      );
      expect(results.filter((result) => !isRefused(result))).toHaveLength(1);
      expect(results.filter((result) => refusalOf(result) === 'enrolment_over')).toHaveLength(5);
    });

    it.each([
      ['12', 'phone_invalid'],
      ['no number', 'phone_invalid'],
      ['+33 1 42 68 53 00', 'phone_landline'],
      ['800-522-6009', 'phone_landline'],
    ])('is refused: %s', async (number, refusal) => {
      expect(await begin(3, number)).toMatchObject({ refused: refusal, field: 'number' });
    });

    it('is looked up where a carrier tells: a landline is refused, a new SIM moves no money yet', async () => {
      const ports = (facts: object): Ports => ({
        channels: ['sms'],
        phones: {
          lookup: async () => ({ lineType: null, simChangedAt: null, reassigned: null, ...facts }),
        },
      });
      expect(
        await begin(3, '314-555-2673', { ports: ports({ lineType: 'landline' }) }),
      ).toMatchObject({ refused: 'phone_landline' });
      const simChangedAt = service.clock.now().subtract({ hours: 24 });
      expect(await begin(3, '314-555-2673', { ports: ports({ simChangedAt }) })).toMatchObject({
        readOnly: true,
      });
      expect(await begin(3, '314-555-2673', { ports: ports({}) })).toMatchObject({
        readOnly: false,
      });
      expect(await begin(3, '314-555-2673', { ports: { channels: ['x'] } })).toMatchObject({
        refused: 'phone_not_offered',
      });
    });

    it('that said STOP gets nothing until START', async () => {
      const address = '+13145552674';
      await service.say(3, 'STOP', { channel: 'sms', address });
      await drain();
      const before = sms.length;
      const refused = await begin(4, address);
      // A page must not tell whose phone said STOP: it answers as to any other number.
      const free = await begin(5, '+13145552675');
      expect(refusalOf(refused)).toBeUndefined();
      expect(Object.keys(refused)).toEqual(Object.keys(free));
      await drain();
      await drain();
      expect(sms.slice(before).map((one) => one.address)).toEqual(['+13145552675']);
      const words = await db().query<{ status: string }>(
        `select status from outbound where institution_id = $1 and purpose = 'enrolment_word' order by id desc limit 2`,
        [service.fixture.institution.id],
      );
      expect(words.map(({ status }) => status)).toEqual(['wired', 'stopped']);
      // Whether one guesses right or wrong there tells nothing either.
      const guess = { id: idOf(refused), word: '00000000' };
      expect(refusalOf(await finishPhoneEnrolment.run(await request(4), guess))).toBe('word_wrong');
      await service.say(3, 'START', { channel: 'sms', address });
      const id = idOf(await begin(4, address));
      await drain();
      expect(sms.at(-1)?.address).toBe(address);
      // Said after the word came, STOP is told to who holds the phone.
      const word = wordSent();
      await service.say(3, 'STOP', { channel: 'sms', address });
      const late = await finishPhoneEnrolment.run(await request(4), { id, word });
      expect(refusalOf(late)).toBe('address_opted_out');
      await service.say(3, 'START', { channel: 'sms', address });
      const now = await finishPhoneEnrolment.run(await request(4), { id, word });
      expect(refusalOf(now)).toBeUndefined();
    });

    it('is not closed to its owner by others who try it', async () => {
      const number = '+1 314 555 2676';
      for (const person of [5, 6, 7]) {
        for (let tries = 0; tries < 6; tries += 1) {
          expect(refusalOf(await begin(person, number))).toBeUndefined();
          service.clock.advance({ minutes: 61 });
        }
        // Their own tries count.
        expect(refusalOf(await begin(person, number))).toBe('too_many');
      }
      expect(refusalOf(await begin(8, number))).toBeUndefined();
    });
  });

  describe('an address', () => {
    it('is its member’s: another’s id is not found, whatever is asked', async () => {
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

    it('is paused and resumed', async () => {
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

    it('has limits beneath the institution’s', async () => {
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

    it('on which STOP locked money is unlocked by signing in, one that was unfollowed is not', async () => {
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

  it('locks and unlocks the service on all channels, which are told once of each', async () => {
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

  it('knows a text message again as a phone shows it, and logs it', async () => {
    const signedIn = await request(0);
    const address = '+13145552671';
    await drain();
    await service.say(0, 'help lock', { channel: 'sms', address });
    await drain();
    const text = present(sms.at(-1), 'it was answered').text;
    const check = async (pasted: string) => checkMessage.run(signedIn, { text: pasted });
    expect(await check(text)).toMatchObject({ sent: true, channel: 'sms', code: 'right' });
    const shown = ` ${text.replaceAll("'", '’').replaceAll(' ', '\u00a0')}\n`;
    expect(await check(shown)).toMatchObject({ sent: true, code: 'right' });
    for (const quoted of [`"${text}"`, `“${text}”`, `« ${text} »`])
      expect(await check(quoted)).toMatchObject({ sent: true, code: 'right' });
    expect(await check(text.replace(/\w{6}$/, 'QQQ777'))).toMatchObject({
      sent: true,
      code: 'wrong',
    });
    expect(await check(text.replace('LOCK', 'CALL'))).toEqual({ sent: false, code: 'right' });
    const page = allowed(await listMessages.run(signedIn, listMessages.input.parse({ limit: 2 })));
    expect(page.messages).toMatchObject([
      { direction: 'out', channel: 'sms', status: 'wired', hasCode: true, name: '+1 ••• 2671' },
      { direction: 'in', channel: 'sms', text: 'help lock', status: 'help' },
    ]);
    const older = allowed(
      await listMessages.run(signedIn, listMessages.input.parse({ before: page.next })),
    );
    expect(older.messages.map(({ id }) => id)).not.toContain(page.messages[1]?.id);
    expect(older.messages.length).toBeGreaterThan(0);
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
    expect(await attempt('what is this')).toMatchObject({ intent: 'unknown' });
    expect(await service.say(11, '#bal 7')).toMatchObject({
      text: expect.stringMatching(/\$1,000\.00/),
    });
    expect(allowed(await listDisputes.run(signedIn, {})).disputes).toEqual([]);
  });
});

it('every operation declares what it refuses with, once, and refuses what is unknown in its input', () => {
  const ids = messagesOperations.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { input } of messagesOperations) {
    expect(input.safeParse({ somethingElse: 1 }).success).toBe(false);
  }
});
