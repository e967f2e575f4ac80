import { beforeAll, expect, it } from 'vitest';
import { defaultLanguage, languages } from '../../src/kernel/vocabulary/language.ts';
import { answerTopics } from '../../src/kernel/vocabulary/answer-topic.ts';
import { present } from '../../src/kernel/assert.ts';
import { listAnswers } from '../../src/operations/messages/list-answers.ts';
import { tryText } from '../../src/operations/messages/try-text.ts';
import { changeInstitution } from '../../src/operations/staff/institution.ts';
import { perform } from '../../src/operations/perform.ts';
import { enrollMembers } from '../support/fixture/enroll.ts';
import { onGuardedEngines } from '../support/sampled-engines.ts';
import { memberRequest } from '../support/member-request.ts';
import { startService, type Service } from '../support/service.ts';
import { staffRequest } from '../support/staff-request.ts';

const routing = '990000013';
const phone = '314-555-0100';

/** Questions to which the institution has a fixed answer. */
onGuardedEngines('common questions', (db) => {
  let service: Service;
  const sms = { channel: 'sms', address: '+13145550111' } as const;
  beforeAll(async () => {
    service = await startService(db(), { people: 4, settings: { phone } });
    const [member] = service.fixture.members;
    await enrollMembers({ db: db(), world: service.world, fixture: service.fixture }, [
      { memberId: present(member, 'they exist').id, ...sms },
    ]);
  });
  const place = () => ({ db: db(), fixture: service.fixture, world: service.world });
  const set = async (settings: Record<string, unknown>) =>
    perform(staffRequest(place()), changeInstitution, { settings });
  const answer = async (text: string, how = {}) =>
    present((await service.say(0, text, how)).text, 'it is answered');

  it.each([
    ['what are your fees?', /^Our fees .* 314-555-0100/],
    ['¿cuáles son sus comisiones?', /^Nuestras comisiones .* 314-555-0100/],
    ['quels sont vos frais ?', /^Nos frais .* 314-555-0100/],
    ['is this really you?', /code.*314-555-0100/],
    ['¿son ustedes?', /código.*314-555-0100/],
    ['est-ce vraiment vous ?', /code.*314-555-0100/],
    ['i forgot my pin', /PIN.*314-555-0100/],
    ['olvidé mi nip', /PIN.*314-555-0100/],
    ["j'ai oublié mon nip", /NIP.*314-555-0100/],
  ])('are answered in their language, with the telephone: %s', async (text, said) => {
    expect(await answer(text)).toMatch(said);
    expect(await answer(text, sms)).toMatch(/314-555-0100/);
  });

  it('are answered the same by a rehearsal, the API and the site', async () => {
    const request = await memberRequest(place(), 0);
    const tried = (await perform(request, tryText, { text: 'what are your fees?' })).done;
    expect(tried).toMatchObject({
      intent: 'answer',
      reading: '{"intent":"answer","topic":"fees"}',
      reply: await answer('what are your fees?'),
    });
    for (const language of languages) {
      const { done } = await perform({ ...request, language }, listAnswers, {});
      expect(done?.answers.map(({ topic }) => topic)).toEqual(answerTopics);
      for (const { name, text } of done?.answers ?? []) {
        expect(name).not.toBe('');
        expect(text).toContain(phone);
      }
    }
  });

  it('are answered though the member is locked, since the text tells nothing of them', async () => {
    await service.say(3, 'LOCK');
    expect((await service.say(3, '#bal')).outcome).toBe('member_locked');
    expect((await service.say(3, 'what are your fees?')).outcome).toBe('answer');
    expect((await service.say(3, 'when is my loan payment due')).outcome).toBe('member_locked');
  });

  it('use the institution’s own text, and ours in the languages that it leaves out', async () => {
    const en = 'Our fees: {institution} charges nothing for checking. Call {phone}.';
    expect((await set({ answers: { fees: { en } } })).refused).toBeUndefined();
    const { name } = service.fixture.institution;
    expect(await answer('fees')).toBe(
      `Our fees: ${name} charges nothing for checking. Call ${phone}.`,
    );
    expect(await answer('comisiones')).toMatch(/^Nuestras comisiones/);
    const versions = await db().query<{ answers: unknown }>(
      `select settings->'answers' as answers from settings_versions where institution_id = $1 order by version desc limit 1`,
      [service.fixture.institution.id],
    );
    expect(versions).toEqual([{ answers: { fees: { en } } }]);
    await set({ answers: null });
    expect(await answer('fees')).toMatch(/^Our fees are in the fee schedule/);
  });

  it('about places are read as contact and have their own text', async () => {
    expect(await answer('where is the nearest branch')).toMatch(/nearest branch or ATM/);
    expect(await answer('what are your hours')).toMatch(/To hear from a person: AGENT/);
    await set({ answers: { branches: { en: 'Main Street 5, Bridgeton, MO 63044. {phone}.' } } });
    expect(await answer('is there an atm near me')).toBe(
      `Main Street 5, Bridgeton, MO 63044. ${phone}.`,
    );
    await set({ answers: null });
  });

  const long = 'We would love to tell you all of it. '.repeat(5);
  it.each([
    [{ fees: { en: 'Your account number is 0012345678.' } }, /account number/],
    [{ fees: { en: 'Send it to account 12345678, please.' } }, /account number/],
    [{ fees: { es: 'Tarjeta 4539 1488 0343 6467, gracias.' } }, /card number/],
    [{ fees: { fr: 'Le 021000021 est notre numéro.' } }, /account number/],
    [{ pin: { en: 'Your PIN is 4417 for now.' } }, /secret/],
    [{ pin: { en: 'Le mot de passe est Tigre99' } }, /secret/],
    [{ fees: { en: long } }, /At most 153/],
    [
      { fees: { en: `${'{service} {institution} {phone} {hours} '.repeat(4)} Thank you` } },
      /At most 153/,
    ],
    [{ fees: { en: 'Call {telefone}.' } }, /no place \{telefone\}/],
    [{ fees: { en: 'Our number: {routing}.' } }, /\{routing\} has no value/],
    [{ fees: { en: ' ' } }, /empty/],
    [{ fees: { en: 'Free of fees ❤' } }, /costs more than twice/],
    [{ fees: { en: 'Ask for KM4T7Q' } }, /taken for a code/],
  ])('refuse what can’t be sent: %j', async (answers, problem) => {
    const { refused } = await set({ answers });
    expect(refused?.code).toBe('texts_unusable');
    expect(refused?.text).toMatch(problem);
    expect(await answer('fees')).toMatch(/^Our fees are in the fee schedule/);
  });

  it.each([
    [{ answers: { lottery: { en: 'Yes.' } } }, 'institution_invalid'],
    [{ answers: { fees: { de: 'Ja.' } } }, 'institution_invalid'],
    [{ routingNumber: '12345678' }, 'institution_invalid'],
    [{ routingNumber: '990000014' }, 'institution_invalid'],
    [{ texts: { 'answer.fees': { en: 'Ask us.' } } }, 'texts_unusable'],
    [{ texts: { declined: { en: 'Fine. Account 12345678901.' } } }, 'texts_unusable'],
  ])('refuse an unknown topic or language and a wrong number: %j', async (settings, code) => {
    expect((await set(settings)).refused?.code).toBe(code);
  });

  it('keep phones, postal codes, days and amounts', async () => {
    const texts = [
      'Call 800-522-6009 or (314) 298-0055.',
      'Write to PO Box 4433, Bridgeton, MO 63044-0433.',
      'From 12/31/2026 on: $1,250.00 at most.',
    ];
    for (const en of texts)
      expect([en, (await set({ answers: { fees: { en } } })).refused]).toEqual([en, undefined]);
    await set({ answers: null });
  });

  it('give the routing number once it is set, in each language, and no other number', async () => {
    expect(await answer('routing number')).toMatch(/Your checks show both/);
    expect((await set({ routingNumber: routing })).refused).toBeUndefined();
    for (const text of ['what is your routing number', 'número de ruta', "numéro d'acheminement"])
      for (const how of [{}, sms]) {
        const said = await answer(text, how);
        expect(said).toContain(routing);
        expect(said.replace(routing, '').replaceAll(phone, '')).not.toMatch(/\d{4}/);
      }
    const own = { fees: { en: 'Wires to {routing} cost $20.' } };
    expect((await set({ answers: own })).refused).toBeUndefined();
    expect(await answer('fees')).toBe(`Wires to ${routing} cost $20.`);
    // The text needs the number now.
    expect((await set({ routingNumber: null })).refused?.code).toBe('texts_unusable');
    await set({ answers: null });
  });

  it('leave the own routing number in stored texts, and black out any other', async () => {
    const stored = async (text: string) => {
      const { outcome } = await service.say(0, text);
      const [row] = await db().query<{ text: string }>(
        'select text from inbound where institution_id = $1 order by batch_id desc limit 1',
        [service.fixture.institution.id],
      );
      return [outcome, present(row, 'it is stored').text];
    };
    const mine = `is ${routing} your routing number`;
    expect(await stored(mine)).toEqual(['answer', mine]);
    expect(await stored('is 021000021 your routing number')).toEqual([
      'answer',
      'is ████████ your routing number',
    ]);
    for (const text of [
      `routing ${routing} account 12345678`,
      `${routing} 0012345678`,
      `my account number is ${routing}`,
      `my pin is ${routing}`,
    ])
      expect([text, (await stored(text))[1]]).toEqual([text, expect.stringContaining('█')]);
  });

  it('of strangers get the strangers’ text', async () => {
    const { outcome, text } = await service.say(0, 'what are your fees?', { address: '999999' });
    expect(outcome).toBe('stranger');
    expect(text).not.toMatch(/fee/);
  });

  it(`fall back to ${defaultLanguage} nowhere: each language has each text`, async () => {
    const request = await memberRequest(place(), 0);
    const texts = await Promise.all(
      languages.map(
        async (language) => (await perform({ ...request, language }, listAnswers, {})).done,
      ),
    );
    const all = texts.flatMap((one) => one?.answers.map(({ text }) => text) ?? []);
    expect(new Set(all).size).toBe(languages.length * answerTopics.length);
  });
});
