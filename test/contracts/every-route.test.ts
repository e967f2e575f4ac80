// oxlint-disable max-lines -- one walk over all routes, with one thing of each kind
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { activateAccess } from '../../src/access/accesses.ts';
import { inviteMember } from '../../src/access/invitations.ts';
import { openSession } from '../../src/access/sessions.ts';
import type { Database } from '../../src/database/database.ts';
import { present } from '../../src/kernel/assert.ts';
import { createWorld, type World } from '../../src/kernel/world.ts';
import { changeNickname, changeSuffix } from '../../src/shares/share-names.ts';
import { openTestDatabase } from '../support/engines.ts';
import { furnishAlert } from '../support/furnish-alert.ts';
import { furnishLetter } from '../support/furnish-letter.ts';
import { furnishPasskey } from '../support/furnish-passkey.ts';
import { furnishApproval } from '../support/furnish-approval.ts';
import { createVisitor } from '../support/visitor.ts';
import { routesOf, siteOver } from '../support/site-routes.ts';
import { buildFixture, type Fixture, type FixtureMember } from '../support/fixture.ts';
import { disputeTransaction } from '../../src/operations/shares/ask-about.ts';
import { accountEnrollments } from '../../src/operations/messages/begin-account-enrollment.ts';

/**
 * Calls every route of the router as a stranger, as another member with the first one's ids, and
 * from another site. A route that this test can't fill fails it.
 */
let db: Database;
let world: World;
let fixture: Fixture;
let other: Fixture;
let site: ReturnType<typeof siteOver>;
let ada: FixtureMember;
let bob: FixtureMember;
let ids: Readonly<
  Record<
    | 'address'
    | 'alert'
    | 'approval'
    | 'device'
    | 'dispute'
    | 'enrollment'
    | 'letter'
    | 'passkey'
    | 'session',
    string
  >
>;

const suffix = 'Z9';
/** Private values of hers. Answers may echo her suffix and number, since the caller sent them. */
const marks = [/Zeppelin/, /Person 900001/, /\bAda\b/];
const x = {
  userByHandle: async () => ({ userId: '2888888888', handle: 'ada', name: 'Ada' }),
  follow: async () => 'following' as const,
  watchHandle: async () => {},
};

beforeAll(async () => {
  db = await openTestDatabase();
  world = createWorld();
  fixture = await buildFixture(db, world, { people: 2 });
  other = await buildFixture(db, world, { people: 1 });
  ada = present(fixture.members[0], 'Ada lives here');
  bob = present(fixture.members[1], 'Bob lives here');
  site = siteOver({
    db,
    world,
    keyring: fixture.keyring,
    institutionId: fixture.institution.id,
    ports: { channels: ['x', 'sms'], x },
  });
  ids = await furnish();
});
afterAll(async () => db[Symbol.asyncDispose]());

/** Gives Ada one of everything that has an id. */
async function furnish(): Promise<typeof ids> {
  const institutionId = fixture.institution.id;
  const key = { institutionId, memberId: ada.id };
  for (const memberId of [ada.id, bob.id]) {
    await inviteMember(db, { world, keyring: fixture.keyring }, { institutionId, memberId });
    await activateAccess(db, { world, keyring: fixture.keyring }, { institutionId, memberId });
  }
  const [share] = await db.query<{ id: string }>(
    `select share_id as id from share_owners where institution_id = $1 and member_id = $2 and suffix = '7'`,
    [institutionId, ada.id],
  );
  const place = { ...key, shareId: present(share, 'Ada has a checking account').id };
  const opened = await db.transaction(async (tx) => {
    await changeSuffix(tx, place, { suffix, now: world.clock.now() });
    await changeNickname(tx, place, 'Zeppelin');
    return openSession(
      tx,
      { world, keyring: fixture.keyring },
      { ...key, device: 'Zeppelin browser' },
    );
  });
  const visitor = createVisitor({ db, fixture, world }, {});
  visitor.cookies.set('session', opened.token);
  const request = await visitor.request();
  if (!('member' in request)) throw new Error('Ada is signed in');
  const enrollment = await accountEnrollments.x.run(
    { ...request, ports: { channels: ['x'], x } },
    accountEnrollments.x.input.parse({
      handle: 'ada',
      agreedTo: ['regulation_e', 'esign', 'sms_terms'],
      mayMoveMoney: false,
      perTransfer: '',
      perDay: '',
    }),
  );
  if (!('id' in enrollment)) throw new Error(`no enrollment: ${JSON.stringify(enrollment)}`);
  const dispute = await disputeTransaction.run(request, {
    suffix,
    number: '1',
    words: 'Zeppelin was not me',
  });
  if (!('reference' in dispute)) throw new Error(`no dispute: ${JSON.stringify(dispute)}`);
  return {
    ...(await furnishApproval(
      { db, world, keyring: fixture.keyring },
      { ...place, addressId: ada.addressId, suffix, sessionId: opened.session.id },
    )),
    address: ada.addressId,
    alert: await furnishAlert(db, world, { institutionId, memberId: ada.id }),
    enrollment: enrollment.id,
    passkey: await furnishPasskey(db, world, { ...key, name: 'Zeppelin key' }),
    session: opened.session.id,
    dispute: dispute.reference,
    letter: await furnishLetter(db, world, { ...key, reference: dispute.reference }),
  };
}

/** A new browser in which this member has just signed in. */
async function cookieOf(of: Fixture, person: FixtureMember): Promise<string> {
  const { token } = await db.transaction(async (tx) =>
    openSession(
      tx,
      { world, keyring: of.keyring },
      { institutionId: of.institution.id, memberId: person.id, device: 'a test' },
    ),
  );
  return `__Host-mv_session=${token}`;
}

const places: readonly (readonly [pattern: RegExp, fill: () => string])[] = [
  [/^\/messages\/addresses\/:id/, () => ids.address],
  [/^\/api\/v1\/addresses\/:id/, () => ids.address],
  [/^\/messages\/approvals\/:id/, () => ids.approval],
  [/^\/api\/v1\/approvals\/:id/, () => ids.approval],
  [/^\/messages\/devices\/:id/, () => ids.device],
  [/^\/api\/v1\/app\/devices\/:id/, () => ids.device],
  [/^\/messages\/alerts\/:id/, () => ids.alert],
  [/^\/api\/v1\/alerts\/:id/, () => ids.alert],
  [/^\/messages\/enroll\/(?:x|phone)\/:id/, () => ids.enrollment],
  [/^\/api\/v1\/enrollments\/:id/, () => ids.enrollment],
  [/^\/messages\/letters\/:(?:id|file)/, () => ids.letter],
  [/^\/api\/v1\/letters\/:id/, () => ids.letter],
  [/^\/security\/passkeys\/:id/, () => ids.passkey],
  [/^\/api\/v1\/passkeys\/:id/, () => ids.passkey],
  [/^\/security\/sessions\/:id/, () => ids.session],
  [/^\/api\/v1\/sessions\/:id/, () => ids.session],
];

/** Replaces each `:name` by a thing of Ada's. */
function filled(path: string): string {
  let rest = path
    .replace(':suffix', suffix)
    .replace(/:month\{\[0-9-\]\+\\\.(pdf|csv|ofx)\}/, '2026-11.$1')
    .replace(/:year\{\[0-9\]\{4\}\\\.zip\}/, '2026.zip')
    .replace(/:file\{.*\}$/, ':id.pdf')
    .replace(':year', '2026')
    .replace(/:number(?:\{[^}]*\})?/, '1')
    .replace(':reference', ids.dispute)
    .replace(':month', '2026-11')
    .replace(':version', 'another');
  if (rest.includes(':id')) {
    const [, fill] = present(
      places.find(([pattern]) => pattern.test(path)),
      `this walk must know whose id stands in ${path}`,
    );
    rest = rest.replace(':id', fill());
  }
  if (rest.includes(':')) throw new Error(`this walk must know what stands in ${path}`);
  return rest;
}

/** Values for any form or call, all about Ada. */
function fields(): Record<string, string> {
  return {
    id: ids.address,
    from: suffix,
    to: '0',
    amount: '1.00',
    nonce: '00000000-0000-4000-8000-00000000000a',
    chosen: 'K4',
    nickname: 'Mine',
    name: 'Mine',
    mayMoveMoney: 'on',
    perTransfer: '',
    perDay: '',
    text: '#bal',
    words: 'Not me',
    handle: 'someone',
    number: '314-555-0188',
    word: '12345678',
    password: 'a lamp beside the harbour',
    code: '123456',
    memberNumber: '900001',
    language: 'fr',
    next: '/accounts',
    member: '900001',
  };
}

let asked = 0;

async function ask(
  { method, path }: { readonly method: string; readonly path: string },
  headers: Readonly<Record<string, string>>,
  at = site,
): Promise<{ status: number; location: string; text: string }> {
  const isApi = path.startsWith('/api/');
  const isRead = method === 'GET';
  const response = await at.request(`https://bank.example${filled(path)}`, {
    method,
    headers: {
      'sec-fetch-site': 'same-origin',
      // Each from its own network, since another test covers rate limits.
      'x-forwarded-for': `2001:db8:${(asked += 1).toString(16)}::1`,
      ...(isRead
        ? {}
        : {
            'content-type': isApi ? 'application/json' : 'application/x-www-form-urlencoded',
          }),
      ...headers,
    },
    ...(isRead
      ? {}
      : { body: isApi ? JSON.stringify(bodyFor(path)) : new URLSearchParams(fields()).toString() }),
  });
  return {
    status: response.status,
    location: response.headers.get('location') ?? '',
    text: await response.text(),
  };
}

/** The API refuses unknown fields, so we send each only what it accepts. */
function bodyFor(path: string): object {
  const all = fields();
  const pick = (...names: string[]) =>
    Object.fromEntries(names.map((name) => [name, all[name] ?? '']));
  if (path.endsWith('/transfers')) return pick('from', 'to', 'amount', 'nonce');
  if (path.endsWith('/review')) return pick('from', 'to', 'amount');
  if (/\/(?:dispute|question)$/.test(path)) return pick('words');
  if (path.endsWith('/nickname')) return pick('nickname');
  if (path.endsWith('/suffix')) return pick('chosen');
  if (path.endsWith('/passkeys/:id')) return pick('name');
  if (path.endsWith('/finish')) return pick('word');
  if (path.endsWith('/rights'))
    return { agreedTo: [], mayMoveMoney: true, ...pick('perTransfer', 'perDay') };
  return {};
}

/** Reads everything that belongs to Ada. */
async function adas(): Promise<string> {
  const tables = [
    'addresses',
    'alert_quiet',
    'alert_rules',
    'approvals',
    'codes',
    'enrolments',
    'members',
    'online_usage',
    'passkeys',
    'passwords',
    'push_devices',
    'recovery_codes',
    'sessions',
    'share_owners',
    'totp_secrets',
  ];
  const found = await Promise.all(
    tables.map(async (table) => {
      const of = table === 'members' ? 'id' : table === 'codes' ? 'address_id' : 'member_id';
      const id = of === 'address_id' ? ada.addressId : ada.id;
      return db.query(
        `select to_jsonb(t)::text as row from ${table} t where institution_id = $1 and ${of} = $2 order by 1`,
        [fixture.institution.id, id],
      );
    }),
  );
  const entries = await db.query(
    'select count(*)::int as count from entries where institution_id = $1 and account_id = any($2::uuid[])',
    [fixture.institution.id, [ada.checkingAccountId, ada.savingsAccountId]],
  );
  return JSON.stringify([found, entries]);
}

const routes = () => routesOf(site);

/**
 * Routes for anyone: their answers reveal nothing of a member, and their posts need a proof of
 * their own.
 */
const open = new Set([
  'GET /contact.vcf',
  'GET /',
  'GET /sign-in',
  'GET /sign-in/password',
  'POST /sign-in/password',
  'GET /sign-in/code',
  'POST /sign-in/code',
  'POST /sign-out',
  'GET /activate',
  'POST /activate',
  'GET /activate/passkey',
  'GET /activate/password',
  'POST /activate/password',
  'GET /commands',
  'POST /language',
  'GET /api',
  'GET /api/v1/openapi.json',
  // It leads to the section, which asks for a session.
  'GET /embed/messages',
]);
const openOperations =
  /^(?:GET|POST) \/api\/v1\/(?:activation|sign-in|sign-out|session$|commands$|answers$)/;
const isOpen = ({ method, path }: { method: string; path: string }) =>
  path.startsWith('/static/') ||
  // The app's shell, the same for everybody.
  /^\/app(?:\/|$)/.test(path) ||
  open.has(`${method} ${path}`) ||
  openOperations.test(`${method} ${path}`);

describe('every route', () => {
  it('has a test', () => {
    expect(routes().length).toBeGreaterThan(120);
  });

  it('tells a stranger nothing, and does nothing for them', async () => {
    const before = await adas();
    for (const route of routes()) {
      const name = `${route.method} ${route.path}`;
      const { status, location, text } = await ask(route, {});
      expect(status, name).toBeLessThan(500);
      const told = marks.filter((mark) => mark.test(text));
      expect(told, name).toEqual([]);
      if (isOpen(route)) continue;
      if (route.path.startsWith('/api/')) expect(status, name).toBe(401);
      else expect(`${status} ${location}`, name).toMatch(/^303 \/(?:sign-in|$)/);
    }
    expect(await adas()).toBe(before);
  });

  it('gives another member nothing of hers, and changes nothing of hers', async () => {
    const before = await adas();
    for (const route of routes()) {
      if (route.path.startsWith('/static/')) continue;
      const name = `${route.method} ${route.path}`;
      const { status, text } = await ask(route, { cookie: await cookieOf(fixture, bob) });
      expect(status, name).toBeLessThan(500);
      const told = marks.filter((mark) => mark.test(text));
      expect(told, name).toEqual([]);
      // With her id or suffix, he finds nothing.
      if (/:(?:id|suffix|reference)/.test(route.path)) {
        expect([403, 404, 409, 422], `${name}: ${status} ${text.slice(0, 200)}`).toContain(status);
      }
    }
    expect(await adas()).toBe(before);
  });

  it('accepts no session of another institution', async () => {
    const elsewhere = siteOver({
      db,
      world,
      keyring: other.keyring,
      institutionId: other.institution.id,
    });
    const cookie = await cookieOf(fixture, ada);
    for (const route of routes()) {
      if (isOpen(route)) continue;
      const { status, location } = await ask(route, { cookie }, elsewhere);
      const name = `${route.method} ${route.path}`;
      if (route.path.startsWith('/api/')) expect(status, name).toBe(401);
      else expect(`${status} ${location}`, name).toMatch(/^303 \/(?:sign-in|$)/);
    }
  });

  it.each([
    { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' },
    { 'sec-fetch-site': 'same-site', origin: 'https://other.bank.example' },
  ])('accepts no post from $origin', async (headers) => {
    const cookie = await cookieOf(fixture, ada);
    const before = await adas();
    for (const route of routes()) {
      if (route.method === 'GET') continue;
      const { status } = await ask(route, { cookie, ...headers });
      expect(status, `${route.method} ${route.path}`).toBe(403);
    }
    expect(await adas()).toBe(before);
  });

  it('accepts no form again once its session has ended', async () => {
    const cookie = await cookieOf(fixture, ada);
    await ask({ method: 'POST', path: '/sign-out' }, { cookie });
    const before = await adas();
    for (const route of routes()) {
      if (route.method === 'GET' || isOpen(route)) continue;
      await ask(route, { cookie });
    }
    expect(await adas()).toBe(before);
  });
});
