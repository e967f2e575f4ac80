import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { onSampledEngines } from '../../../test/support/sampled-engines.ts';
import { furnishInvited, furnishStaff } from '../../../test/support/identity/furnish-staff.ts';
import {
  openIdentityProvider,
  type IdentityProvider,
} from '../../../test/support/identity/identity-provider.ts';
import { startService, type Service } from '../../../test/support/service.ts';
import { present } from '../../kernel/assert.ts';
import { beginActivation } from '../activation.ts';
import { endStaffMember } from '../change-staff.ts';
import { findStaff } from '../staff-members.ts';
import { liveStaffSession, openStaffSession } from '../staff-sessions.ts';
import { createDiscovery } from '../../access/open-id/discovery.ts';
import type { Provider } from './provider.ts';
import { recognize, recognizeInvited } from './recognize.ts';
import { beginRoundTrip, endRoundTrip, type Purpose } from './round-trip.ts';

const redirectUri = 'https://console.example/sign-in/single-sign-on/back';
const signIn: Purpose = { for: 'sign_in', next: '/' };

onSampledEngines('single sign-on of staff', (db) => {
  let service: Service;
  let away: IdentityProvider;
  beforeAll(async () => {
    service = await startService(db(), { people: 1 });
    away = await openIdentityProvider(redirectUri);
  });
  afterAll(async () => away[Symbol.asyncDispose]());

  const institutionId = () => service.fixture.institution.id;
  const context = () => ({ world: service.world, keyring: service.fixture.keyring });
  const place = () => ({ db: db(), ...context(), institutionId: institutionId() });
  const providerOf = (more: Partial<Provider> = {}): Provider => ({
    issuer: away.issuer,
    clientId: away.clientId,
    clientSecret: away.clientSecret,
    rolesClaim: 'roles',
    roles: {},
    ...more,
  });
  const trip = (provider: Provider) => ({
    institutionId: institutionId(),
    provider,
    redirectUri,
    discover: createDiscovery(service.world),
  });
  const begin = async (provider: Provider, purpose: Purpose = signIn) => {
    const begun = await beginRoundTrip(db(), context(), { ...trip(provider), purpose });
    if (begun.url === undefined) throw new Error(`not begun: ${begun.refused}`);
    return begun;
  };
  /** Signs in there as this account, and gives what came back. */
  const goThere = async (sub: string, provider = providerOf(), purpose: Purpose = signIn) => {
    away.now = sub;
    const { url, token } = await begin(provider, purpose);
    const back = new URL(await away.follow(url));
    return { token, search: back.search, url };
  };
  const end = async (
    { token, search }: { readonly token: string; readonly search: string },
    provider = providerOf(),
  ) => endRoundTrip(db(), context(), { ...trip(provider), token, search });
  const recognized = async (sub: string, provider = providerOf()) => {
    const { claims } = await end(await goThere(sub, provider), provider);
    return db().transaction(async (tx) =>
      recognize(tx, context(), {
        institutionId: institutionId(),
        provider,
        claims: present(claims, 'the trip succeeds'),
        from: '192.0.2.7',
      }),
    );
  };

  it('uses the code flow with PKCE, a state and a nonce', async () => {
    const { url } = await begin(providerOf());
    const { searchParams, origin } = new URL(url);
    expect(origin).toBe(away.issuer);
    expect(Object.fromEntries(searchParams)).toMatchObject({
      response_type: 'code',
      client_id: away.clientId,
      redirect_uri: redirectUri,
      code_challenge_method: 'S256',
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
    });
  });

  it('binds an account to the invited person with its verified address, once, and finds them by it later', async () => {
    const { staffId, email } = await furnishInvited(place(), 'Olga', ['teller']);
    away.accounts.set('sub-olga', { email: email.toUpperCase(), email_verified: true });
    expect((await recognized('sub-olga')).person).toMatchObject({ id: staffId, roles: ['teller'] });
    // The address may change there: the account stays.
    away.accounts.set('sub-olga', { email: 'olga.new@vantage.example', email_verified: true });
    expect((await recognized('sub-olga')).person?.id).toBe(staffId);
    expect(await findStaff(db(), { institutionId: institutionId(), staffId })).toMatchObject({
      state: 'active',
      singleSignOn: { issuer: away.issuer, subject: 'sub-olga' },
    });
    const acts = await db().query<{ what: string }>(
      'select what from acts where institution_id = $1 and subject = $2 order by at, id',
      [institutionId(), staffId],
    );
    expect(acts).toEqual([{ what: 'staff_activated' }]);
  });

  it('makes no account of an address alone', async () => {
    away.accounts.set('sub-stranger', { email: 'nobody@vantage.example', email_verified: true });
    expect(await recognized('sub-stranger')).toEqual({ refused: 'not_invited' });
    // An address that the provider doesn't vouch for could be anybody's.
    const { email } = await furnishInvited(place(), 'Pia', ['admin']);
    away.accounts.set('sub-attacker', { email, email_verified: false });
    expect(await recognized('sub-attacker')).toEqual({ refused: 'not_invited' });
    // Somebody who acts already is found by their account only.
    const active = await furnishStaff(place(), 'Quinn', ['admin']);
    away.accounts.set('sub-other', { email: active.email, email_verified: true });
    expect(await recognized('sub-other')).toEqual({ refused: 'not_invited' });
  });

  it('forgets a person who was ended', async () => {
    const { staffId, email } = await furnishInvited(place(), 'Rosa', ['teller']);
    away.accounts.set('sub-rosa', { email, email_verified: true });
    expect((await recognized('sub-rosa')).person?.id).toBe(staffId);
    const at = service.clock.now();
    await db().transaction(async (tx) =>
      endStaffMember(tx, { institutionId: institutionId(), staffId, at }),
    );
    expect(await recognized('sub-rosa')).toEqual({ refused: 'not_invited' });
  });

  it('takes an account of any address from the invitation’s link and code, once', async () => {
    const { staffId, link, code } = await furnishInvited(place(), 'Sven', ['teller']);
    away.accounts.set('sub-sven', { email: 'private@mail.example', email_verified: false });
    const begun = await beginActivation(db(), context(), {
      institutionId: institutionId(),
      link,
      code,
    });
    const activation = present(begun, 'link and code are right').token;
    const purpose: Purpose = { for: 'activation', token: activation };
    const { claims } = await end(await goThere('sub-sven', providerOf(), purpose));
    const bindIt = async () =>
      db().transaction(async (tx) =>
        recognizeInvited(tx, context(), {
          institutionId: institutionId(),
          provider: providerOf(),
          claims: present(claims, 'the trip succeeds'),
          from: '192.0.2.7',
          activation,
        }),
      );
    expect((await bindIt()).person?.id).toBe(staffId);
    expect(await bindIt()).toEqual({ refused: 'taken' });
  });

  describe('roles of the provider', () => {
    const provider = () =>
      providerOf({ roles: { 'Tmm.Supervisor': 'supervisor', 'Tmm.Teller': 'teller' } });

    it('are mapped by the setting, and replace ours at each sign-in', async () => {
      const { email, staffId } = await furnishInvited(place(), 'Tara', ['teller']);
      const account = { email, email_verified: true };
      away.accounts.set('sub-tara', { ...account, roles: ['Tmm.Supervisor', 'Other'] });
      expect((await recognized('sub-tara', provider())).person?.roles).toEqual(['supervisor']);
      away.accounts.set('sub-tara', { ...account, roles: ['Tmm.Teller'] });
      expect((await recognized('sub-tara', provider())).person?.roles).toEqual(['teller']);
      const stored = await findStaff(db(), { institutionId: institutionId(), staffId });
      expect(stored?.roles).toEqual(['teller']);
      const { token } = await openStaffSession(db(), service.world, institutionId(), staffId, {
        provenBy: 'single_sign_on',
        from: '192.0.2.7',
        device: 'a test',
      });
      const live = async () => liveStaffSession(db(), institutionId(), token, service.clock.now());
      expect(await live()).toBeDefined();
      away.accounts.set('sub-tara', { ...account, roles: ['toString', 'Other'] });
      expect(await recognized('sub-tara', provider())).toEqual({ refused: 'no_role' });
      expect(await live()).toBeUndefined();
    });
  });

  describe('an answer', () => {
    beforeAll(() => {
      away.accounts.set('sub-una', { email: 'una@vantage.example', email_verified: true });
    });

    it('is taken once, and only in the browser that asked', async () => {
      const back = await goThere('sub-una');
      expect(await end({ ...back, token: 'x'.repeat(43) })).toEqual({ refused: 'over' });
      expect((await end(back)).claims?.subject).toBe('sub-una');
      expect(await end(back)).toEqual({ refused: 'over' });
    });

    it('is refused with another state, as when somebody else’s sign-in is planted', async () => {
      const theirs = await goThere('sub-una');
      const mine = await begin(providerOf());
      expect(await end({ token: mine.token, search: theirs.search })).toMatchObject({
        refused: 'not_valid',
      });
    });

    it('is refused after half an hour', async () => {
      const back = await goThere('sub-una');
      service.clock.advance({ minutes: 31 });
      expect(await end(back)).toEqual({ refused: 'over' });
    });

    it('is refused from another issuer, and with a wrong secret', async () => {
      const back = await goThere('sub-una');
      const search = back.search.replace(
        /iss=[^&]+/,
        `iss=${encodeURIComponent('https://evil.example')}`,
      );
      expect(search).not.toBe(back.search);
      expect(await end({ ...back, search })).toMatchObject({ refused: 'not_valid' });
      const other = providerOf({ clientSecret: 'another secret' });
      expect(await end(await goThere('sub-una', other), other)).toMatchObject({
        refused: 'not_valid',
      });
    });

    it('that says no is told apart', async () => {
      const { token, url } = await begin(providerOf());
      const state = new URL(url).searchParams.get('state') ?? '';
      const search = `?error=access_denied&state=${state}&iss=${encodeURIComponent(away.issuer)}`;
      expect(await end({ token, search })).toMatchObject({ refused: 'declined' });
    });
  });

  it('asks for a proof from now when a person verifies again', async () => {
    const purpose: Purpose = { for: 'verification', sessionId: 's', next: '/' };
    const back = await goThere('sub-una', providerOf(), purpose);
    expect(new URL(back.url).searchParams.get('prompt')).toBe('login');
    expect(await end(back)).toMatchObject({ claims: { subject: 'sub-una' }, purpose });
  });

  it('says that a provider is away, and asks it again the next time', async () => {
    const discover = createDiscovery(service.world);
    const provider = providerOf({ issuer: 'http://127.0.0.1:9' });
    const given = { ...trip(provider), discover, purpose: signIn };
    expect(await beginRoundTrip(db(), context(), given)).toMatchObject({ refused: 'away' });
    expect(
      await beginRoundTrip(db(), context(), { ...given, provider: providerOf() }),
    ).toMatchObject({ url: expect.stringContaining(away.issuer) });
  });
});
