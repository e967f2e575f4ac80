import { languages, type Language } from '../../../kernel/vocabulary/language.ts';
import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentOfPage } from '../../../../test/support/content-of-page.ts';
import { openTestDatabase } from '../../../../test/support/engines.ts';
import { memberRequest } from '../../../../test/support/member-request.ts';
import { startService, type Service } from '../../../../test/support/service.ts';
import { bankUserId } from '../../../../test/support/fixture.ts';
import type { Database } from '../../../database/database.ts';
import { present } from '../../../kernel/assert.ts';
import type { RequestContext } from '../../../operations/request-context.ts';
import type { Ports } from '../../../operations/ports.ts';
import { sentenceOf, webRefusals } from '../../../operations/refusals.ts';
import { readEnrollment } from '../../../operations/messages/read-enrollment.ts';
import type { PortalEnv } from '../../frame/visit.ts';
import { createPublicCommandPages } from './commands-page.ts';
import { createMessagePages } from './message-pages.ts';

let db: Database;
let service: Service;
beforeAll(async () => {
  db = await openTestDatabase();
  service = await startService(db, { people: 6 });
});
afterAll(async () => db[Symbol.asyncDispose]());

const ports: Ports = {
  channels: ['x', 'sms'],
  x: {
    userByHandle: async (handle) =>
      handle === 'nobody'
        ? undefined
        : { userId: handle === 'myvcu' ? bankUserId : '3000000001', handle, name: 'Ann' },
    follow: async () => 'forbidden',
    watchHandle: async () => {},
  },
};

interface Answer {
  readonly status: number;
  readonly location: string | null;
  readonly text: string;
}

/** Visits the section as one of the fixture's members. */
async function visit(
  person: number,
  path: string,
  how: { form?: Record<string, string>; language?: Language; isStale?: boolean } = {},
): Promise<Answer> {
  const fresh = service.clock.now();
  const request = await memberRequest(
    { db, fixture: service.fixture, world: service.world },
    person,
    {
      ports,
      session: { verifiedAt: how.isStale ? fresh.subtract({ minutes: 6 }) : fresh },
    },
  );
  return ask(createMessagePages(), {
    request: { ...request, language: how.language ?? 'en' },
    path,
    ...how,
  });
}

async function ask(
  pages: Hono<PortalEnv>,
  { request, path, form }: { request: RequestContext; path: string; form?: Record<string, string> },
): Promise<Answer> {
  const app = new Hono<PortalEnv>();
  app.use(async (context, next) => {
    context.set('request', request);
    await next();
  });
  app.route('/', pages);
  const response = await app.request(
    path,
    form ? { method: 'POST', body: new URLSearchParams(form) } : {},
  );
  return {
    status: response.status,
    location: response.headers.get('location'),
    text: contentOfPage(await response.text()),
  };
}

const agreed = { regulation_e: 'on', esign: 'on' };

describe('every page of the section', () => {
  const paths = () => [
    '/messages',
    '/messages/enroll/x',
    '/messages/enroll/phone',
    `/messages/addresses/${present(service.fixture.members[0], 'person 0').addressId}`,
    `/messages/addresses/${present(service.fixture.members[0], 'person 0').addressId}/code`,
    '/messages/check',
    '/messages/commands',
    '/messages/try',
    '/messages/log',
    '/messages/alerts',
    '/messages/limits',
    '/messages/time-zone',
    '/messages/lock',
    '/messages/disputes',
  ];

  it.each(languages)('exists in %s, without a missing text', async (language) => {
    await service.say(0, '#bal');
    for (const path of paths()) {
      const { status, text } = await visit(0, path, { language });
      expect([path, status]).toEqual([path, 200]);
      expect(text).toMatch(/<h1>[^<]+<\/h1>/);
      expect(text).not.toMatch(/undefined|\[object|NaN|\{\w+\}/);
      expect(text).not.toMatch(/ style=|<script|onclick/);
    }
  });

  it('shows another member nothing', async () => {
    const { addressId } = present(service.fixture.members[0], 'person 0');
    for (const path of [
      `/messages/addresses/${addressId}`,
      `/messages/addresses/${addressId}/code`,
    ])
      expect((await visit(1, path)).status).toBe(404);
    for (const what of ['rights', 'pause', 'resume', 'remove', 'unlock', 'code'])
      expect(
        (await visit(1, `/messages/addresses/${addressId}/${what}`, { form: {} })).status,
      ).toBe(404);
    expect((await visit(1, '/messages/addresses/nonsense')).status).toBe(404);
  });

  it('asks a member without a recent proof to verify, and comes back', async () => {
    const { addressId } = present(service.fixture.members[0], 'person 0');
    const answers = [
      await visit(0, '/messages/enroll/x', { isStale: true }),
      await visit(0, `/messages/addresses/${addressId}/code`, { isStale: true }),
      await visit(0, `/messages/addresses/${addressId}/rights`, { isStale: true, form: {} }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    expect(answers.map(({ location }) => location)).toEqual([
      '/verify?next=%2Fmessages%2Fenroll%2Fx',
      `/verify?next=%2Fmessages%2Faddresses%2F${addressId}%2Fcode`,
      `/verify?next=%2Fmessages%2Faddresses%2F${addressId}`,
    ]);
  });
});

describe('enrolling', () => {
  it('X: without the checks the form comes back filled in; then it shows the code with its link and QR code', async () => {
    const refused = await visit(2, '/messages/enroll/x', { form: { handle: 'ann', esign: 'on' } });
    expect(refused.status).toBe(422);
    expect(refused.text).toMatch(/value="ann"/);
    expect(refused.text).toMatch(/id="regulation_e-error"/);
    const unknown = await visit(2, '/messages/enroll/x', { form: { handle: 'nobody', ...agreed } });
    expect(unknown.text).toMatch(/id="handle-error"/);
    const { status, location } = await visit(2, '/messages/enroll/x', {
      form: { handle: '@ann', ...agreed },
    });
    expect(status).toBe(303);
    const { text } = await visit(2, location ?? '');
    expect(text).toMatch(/<strong class="code">[A-Z34679]{4} [A-Z34679]{4}<\/strong>/);
    expect(text).toMatch(
      /href="https:\/\/x\.com\/messages\/compose\?recipient_id=1111111111&amp;text=/,
    );
    expect(text).toMatch(/<svg class="qr"/);
    const id = location?.split('/').at(-1) ?? '';
    expect(text).toContain(`data-enrollment="/api/v1/enrollments/${id}"`);
    const request = await memberRequest({ db, fixture: service.fixture, world: service.world }, 2);
    const view = await readEnrollment.run(request, { id });
    const word = 'word' in view ? (view.word ?? '') : '';
    await service.say(2, word, { address: '3000000001' });
    expect((await visit(2, location ?? '')).text).toMatch(/<strong>You’re all set<\/strong>/);
    expect((await visit(3, location ?? '')).status).toBe(404);
    expect((await visit(2, '/messages')).text).toContain('@ann');

    // Once more in the same way: we welcome nobody a second time.
    await db.query(`update addresses set state = 'suspended' where lower(handle) = 'ann'`);
    service.clock.advance({ minutes: 1 });
    const again = await visit(2, '/messages/enroll/x', { form: { handle: 'ann', ...agreed } });
    const begun = await readEnrollment.run(request, {
      id: again.location?.split('/').at(-1) ?? '',
    });
    expect(begun).toMatchObject({ state: 'pending', verifiedAgain: false });
    await service.say(2, 'word' in begun ? (begun.word ?? '') : '', { address: '3000000001' });
    const end = (await visit(2, again.location ?? '')).text;
    expect(end).toMatch(/<strong>Verified again<\/strong>/);
    expect(end).not.toMatch(/welcome/i);
  });

  it('a phone: the number in any notation, then the code; the page shows how it ended', async () => {
    const form = {
      number: '314.555.2671',
      ...agreed,
      sms_terms: 'on',
      mayMoveMoney: 'on',
      perDay: '$1,000',
    };
    const { location } = await visit(3, '/messages/enroll/phone', { form });
    expect(location).toMatch(/^\/messages\/enroll\/phone\/[0-9a-f-]+$/);
    expect((await visit(3, location ?? '')).text).toMatch(/autocomplete="one-time-code"/);
    for (let count = 0; count < 4; count += 1) {
      const wrong = await visit(3, location ?? '', { form: { word: '00000000' } });
      expect(wrong.text).toMatch(/id="word-error"/);
    }
    const last = await visit(3, location ?? '', { form: { word: '00000000' } });
    expect(last.text).toMatch(/Too many wrong codes/);
    expect(last.text).toMatch(/href="\/messages\/enroll\/phone"/);
  });
});

describe('a refusal of one field appears once, at the field', () => {
  const own = () =>
    `/messages/addresses/${present(service.fixture.members[5], 'person 5').addressId}`;
  const cases: readonly (readonly [
    path: () => string,
    form: Record<string, string>,
    field: string,
    refusal: keyof typeof webRefusals,
  ])[] = [
    [() => '/messages/enroll/x', { handle: 'ann' }, 'regulation_e', 'disclosures_first'],
    [() => '/messages/enroll/x', { handle: 'ann', perDay: '0' }, 'perDay', 'limit_invalid'],
    [
      () => '/messages/enroll/x',
      { handle: 'ann', perDay: '9999999' },
      'perDay',
      'limit_above_ours',
    ],
    [() => '/messages/enroll/phone', { number: '12' }, 'number', 'phone_invalid'],
    [() => '/messages/enroll/phone', { number: '3145552671' }, 'regulation_e', 'disclosures_first'],
    [
      () => '/messages/enroll/phone',
      { number: '3145552671', ...agreed },
      'sms_terms',
      'disclosures_first',
    ],
    [
      () => '/messages/enroll/phone',
      { number: '3145552671', perTransfer: 'x' },
      'perTransfer',
      'limit_invalid',
    ],
    [() => `${own()}/rights`, { perTransfer: 'x' }, 'perTransfer', 'limit_invalid'],
    [() => `${own()}/rights`, { perDay: '9999999' }, 'perDay', 'limit_above_ours'],
    [() => `${own()}/rights`, { mayMoveMoney: 'on' }, 'regulation_e', 'disclosures_first'],
    [() => `${own()}/code`, { chosen: 'abc' }, 'chosen', 'code_malformed'],
    [() => `${own()}/code`, { chosen: 'aaaaaa' }, 'chosen', 'code_too_simple'],
    [() => `${own()}/code`, { chosen: '900006' }, 'chosen', 'code_is_number'],
    // We keep the agreement, even though we refuse the name.
    [() => '/messages/enroll/x', { handle: 'nobody', ...agreed }, 'handle', 'handle_unknown'],
    [() => '/messages/enroll/x', { handle: 'myvcu', ...agreed }, 'handle', 'handle_is_ours'],
  ];

  it.each(
    cases.flatMap(([path, form, ...rest]) =>
      languages.map((language) => ({ path, form, rest, language })),
    ),
  )('$rest in $language', async ({ path, form, rest: [field, refusal], language }) => {
    const { text, status } = await visit(5, path(), { form, language });
    expect(status).toBe(webRefusals[refusal].status);
    const [start = ''] = sentenceOf(refusal, language).split('{');
    expect(timesIn(text, start)).toBe(1);
    expectAtField(text, field);
  });

  it('keeps the limits as they were written', async () => {
    const form = { number: '12', perTransfer: '1 000,5', perDay: '2000' };
    const { text } = await visit(5, '/messages/enroll/phone', { form, language: 'fr' });
    for (const written of Object.values(form)) expect(text).toContain(`value="${written}"`);
  });

  it('a wrong code, with the tries left', async () => {
    const form = { number: '314.555.2672', ...agreed, sms_terms: 'on' };
    const { location } = await visit(5, '/messages/enroll/phone', { form });
    for (const [word, refusal] of [
      ['1234', 'word_malformed'],
      ['00000000', 'word_wrong'],
    ] as const) {
      const { text } = await visit(5, location ?? '', { form: { word } });
      expect(timesIn(text, sentenceOf(refusal, 'en').split('{')[0] ?? '')).toBe(1);
      expectAtField(text, 'word');
    }
  });

  it('several faults appear above, and each at its field', async () => {
    const { text } = await visit(5, '/messages/enroll/x', { form: { handle: '' } });
    expect(timesIn(text, 'Please correct the marked fields')).toBe(1);
    expect(text).toMatch(/notice-wrong" role="alert"/);
    expect(text).toContain('id="handle-error"');
  });

  it.each(['/messages/try', '/messages/check'])('marks the empty text at %s', async (path) => {
    const { text, status } = await visit(5, path, { form: { text: '  ' } });
    expect(status).toBe(422);
    expect(text).toMatch(/id="text-error">Please fill this in\./);
    expect(text).toMatch(/aria-describedby="[^"]*text-error"/);
  });
});

const timesIn = (text: string, sentence: string) => text.split(sentence).length - 1;

/**
 * Checks that the only fault appears at its field, that screen readers read it there, and that the
 * field has the focus.
 */
function expectAtField(text: string, field: string): void {
  expect(text).not.toContain('notice-wrong');
  const input = present(new RegExp(`<input\\s+id="${field}"[^>]*>`).exec(text)?.[0], 'the field');
  expect(input).toContain('aria-invalid="true"');
  expect(input).toMatch(new RegExp(`aria-describedby="[^"]*${field}-error"`));
  expect(input).toMatch(/ autofocus[\s>]/);
  expect(text).toContain(`id="${field}-error"`);
}

it('posts lead to a page that says what was done', async () => {
  const { addressId } = present(service.fixture.members[4], 'person 4');
  const path = `/messages/addresses/${addressId}`;
  const post = async (to: string, form: Record<string, string> = {}) =>
    (await visit(4, to, { form })).location;
  expect(await post(`${path}/pause`)).toBe('/messages?done=paused');
  expect(await post(`${path}/resume`)).toBe('/messages?done=resumed');
  expect(await post(`${path}/rights`, { mayMoveMoney: 'on', perDay: '99', ...agreed })).toBe(
    `${path}?done=rights`,
  );
  expect(await post(`${path}/code`, { chosen: 'abc234' })).toBe(`${path}/code?done=code`);
  expect((await visit(4, `${path}/code?done=code`)).text).toMatch(/ABC234/);
  expect(await post('/messages/lock')).toBe('/messages/lock?done=locked');
  expect(await post('/messages/lock/off')).toBe('/messages/lock?done=service_unlocked');
  expect(await post(`${path}/remove`)).toBe('/messages?done=removed');
  const wrong = await visit(
    5,
    `/messages/addresses/${present(service.fixture.members[5], 'person 5').addressId}/code`,
    { form: { chosen: 'aaaaaa' } },
  );
  expect(wrong).toMatchObject({ status: 422 });
  expect(wrong.text).toMatch(/id="chosen-error"/);
});

it('shows pasted and tried texts as they were written, and never as markup', async () => {
  const text = '<b>&"</b></textarea>';
  expect((await visit(5, '/messages/check', { form: { text } })).text).toContain(
    '&lt;b&gt;&amp;&quot;&lt;/b&gt;',
  );
  const tried = await visit(5, '/messages/try', { form: { text: '#bal 7' } });
  expect(tried.text).toMatch(/class="bubble out">Checking 7: \$1,000\.00 available now/);
});

it('says how a text was read, also where it was no command', async () => {
  const read = async (text: string) =>
    /<strong>([^<]*)<\/strong>/.exec(
      (await visit(5, '/messages/try', { form: { text } })).text,
    )?.[1];
  expect(await read('fees')).toBe('A common question');
  expect(await read('when is my loan payment due')).toBe('A question about a loan');
  expect(await read('#alert off 1')).toBe('Turning an alert off');
  expect(await read('purple monkey weather')).toBe('Not a command that we know');
});

it('lists the commands for everyone before sign-in', async () => {
  const {
    member: _,
    session: __,
    ...stranger
  } = await memberRequest({ db, fixture: service.fixture, world: service.world }, 0);
  const { status, text } = await ask(createPublicCommandPages(), {
    request: stranger,
    path: '/commands',
  });
  expect(status).toBe(200);
  expect(text).toContain('<kbd>#trans 50 7 0</kbd>');
  expect(text).toMatch(/<dt>Fees<\/dt>\s*<dd>Our fees are in the fee schedule/);
});

it.each([
  ['en', /Common questions[^]*Card declined[^]*#holds/],
  ['es', /Preguntas frecuentes[^]*Tarjeta rechazada[^]*#retenciones/],
  ['fr', /Questions fréquentes[^]*Carte refusée[^]*#retenues/],
] as const)(
  'lists the answers to common questions beside the commands, in %s',
  async (language, said) => {
    expect((await visit(5, '/messages/commands', { language })).text).toMatch(said);
  },
);
