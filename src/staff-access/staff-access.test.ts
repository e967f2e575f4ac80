import { beforeAll, describe, expect, it } from 'vitest';
import { createAuthenticator } from '../../test/support/authenticator.ts';
import { onSampledEngines } from '../../test/support/sampled-engines.ts';
import { furnishInvited, furnishStaff } from '../../test/support/identity/furnish-staff.ts';
import { startService, type Service } from '../../test/support/service.ts';
import { present } from '../kernel/assert.ts';
import { beginActivation, beginActivationPasskey, finishActivationPasskey } from './activation.ts';
import { addStaff, endStaffMember, setStaffRoles } from './change-staff.ts';
import {
  checkInvitationCode,
  makeInvitationCode,
  makeInvitationLink,
} from './staff-invitations.ts';
import {
  beginStaffAuthentication,
  finishStaffAuthentication,
} from './staff-passkey-authentication.ts';
import {
  endStaffSession,
  listStaffSessions,
  liveStaffSession,
  openStaffSession,
  renewStaffSession,
} from './staff-sessions.ts';
import { makeStaffToken, staffByToken } from './staff-tokens.ts';

const site = { publicUrl: 'https://console.example', name: 'Console' };
const browser = { from: '192.0.2.7', device: 'a test' };

onSampledEngines('staff', (db) => {
  let service: Service;
  beforeAll(async () => {
    service = await startService(db(), { people: 1 });
  });
  const institutionId = () => service.fixture.institution.id;
  const context = () => ({ world: service.world, keyring: service.fixture.keyring });
  const place = () => ({ db: db(), ...context(), institutionId: institutionId() });
  const key = (staffId: string) => ({ institutionId: institutionId(), staffId });
  const open = async (staffId: string) =>
    openStaffSession(db(), service.world, institutionId(), staffId, {
      provenBy: 'passkey',
      ...browser,
    });
  const live = async (token: string) =>
    liveStaffSession(db(), institutionId(), token, service.clock.now());

  describe('a session', () => {
    it('has the person with their roles, and is stored without its token', async () => {
      const { id } = await furnishStaff(place(), 'Ann', ['teller']);
      const { token, sessionId, endsAt } = await open(id);
      expect(await live(token)).toEqual({
        sessionId,
        endsAt,
        provenBy: 'passkey',
        verifiedAt: service.clock.now(),
        identity: {
          id,
          name: 'Ann',
          email: 'ann@vantage.example',
          roles: ['teller'],
          language: 'en',
        },
      });
      const rows = await db().query<{ row: string }>('select s::text as row from staff_sessions s');
      expect(rows.map(({ row }) => row).join()).not.toContain(token);
      expect(await liveStaffSession(db(), institutionId() + 1, token, service.clock.now())).toBe(
        undefined,
      );
    });

    it('ends after 20 idle minutes, and after 10 hours of work', async () => {
      const { id } = await furnishStaff(place(), 'Bea', ['teller']);
      const idle = await open(id);
      service.clock.advance({ minutes: 20 });
      expect(await live(idle.token)).toBeUndefined();
      const busy = await open(id);
      for (let minutes = 0; minutes < 585; minutes += 15) {
        service.clock.advance({ minutes: 15 });
        expect(await live(busy.token), `${minutes}`).toBeDefined();
      }
      service.clock.advance({ minutes: 15 });
      expect(await live(busy.token)).toBeUndefined();
    });

    it('loses a role at once, and ends with its person at once', async () => {
      const { id } = await furnishStaff(place(), 'Cy', ['teller', 'supervisor']);
      const { token } = await open(id);
      const made = await makeStaffToken(db(), service.world, {
        ...key(id),
        name: 'laptop',
        days: 9,
      });
      const staffToken = present(made, 'they have none').token;
      const byToken = async () =>
        staffByToken(db(), institutionId(), staffToken, service.clock.now());
      await db().transaction(async (tx) => setStaffRoles(tx, { ...key(id), roles: ['teller'] }));
      expect((await live(token))?.identity.roles).toEqual(['teller']);
      expect((await byToken())?.roles).toEqual(['teller']);
      await db().transaction(async (tx) =>
        endStaffMember(tx, { ...key(id), at: service.clock.now() }),
      );
      expect(await live(token)).toBeUndefined();
      expect(await byToken()).toBeUndefined();
      // Even a row that somebody put back opens nothing.
      const again = await open(id);
      expect(await live(again.token)).toBeUndefined();
    });

    it('gets another token with each proof, and ends by hand', async () => {
      const { id } = await furnishStaff(place(), 'Di', ['teller']);
      const first = await open(id);
      service.clock.advance({ minutes: 7 });
      const renewed = present(
        await renewStaffSession(db(), service.world, institutionId(), first.sessionId),
        'it lives',
      );
      expect(await live(first.token)).toBeUndefined();
      expect((await live(renewed.token))?.verifiedAt).toEqual(service.clock.now());
      expect(renewed.endsAt).toEqual(first.endsAt);
      expect(await endStaffSession(db(), institutionId(), first.sessionId)).toBe(true);
      expect(await live(renewed.token)).toBeUndefined();
      expect(await endStaffSession(db(), institutionId(), first.sessionId)).toBe(false);
    });

    it('pushes out the oldest above ten', async () => {
      const { id } = await furnishStaff(place(), 'Ed', ['teller']);
      const oldest = await open(id);
      for (let count = 0; count < 10; count += 1) {
        service.clock.advance({ seconds: 1 });
        await open(id);
      }
      expect(await live(oldest.token)).toBeUndefined();
      const at = service.clock.now();
      expect(await listStaffSessions(db(), { ...key(id), at })).toHaveLength(10);
    });
  });

  it('a token of the command line names its person until it expires', async () => {
    const { id } = await furnishStaff(place(), 'Fay', ['auditor']);
    const made = await makeStaffToken(db(), service.world, { ...key(id), name: 'laptop', days: 2 });
    const { token } = present(made, 'they have none');
    expect(token).toMatch(/^tmm_staff_[\w-]{43}$/);
    const at = service.clock.now();
    expect(await staffByToken(db(), institutionId(), token, at)).toMatchObject({
      id,
      name: 'Fay',
      madeAt: at,
    });
    const late = at.add({ hours: 48 });
    expect(await staffByToken(db(), institutionId(), token, late)).toBeUndefined();
    expect(await staffByToken(db(), institutionId(), `${token}x`, at)).toBeUndefined();
    // A session's token is none of the command line.
    const session = await open(id);
    expect(await staffByToken(db(), institutionId(), session.token, at)).toBeUndefined();
  });

  it('one address belongs to one person at a time, however it is written', async () => {
    const add = async (email: string) =>
      addStaff(db(), service.world, institutionId(), {
        name: 'Gil',
        email,
        roles: ['teller'],
        language: 'en',
      });
    const first = present(await add('Gil@Vantage.example'), 'the address is new');
    expect(await add(' gil@vantage.EXAMPLE ')).toBeUndefined();
    await db().transaction(async (tx) =>
      endStaffMember(tx, { ...key(first), at: service.clock.now() }),
    );
    expect(await add('gil@vantage.example')).toBeDefined();
  });

  describe('the last administrator', () => {
    it('stays, even if two changes at once would each remove the last but one', async () => {
      const others = await db().query<{ id: string }>(
        `select id from staff_members where institution_id = $1 and state = 'active' and 'admin' = any(roles)`,
        [institutionId()],
      );
      expect(others).toEqual([]);
      const one = await furnishStaff(place(), 'Hal', ['admin']);
      const two = await furnishStaff(place(), 'Ida', ['admin', 'teller']);
      const invited = await furnishInvited(place(), 'Jo', ['admin']);
      const at = service.clock.now();
      const outcomes = await Promise.all([
        db().transaction(async (tx) => endStaffMember(tx, { ...key(one.id), at })),
        db().transaction(async (tx) => setStaffRoles(tx, { ...key(two.id), roles: ['teller'] })),
      ]);
      expect(outcomes.map(({ refused }) => refused ?? 'done').toSorted()).toEqual([
        'done',
        'last_administrator',
      ]);
      // Somebody who never signed in is no administrator yet, and can be ended.
      const ended = await db().transaction(async (tx) =>
        endStaffMember(tx, { ...key(invited.staffId), at }),
      );
      expect(ended.refused).toBeUndefined();
    });
  });

  describe('an invitation', () => {
    const check = async (link: string, code: string) =>
      checkInvitationCode(db(), context(), { institutionId: institutionId(), link, code });

    it('takes a link and a code from two persons', async () => {
      const staffId = present(
        await addStaff(db(), service.world, institutionId(), {
          name: 'Kit',
          email: 'kit@vantage.example',
          roles: ['teller'],
          language: 'en',
        }),
        'the address is new',
      );
      const [admin, supervisor] = [service.world.ids.next(), service.world.ids.next()];
      const linkBy = async (by: string | undefined) =>
        makeInvitationLink(db(), service.world, { ...key(staffId), by });
      const codeBy = async (by: string | undefined) =>
        makeInvitationCode(db(), context(), { ...key(staffId), by });
      const link = present((await linkBy(admin)).made, 'nobody made a code');
      expect(await codeBy(admin)).toEqual({ refused: 'same_person' });
      const code = present((await codeBy(supervisor)).made, 'somebody else made the link');
      expect(await linkBy(supervisor)).toEqual({ refused: 'same_person' });
      expect(await check(link, code.toLowerCase().replace('-', ' '))).toBe(staffId);
      // Another link ends the first.
      const newer = present((await linkBy(admin)).made, 'it is their part');
      expect(await check(link, code)).toBeUndefined();
      expect(await check(newer, code)).toBe(staffId);
      service.clock.advance({ hours: 73 });
      expect(await check(newer, code)).toBeUndefined();
    });

    it('is void after five wrong codes', async () => {
      const { link, code, staffId } = await furnishInvited(place(), 'Lou', ['teller']);
      for (let tries = 0; tries < 5; tries += 1)
        expect(await check(link, 'AAAA-AAAA')).toBeUndefined();
      expect(await check(link, code)).toBeUndefined();
      const anew = await makeInvitationCode(db(), context(), { ...key(staffId), by: undefined });
      expect(await check(link, anew.made ?? '')).toBe(staffId);
    });
  });

  describe('passkeys', () => {
    const activate = async (name: string) => {
      const invited = await furnishInvited(place(), name, ['teller']);
      const begun = await beginActivation(db(), context(), {
        institutionId: institutionId(),
        ...invited,
      });
      const activation = { institutionId: institutionId(), token: begun?.token ?? '', site };
      const authenticator = createAuthenticator(site.publicUrl);
      const options = present(
        await beginActivationPasskey(db(), context(), activation),
        'the activation is open',
      );
      const finish = async () =>
        finishActivationPasskey(db(), context(), {
          ...activation,
          response: authenticator.register(options),
          name: 'Laptop',
          browser,
        });
      return { ...invited, activation, authenticator, options, finish };
    };
    const signIn = async (
      authenticator: ReturnType<typeof createAuthenticator>,
      session?: { readonly id: string; readonly staffId: string },
    ) => {
      const asked = { institutionId: institutionId(), site, ...(session ? { session } : {}) };
      const options = await beginStaffAuthentication(db(), context(), asked);
      return finishStaffAuthentication(db(), context(), {
        ...asked,
        response: authenticator.sign(options),
      });
    };

    it('are made with an invitation, which is then used up, and sign in without a name', async () => {
      const { finish, authenticator, staffId, link, code, options } = await activate('Mia');
      expect(options).toMatchObject({
        rp: { id: 'console.example' },
        user: { name: 'mia@vantage.example', displayName: 'Mia' },
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      });
      const { entered } = await finish();
      expect((await live(entered?.token ?? ''))?.identity.id).toBe(staffId);
      expect((await signIn(authenticator))?.staffId).toBe(staffId);
      expect(await finish()).toEqual({ refused: 'over' });
      const begun = { institutionId: institutionId(), link, code };
      expect(await beginActivation(db(), context(), begun)).toBeUndefined();
      const acts = await db().query<{ what: string; who: string }>(
        'select what, who from acts where institution_id = $1 and subject = $2 order by at, id',
        [institutionId(), staffId],
      );
      expect(acts).toEqual([
        { what: 'staff_activated', who: 'Mia' },
        { what: 'staff_signed_in', who: 'Mia' },
      ]);
    });

    it('verify only their own person’s session, and sign nobody in who was ended', async () => {
      const one = await activate('Ned');
      const two = await activate('Ole');
      await one.finish();
      await two.finish();
      const session = { id: 'a-session', staffId: one.staffId };
      expect(await signIn(one.authenticator, session)).toMatchObject({ staffId: one.staffId });
      const asked = { institutionId: institutionId(), site, session };
      const options = await beginStaffAuthentication(db(), context(), asked);
      const response = two.authenticator.sign({ ...options, allowCredentials: [] });
      expect(
        await finishStaffAuthentication(db(), context(), { ...asked, response }),
      ).toBeUndefined();
      await db().transaction(async (tx) =>
        endStaffMember(tx, { ...key(one.staffId), at: service.clock.now() }),
      );
      expect(await signIn(one.authenticator)).toBeUndefined();
    });

    it('are not made once another link was made', async () => {
      const { finish, staffId } = await activate('Pat');
      await makeInvitationLink(db(), service.world, { ...key(staffId), by: undefined });
      expect(await finish()).toEqual({ refused: 'over' });
    });
  });
});
