import { beforeAll, describe, expect, it } from 'vitest';
import { createCarrier, type Carrier } from '../../../test/support/carrier.ts';
import { onSampledEngines } from '../../../test/support/sampled-engines.ts';
import { allowed, memberRequest } from '../../../test/support/member-request.ts';
import { startService, type Service } from '../../../test/support/service.ts';
import { present } from '../../kernel/assert.ts';
import type { WireMessage } from '../../messages/channel.ts';
import type { Ports } from '../ports.ts';
import { isRefused } from '../refusals.ts';
import { phoneEnrollments } from './begin-phone-enrollment.ts';
import { finishPhoneEnrollment } from './finish-phone-enrollment.ts';
import { checkMessage } from './check-message.ts';
import { listMessages } from './list-messages.ts';
import { listAddresses } from './list-addresses.ts';
import { showCode } from './show-code.ts';

const refusalOf = (result: unknown) => (isRefused(result) ? result.refused : undefined);
const agreedTo: ('regulation_e' | 'esign' | 'sms_terms')[] = ['regulation_e', 'esign', 'sms_terms'];

onSampledEngines('enrolling a phone', (db) => {
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
    phoneEnrollments.sms.run(
      await request(person, more),
      phoneEnrollments.sms.input.parse({ number, agreedTo, mayMoveMoney: true, perDay: '300' }),
    );
  // Earlier members' cards may come after it.
  const wordSent = () => {
    const texts = sms.flatMap(({ text }) => /\d{8}/.exec(text)?.[0] ?? []);
    return present(texts.at(-1), 'a word was sent');
  };
  const idOf = (result: Awaited<ReturnType<typeof begin>>) => {
    if (isRefused(result)) throw new Error(`refused: ${result.refused}`);
    return result.id;
  };

  describe('a phone', () => {
    it('is proven by a code sent to it, without the address’s code, and never stored in plain text', async () => {
      const id = idOf(await begin(0, '(314) 555-2671'));
      await drain();
      expect(sms.at(-1)?.address).toBe('+13145552671');
      expect(sms.at(-1)?.text).toMatch(/^Your one-time code for Tweet My Money is \d{8}\. Enter/);
      expect(sms.at(-1)?.text).not.toMatch(/ [A-Z0-9]{6}$/);
      const stored = await db().query<{ text: string }>(
        "select text from outbound where purpose = 'enrolment_word'",
      );
      expect(JSON.stringify(stored)).not.toContain(wordSent());
      const signedIn = await request(0);
      const wrong = await finishPhoneEnrollment.run(signedIn, { id, word: '00000000' });
      expect(wrong).toMatchObject({ refused: 'word_wrong', facts: { tries: '4' } });
      const short = await finishPhoneEnrollment.run(signedIn, { id, word: 'abc' });
      expect(refusalOf(short)).toBe('word_malformed');
      const word = wordSent().replace(/(.{4})/, '$1 ');
      const elsewhere = await request(0, { session: { id: 'another browser' } });
      expect(refusalOf(await finishPhoneEnrollment.run(elsewhere, { id, word }))).toBe('not_found');
      const done = await finishPhoneEnrollment.run(signedIn, { id, word });
      if (isRefused(done)) throw new Error(`refused: ${done.refused}`);
      expect(done.verifiedAgain).toBe(false);
      await drain();
      const code = await showCode.run(signedIn, { id: done.addressId });
      expect(sms.at(-2)?.text).toMatch(
        /^Tweet My Money: (?:try )?#bal 7.*STOP to end\. [A-Z0-9]{6}$/,
      );
      expect(sms.at(-1)?.text).toMatch(
        /^Please save our number now.*\/contact\.vcf.* [A-Z0-9]{6}$/,
      );
      expect(code).toMatchObject({ code: sms.at(-1)?.text.slice(-6), version: 1 });
      const { addresses } = allowed(await listAddresses.run(signedIn, {}));
      expect(addresses.at(-1)).toMatchObject({
        channel: 'sms',
        name: '+1 ••• 2671',
        mayMoveMoney: true,
        perDay: '300.00',
      });
      const again = await finishPhoneEnrollment.run(signedIn, { id, word });
      expect(refusalOf(again)).toBe('enrollment_over');
      expect(
        await service.say(0, '#bal 7', { channel: 'sms', address: '+13145552671' }),
      ).toMatchObject({ outcome: 'balance' });
    });

    it('that was suspended is verified again, and the page says so; nobody is welcomed twice', async () => {
      await db().query(`update addresses set state = 'suspended' where channel = 'sms'`);
      const id = idOf(await begin(0, '314-555-2671'));
      await drain();
      const done = await finishPhoneEnrollment.run(await request(0), { id, word: wordSent() });
      expect(done).toMatchObject({ verifiedAgain: true });
      await drain();
      expect(sms.at(-1)?.text).toMatch(/verified again/);
    });

    it('that serves another membership: the person with the phone chooses, and the other is notified', async () => {
      const id = idOf(await begin(1, '314-555-2671'));
      await drain();
      expect(sms.at(-1)?.text).toMatch(/\d{8}.* [A-Z0-9]{6}$/);
      const word = wordSent();
      const signedIn = await request(1);
      const asked = await finishPhoneEnrollment.run(signedIn, { id, word });
      expect(refusalOf(asked)).toBe('number_serves_another');
      const phone = { channel: 'sms', address: '+13145552671' } as const;
      await service.say(0, '#trans 600 7 0', phone);
      const phoneOf = async (person: number) => {
        const { addresses } = allowed(await listAddresses.run(await request(person), {}));
        return addresses.find(({ channel }) => channel === 'sms')?.id;
      };
      expect(await phoneOf(0)).toBeDefined();
      expect(await phoneOf(1)).toBeUndefined();
      const wrong = await finishPhoneEnrollment.run(signedIn, {
        id,
        word: '00000000',
        moveHere: true,
      });
      expect(refusalOf(wrong)).toBe('word_wrong');
      const done = await finishPhoneEnrollment.run(signedIn, { id, word, moveHere: true });
      expect(isRefused(done)).toBe(false);
      expect(await phoneOf(0)).toBeUndefined();
      expect(await phoneOf(1)).toBeDefined();
      // An order that waited there for an OK is void, and the phone now answers for the other
      // membership.
      expect((await service.say(1, 'OK', phone)).outcome).toBe('nothing_pending');
      expect((await service.say(1, '#bal 7', phone)).outcome).toBe('balance');
      const told = await db().query<{ text: string }>(
        `select o.text from outbound o join addresses a on a.institution_id = $1 and a.id = o.address_id
          where o.institution_id = $1 and a.member_id = $2 and a.channel = 'x' and o.purpose = 'notice'`,
        [service.fixture.institution.id, (await request(0)).member.id],
      );
      expect(told.map(({ text }) => text)).toContainEqual(expect.stringContaining('was removed'));
      // And back again, in the same way.
      const back = idOf(await begin(0, '314-555-2671'));
      await drain();
      const again = { id: back, word: wordSent(), moveHere: true };
      expect(isRefused(await finishPhoneEnrollment.run(await request(0), again))).toBe(false);
    });

    it('ends after five wrong codes, and after ten minutes', async () => {
      const signedIn = await request(2);
      const id = idOf(await begin(2, '+1 314 555 2672'));
      const wrong = async () => finishPhoneEnrollment.run(signedIn, { id, word: '00000000' });
      for (let count = 0; count < 4; count += 1)
        expect(refusalOf(await wrong())).toBe('word_wrong');
      expect(refusalOf(await wrong())).toBe('enrollment_tries_over');
      await drain();
      expect(refusalOf(await finishPhoneEnrollment.run(signedIn, { id, word: wordSent() }))).toBe(
        'enrollment_tries_over',
      );
      const late = idOf(await begin(2, '+1 314 555 2672'));
      await drain();
      service.clock.advance({ minutes: 10 });
      const result = await finishPhoneEnrollment.run(signedIn, { id: late, word: wordSent() });
      expect(refusalOf(result)).toBe('enrollment_expired');
    });

    it('is bound once, and started once, even for simultaneous requests', async () => {
      const begun = await Promise.all([1, 2, 3].map(async () => begin(11, '314-555-2699')));
      const signedIn = await request(11);
      const ids = begun.map(idOf);
      await drain();
      const word = wordSent();
      const asked = ids.flatMap((id) => [id, id]);
      const results = await Promise.all(
        asked.map(async (id) => finishPhoneEnrollment.run(signedIn, { id, word })),
      );
      expect(results.filter((result) => !isRefused(result))).toHaveLength(1);
      expect(results.filter((result) => refusalOf(result) === 'enrollment_over')).toHaveLength(5);
    });

    it.each([
      ['12', 'phone_invalid'],
      ['no number', 'phone_invalid'],
      ['+33 1 42 68 53 00', 'phone_landline'],
      ['800-522-6009', 'phone_landline'],
    ])('refuses %s', async (number, refusal) => {
      expect(await begin(3, number)).toMatchObject({ refused: refusal, field: 'number' });
    });

    it('asks the carrier if it can: a landline is refused, a new SIM moves no money yet', async () => {
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
      // A page must not reveal whose phone said STOP: it answers as for any other number.
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
      // Right and wrong guesses there get the same answer.
      const guess = { id: idOf(refused), word: '00000000' };
      expect(refusalOf(await finishPhoneEnrollment.run(await request(4), guess))).toBe(
        'word_wrong',
      );
      await service.say(3, 'START', { channel: 'sms', address });
      const id = idOf(await begin(4, address));
      await drain();
      expect(sms.at(-1)?.address).toBe(address);
      // STOP came after the code: only the person with the phone learns of it.
      const word = wordSent();
      await service.say(3, 'STOP', { channel: 'sms', address });
      const late = await finishPhoneEnrollment.run(await request(4), { id, word });
      expect(refusalOf(late)).toBe('address_opted_out');
      await service.say(3, 'START', { channel: 'sms', address });
      const now = await finishPhoneEnrollment.run(await request(4), { id, word });
      expect(refusalOf(now)).toBeUndefined();
    });

    it('stays open to its owner while others try it', async () => {
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

  it('recognizes a text message as a phone shows it, and logs it', async () => {
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
});
