import type { Language } from '../../kernel/vocabulary/language.ts';
import { beforeEach, expect, it } from 'vitest';
import { onSampledEngines } from '../../../test/support/sampled-engines.ts';
import { memberRequest } from '../../../test/support/member-request.ts';
import { startService, type Service } from '../../../test/support/service.ts';
import { perform } from '../perform.ts';
import { phoneEnrollments } from './begin-phone-enrollment.ts';

const agreedTo = ['regulation_e', 'esign', 'sms_terms'];

onSampledEngines('where we text one-time codes', (db) => {
  let service: Service;
  const start = async (settings: object = {}) => {
    service = await startService(db(), { people: 5, settings });
  };
  beforeEach(async () => start());
  const begin = async (
    person: number,
    number: string,
    more: { zone?: string; language?: Language } = {},
  ) => {
    const request = await memberRequest(
      { db: db(), fixture: service.fixture, world: service.world },
      person,
    );
    const institution = { ...request.institution, ...(more.zone ? { zone: more.zone } : {}) };
    return perform(
      { ...request, institution, language: more.language ?? 'en' },
      phoneEnrollments.sms,
      {
        number,
        agreedTo,
      },
    );
  };
  const count = async (what: string) => {
    const [row] = await db().query<{ count: bigint }>(
      `select count(*) as count from ${what} and institution_id = $1`,
      [service.fixture.institution.id],
    );
    return Number(row?.count);
  };

  it.each([
    ['+870 773 111 632', 'phone_abroad'],
    ['+8816 1234 5678', 'phone_abroad'],
    ['+1 876 234 5678', 'phone_abroad'],
    ['+1 416 234 5678', 'phone_abroad'],
    ['+44 7400 123456', 'phone_abroad'],
    ['+1 900 234 5678', 'phone_landline'],
    ['+44 843 123 4567', 'phone_landline'],
    ['0696 12 34 56', 'phone_invalid'],
  ])('refuses %s', async (number, code) => {
    const { refused } = await begin(0, number);
    expect(refused).toMatchObject({ code, fields: { number: expect.any(String) } });
    expect(await count('enrolments where true')).toBe(0);
  });

  it('a territory and a country of the setting are not abroad', async () => {
    expect((await begin(0, '+1 787 234 5678')).refused).toBeUndefined();
    await start({ oneTimeTexts: { countries: ['CA'] } });
    expect((await begin(0, '+1 416 234 5678')).refused).toBeUndefined();
    expect((await begin(1, '+1 314 555 2671')).refused?.code).toBe('phone_abroad');
  });

  it.each([
    ['en', 'United States', '(201) 555-0123'],
    ['fr', 'États-Unis', '(201) 555-0123'],
    ['es', 'Estados Unidos', '(201) 555-0123'],
  ] as const)('the refusal says in %s what to type', async (language, country, example) => {
    expect((await begin(0, '+51 912 345 678', { language })).refused?.text).toContain(country);
    expect((await begin(0, '12', { language })).refused?.text).toContain(example);
    const lima = { language, zone: 'America/Lima' };
    expect((await begin(0, '12', lima)).refused?.text).toContain('912 345 678');
    for (const text of ['912 345 678', '12'])
      expect((await begin(0, text, { language, zone: 'Antarctica/Troll' })).refused?.text).toMatch(
        /\+|\(201\)/,
      );
  });

  it('asks for + if no country is known', async () => {
    await start({ sms: { number: '72345' } });
    const utc = { zone: 'Etc/UTC' };
    expect((await begin(0, '314 555 2671', utc)).refused?.code).toBe('phone_country_needed');
    expect((await begin(0, '+1 314 555 2671', utc)).refused?.code).toBe('phone_abroad');
  });

  it('stops at the limit of 24 hours, with an alarm, even for simultaneous requests', async () => {
    await start({ oneTimeTexts: { perDay: 3 } });
    const asked = await Promise.all(
      [0, 1, 2, 3, 4].map(async (person) => begin(person, `+1 314 555 267${person}`)),
    );
    expect(asked.filter(({ done }) => done)).toHaveLength(3);
    const refused = asked.flatMap((one) => (one.refused ? [one.refused] : []));
    expect(refused.map(({ code, status }) => `${code} ${status}`)).toEqual([
      'texts_spent 429',
      'texts_spent 429',
    ]);
    expect(refused[0]?.retryAt?.toString()).toBe(service.clock.now().add({ hours: 24 }).toString());
    expect(await count("outbound where purpose = 'enrolment_word'")).toBe(3);
    expect(await count("tasks where kind = 'alarm' and subject like 'One-time texts%'")).toBe(1);
    service.clock.advance({ hours: 24, seconds: 1 });
    expect((await begin(3, '+1 314 555 2673')).refused).toBeUndefined();
  });

  it('sends none if the limit is zero', async () => {
    await start({ oneTimeTexts: { perDay: 0 } });
    expect((await begin(0, '+1 314 555 2671')).refused?.code).toBe('texts_spent');
  });
});
