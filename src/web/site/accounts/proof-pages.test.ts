import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestDatabase } from '../../../../test/support/engines.ts';
import { startService, type Service } from '../../../../test/support/service.ts';
import { siteOver } from '../../../../test/support/site-routes.ts';
import { openSession } from '../../../access/sessions.ts';
import type { Database } from '../../../database/database.ts';
import { present } from '../../../kernel/assert.ts';
import { nextOf } from '../../frame/form.ts';
import { pathWith } from '../../frame/to-verify.ts';

/** Pages that lead to verification and back, and pages of a member who has locked the service. */
let db: Database;
let service: Service;
let site: ReturnType<typeof siteOver>;

beforeAll(async () => {
  db = await openTestDatabase();
  service = await startService(db, { people: 8 });
  const { fixture, world } = service;
  site = siteOver({ db, world, keyring: fixture.keyring, institutionId: fixture.institution.id });
});
afterAll(async () => db[Symbol.asyncDispose]());

/** A session that verified so many minutes ago. */
async function cookieOf(person: number, minutes: number): Promise<string> {
  const { fixture, world } = service;
  const institutionId = fixture.institution.id;
  const memberId = present(fixture.members[person], 'they live here').id;
  const { token, session } = await db.transaction(async (tx) =>
    openSession(
      tx,
      { world, keyring: fixture.keyring },
      { institutionId, memberId, device: 'a test' },
    ),
  );
  await db.query('update sessions set verified_at = $3 where institution_id = $1 and id = $2', [
    institutionId,
    session.id,
    world.clock.now().subtract({ minutes }),
  ]);
  return `__Host-mv_session=${token}`;
}

async function visit(
  cookie: string,
  path: string,
  { form, language = 'en' }: { form?: Record<string, string>; language?: string } = {},
) {
  const response = await site.request(path, {
    headers: { cookie, 'accept-language': language, 'sec-fetch-site': 'same-origin' },
    ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
  });
  const location = response.headers.get('location') ?? '';
  return { status: response.status, text: await response.text(), location };
}

/** The path to which the verification page returns after a redirect. */
function nextIn(location: string): string {
  const next = new URL(location, 'https://bank.example').searchParams.get('next') ?? '';
  expect(location).toMatch(/^\/verify\?next=/);
  expect(nextOf(next, 'lost')).toBe(next);
  return next;
}

it.each([
  ['en', 0, 'With this one you move more than $500.00 today. Please confirm that it’s you.'],
  ['es', 1, 'Con esta, hoy transfiere más de $500.00. Confirme que es usted.'],
  ['fr', 2, 'vous virez plus de 500,00 $ aujourd’hui. Confirmez que c’est bien vous.'],
])(
  'a large transfer needs a proof first, and comes back as it was written (%s)',
  async (language, person, said) => {
    const stale = await cookieOf(person, 10);
    const nonce = service.world.ids.next();
    const written = `/transfer/review?from=7&to=0&amount=600.00&nonce=${nonce}`;
    const review = await visit(stale, written, { language });
    expect(review.text.replaceAll('&#39;', '’').replaceAll('\u00a0', ' ')).toContain(said);
    expect(review.text).not.toContain('method="post" action="/transfer"');
    // A page that was already open leads there too.
    const form = { from: '7', to: '0', amount: '600.00', nonce };
    const sent = await visit(stale, '/transfer', { form, language });
    expect(sent.status).toBe(303);
    const next = nextIn(sent.location);
    expect(next).toBe(written);
    expect((await visit(stale, sent.location)).text).toContain(
      `href="${next.replaceAll('&', '&amp;')}"`,
    );
    const proven = await cookieOf(person, 1);
    const back = await visit(proven, next, { language });
    expect(back.text).toContain(`name="nonce" value="${nonce}"`);
    expect((await visit(proven, '/transfer', { form, language })).status).toBe(200);
    const [row] = await db.query<{ ledger: bigint }>(
      'select ledger_balance as ledger from accounts where institution_id = $1 and id = $2',
      [service.fixture.institution.id, service.fixture.members[person]?.checkingAccountId],
    );
    expect(row?.ledger).toBe(40_000n);
  },
);

it.each([
  ['suffix', { chosen: 'S9' }, 'S9'],
  ['nickname', { nickname: "Léa's car (2) ~*!" }, 'Léa&#39;s car (2) ~*!'],
  ['default', {}, 'default'],
  ['source', {}, 'source'],
] as const)('a change of %s is proven first, and its form comes back', async (what, form, kept) => {
  const stale = await cookieOf(3, 10);
  await db.query(
    'update members set default_share_id = null, transfer_source_share_id = null where institution_id = $1 and id = $2',
    [service.fixture.institution.id, service.fixture.members[3]?.id],
  );
  const sent = await visit(stale, `/accounts/7/names/${what}`, { form: { ...form } });
  expect(sent.status).toBe(303);
  const back = await visit(await cookieOf(3, 1), nextIn(sent.location));
  expect(back.status).toBe(200);
  expect(back.text.replaceAll('&#x27;', '&#39;')).toContain(kept);
});

it('an address is removed only after a proof, which leads back to its page', async () => {
  const { addressId } = present(service.fixture.members[4], 'they live here');
  const path = `/messages/addresses/${addressId}`;
  const sent = await visit(await cookieOf(4, 10), `${path}/remove`, { form: {} });
  expect(nextIn(sent.location)).toBe(path);
  const done = await visit(await cookieOf(4, 1), `${path}/remove`, { form: {} });
  expect(done.location).toContain('done=removed');
});

it.each(['en', 'es', 'fr'])(
  'a member who has locked the service finds no form to move money, but a link to unlock (%s)',
  async (language) => {
    const cookie = await cookieOf(5, 1);
    await service.say(5, 'LOCK');
    const page = await visit(cookie, '/transfer', { language });
    expect(page.status).toBe(200);
    expect(page.text).toContain('href="/messages/lock"');
    expect(page.text).not.toContain('action="/transfer/review"');
    const form = { from: '7', to: '0', amount: '5', nonce: service.world.ids.next() };
    const refused = await visit(cookie, '/transfer', { form, language });
    expect(refused.status).toBe(403);
    expect(refused.text).toContain('href="/messages/lock"');
  },
);

it('a member without the disclosures agrees to them in the preview', async () => {
  await db.query('update members set disclosed_at = null where institution_id = $1 and id = $2', [
    service.fixture.institution.id,
    service.fixture.members[6]?.id,
  ]);
  await db.query('delete from consents where institution_id = $1 and member_id = $2', [
    service.fixture.institution.id,
    service.fixture.members[6]?.id,
  ]);
  const cookie = await cookieOf(6, 1);
  const nonce = service.world.ids.next();
  const review = await visit(cookie, `/transfer/review?from=7&to=0&amount=5&nonce=${nonce}`);
  for (const name of ['regulation_e', 'esign']) expect(review.text).toContain(`name="${name}"`);
  const form = { from: '7', to: '0', amount: '5.00', nonce };
  const bare = await visit(cookie, '/transfer', { form });
  expect(bare.status).toBe(422);
  expect(bare.text).toContain('regulation_e-error');
  const agreed = { ...form, regulation_e: 'on', esign: 'on' };
  expect((await visit(cookie, '/transfer', { form: agreed })).text).toContain('moved $5.00');
});

it('a path carries any text that a form may hold', () => {
  const odd = "a+b &c=d#e?f 'g' (h) ~i! é漢*%";
  const path = pathWith('/accounts/7/names', { nickname: odd });
  expect(nextOf(path, 'lost')).toBe(path);
  expect(new URL(path, 'https://bank.example').searchParams.get('nickname')).toBe(odd);
});
