import { beforeAll, describe, expect, it } from 'vitest';
import { createAuthenticator, type Misbehaviour } from '../../test/support/authenticator.ts';
import { onSampledEngines } from '../../test/support/sampled-engines.ts';
import { startService, type Service } from '../../test/support/service.ts';
import { present } from '../kernel/assert.ts';
import { inviteMember } from './invitations.ts';
import {
  beginPasskeyAuthentication,
  finishPasskeyAuthentication,
  type PasskeyAsked,
} from './passkey-authentication.ts';
import { beginPasskeyRegistration, finishPasskeyRegistration } from './passkey-registration.ts';
import { addPasskey, listPasskeys, removePasskey, renamePasskey } from './passkeys.ts';

const site = { publicUrl: 'https://bank.example', name: 'MyVantage' };

onSampledEngines('passkeys', (db) => {
  let service: Service;
  beforeAll(async () => {
    service = await startService(db(), { people: 4 });
    for (const person of [0, 1, 2, 3]) await inviteMember(db(), context(), key(person));
  });
  const context = () => ({ world: service.world, keyring: service.fixture.keyring });
  const key = (person: number) => ({
    institutionId: service.fixture.institution.id,
    memberId: present(service.fixture.members[person], 'the fixture has this person').id,
  });
  const registrar = (person: number) => ({
    member: {
      id: key(person).memberId,
      institutionId: service.fixture.institution.id,
      number: String(900_001 + person),
      name: `Person ${person}`,
    },
    boundTo: `session-${person}`,
    site,
  });
  const register = async (
    person: number,
    authenticator = createAuthenticator(site.publicUrl),
    how: Misbehaviour = {},
  ) => {
    const options = await beginPasskeyRegistration(db(), context(), registrar(person));
    const passkey = await finishPasskeyRegistration(db(), context(), {
      ...registrar(person),
      response: authenticator.register(options, how),
      name: 'Phone',
    });
    const added = passkey && (await addPasskey(db(), context(), { ...key(person), passkey }));
    return { authenticator, added };
  };
  const asked = (): PasskeyAsked => ({ institutionId: service.fixture.institution.id });
  const signIn = async (
    authenticator: ReturnType<typeof createAuthenticator>,
    how: Misbehaviour = {},
    as = asked(),
  ) => {
    const options = await beginPasskeyAuthentication(db(), context(), { asked: as, site });
    return finishPasskeyAuthentication(db(), context(), {
      asked: as,
      site,
      response: authenticator.sign(options, how),
    });
  };

  it('are created discoverable and verified, and sign in without a name', async () => {
    const options = await beginPasskeyRegistration(db(), context(), registrar(0));
    expect(options).toMatchObject({
      rp: { id: 'bank.example', name: 'MyVantage' },
      attestation: 'none',
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    });
    expect(Buffer.from(options.challenge, 'base64url')).toHaveLength(32);
    const { authenticator, added } = await register(0);
    expect(added).toMatchObject({ name: 'Phone', backedUp: true });
    expect(await signIn(authenticator)).toEqual({
      memberId: key(0).memberId,
      passkeyId: added?.id,
    });
    expect((await listPasskeys(db(), key(0)))[0]?.lastUsedAt).toEqual(service.clock.now());
  });

  it.each<[string, Misbehaviour]>([
    ['another site’s page', { origin: 'https://bank.example.evil.example' }],
    ['plain http', { origin: 'http://bank.example' }],
    ['another relying party', { rpId: 'evil.example' }],
    ['no verification of the person', { unverified: true }],
    ['a challenge that we never issued', { challenge: 'A'.repeat(43) }],
    ['an invalid challenge', { challenge: 'abc' }],
  ])('are refused from %s', async (_what, how) => {
    expect((await register(1, undefined, how)).added).toBeUndefined();
    const { authenticator } = await register(1);
    expect(await signIn(authenticator, how)).toBeUndefined();
    expect(await signIn(authenticator)).toBeDefined();
  });

  it('are refused with another member’s handle, and from another institution', async () => {
    const { authenticator } = await register(1);
    expect(
      await signIn(authenticator, { userHandle: Buffer.alloc(32).toString('base64url') }),
    ).toBeUndefined();
    expect(
      await signIn(authenticator, {}, { institutionId: service.fixture.institution.id + 1 }),
    ).toBeUndefined();
  });

  describe('a challenge', () => {
    it('is valid once', async () => {
      const { authenticator } = await register(2);
      const options = await beginPasskeyAuthentication(db(), context(), { asked: asked(), site });
      const finish = async () =>
        finishPasskeyAuthentication(db(), context(), {
          asked: asked(),
          site,
          response: authenticator.sign(options),
        });
      expect(await finish()).toBeDefined();
      expect(await finish()).toBeUndefined();
    });

    it('is valid for five minutes', async () => {
      const { authenticator } = await register(2);
      const options = await beginPasskeyAuthentication(db(), context(), { asked: asked(), site });
      service.clock.advance({ minutes: 5 });
      expect(
        await finishPasskeyAuthentication(db(), context(), {
          asked: asked(),
          site,
          response: authenticator.sign(options),
        }),
      ).toBeUndefined();
    });

    it('to register is valid only for the session that asked', async () => {
      const options = await beginPasskeyRegistration(db(), context(), registrar(2));
      const response = createAuthenticator(site.publicUrl).register(options);
      const finish = async (as: object) =>
        finishPasskeyRegistration(db(), context(), {
          ...registrar(2),
          ...as,
          response,
          name: 'Phone',
        });
      expect(await finish({ boundTo: 'another' })).toBeUndefined();
      // It is used up now, even for its own session.
      expect(await finish({})).toBeUndefined();
    });

    it('to verify again is no challenge to sign in, and accepts only the same member’s passkey', async () => {
      const { authenticator } = await register(2);
      const foreign = (await register(3)).authenticator;
      const session = { id: service.world.ids.next(), memberId: key(2).memberId };
      const verify = { institutionId: service.fixture.institution.id, session };
      const options = await beginPasskeyAuthentication(db(), context(), { asked: verify, site });
      expect(options.allowCredentials?.length).toBeGreaterThan(0);
      expect(
        await finishPasskeyAuthentication(db(), context(), {
          asked: asked(),
          site,
          response: authenticator.sign(options),
        }),
      ).toBeUndefined();
      const other = { ...options, allowCredentials: [] };
      expect(
        await finishPasskeyAuthentication(db(), context(), {
          asked: verify,
          site,
          response: foreign.sign(other),
        }),
      ).toBeUndefined();
      expect(await signIn(authenticator, {}, verify)).toMatchObject({ memberId: session.memberId });
    });
  });

  it('with a counter must count up', async () => {
    const { authenticator } = await register(3, undefined, { counter: 5 });
    expect(await signIn(authenticator, { counter: 6 })).toBeDefined();
    expect(await signIn(authenticator, { counter: 6 })).toBeUndefined();
    expect(await signIn(authenticator, { counter: 0 })).toBeUndefined();
    expect(await signIn(authenticator, { counter: 7 })).toBeDefined();
  });

  it('are renamed and removed only by their member, and then no longer sign in', async () => {
    const { authenticator, added } = await register(3);
    const id = present(added, 'it was added').id;
    expect(await renamePasskey(db(), { ...key(2), id, name: 'mine' })).toBe(false);
    expect(await renamePasskey(db(), { ...key(3), id, name: 'Laptop' })).toBe(true);
    expect(await removePasskey(db(), { ...key(2), id })).toBeUndefined();
    expect(await removePasskey(db(), { ...key(3), id })).toBe('Laptop');
    expect(await signIn(authenticator)).toBeUndefined();
  });
});
