import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server';
import { beforeAll, describe, expect, it } from 'vitest';
import { createAuthenticator, type Authenticator } from '../../../test/support/authenticator.ts';
import { onBothEngines } from '../../../test/support/engines.ts';
import { startService, type Service } from '../../../test/support/service.ts';
import { createVisitor, type Visitor } from '../../../test/support/visitor.ts';
import { countAttempt } from '../../access/attempts.ts';
import { inviteMember } from '../../access/invitations.ts';
import { findKnownDevice } from '../../access/known-devices.ts';
import { totpAt } from '../../access/totp.ts';
import { present } from '../../kernel/assert.ts';
import type { SecurityEvent } from '../../kernel/security-log.ts';
import { activateWithPasskey } from './activate-with-passkey.ts';
import { activateWithPassword } from './activate-with-password.ts';
import { addPasskey } from './add-passkey.ts';
import { beginActivationPasskey } from './begin-activation-passkey.ts';
import { beginActivation } from './begin-activation.ts';
import { beginPasskeyAddition } from './begin-passkey-addition.ts';
import { beginPasskeySignIn } from './begin-passkey-sign-in.ts';
import { beginVerification } from './begin-verification.ts';
import { confirmTotp } from './confirm-totp.ts';
import { endOtherSessions } from './end-other-sessions.ts';
import { endSession } from './end-session.ts';
import { finishPasskeySignIn } from './finish-passkey-sign-in.ts';
import { finishPasswordSignIn } from './finish-password-sign-in.ts';
import { accessOperations } from './index.ts';
import { listPasskeys } from './list-passkeys.ts';
import { listSecurityEvents } from './list-security-events.ts';
import { listSessions } from './list-sessions.ts';
import { newRecoveryCodes } from './new-recovery-codes.ts';
import { readAccess } from './read-access.ts';
import { readActivation } from './read-activation.ts';
import { readSession } from './read-session.ts';
import { removePasskey } from './remove-passkey.ts';
import { renamePasskey } from './rename-passkey.ts';
import { setPassword } from './set-password.ts';
import { setUpTotp } from './set-up-totp.ts';
import { signInWithPassword } from './sign-in-with-password.ts';
import { signOut } from './sign-out.ts';
import { verifyWithPasskey } from './verify-with-passkey.ts';
import { verifyWithPassword } from './verify-with-password.ts';

const password = 'a lamp beside the harbour';

onBothEngines('signing in', (db) => {
  let service: Service;
  let networks = 0;
  beforeAll(async () => {
    service = await startService(db(), { people: 12 });
  });
  const place = () => ({ db: db(), fixture: service.fixture, world: service.world });
  const key = (person: number) => ({
    institutionId: service.fixture.institution.id,
    memberId: present(service.fixture.members[person], 'the person lives in the fixture').id,
  });
  const context = () => ({ world: service.world, keyring: service.fixture.keyring });
  const numberOf = (person: number) => String(900_001 + person);
  const visitor = (more: Parameters<typeof createVisitor>[1] = {}) => {
    networks += 1;
    return createVisitor(place(), { from: `2001:db8:0:${networks.toString(16)}::1`, ...more });
  };
  const invite = async (person: number) =>
    (
      await inviteMember(
        db(),
        { world: service.world, keyring: service.fixture.keyring },
        key(person),
      )
    ).code;
  const begin = async (browser: Visitor, person: number) =>
    browser.do(beginActivation, { memberNumber: numberOf(person), code: await invite(person) });
  const device = () => createAuthenticator('https://bank.example');
  /* oxlint-disable typescript/no-unsafe-type-assertion -- the library made the options of these types */
  const creationOf = ({ options }: { options: unknown }) =>
    options as PublicKeyCredentialCreationOptionsJSON;
  const requestOf = ({ options }: { options: unknown }) =>
    options as PublicKeyCredentialRequestOptionsJSON;
  /* oxlint-enable typescript/no-unsafe-type-assertion */

  const activatePasskey = async (person: number) => {
    const browser = visitor();
    const authenticator = device();
    await begin(browser, person);
    const options = await browser.do(beginActivationPasskey, {});
    await browser.do(activateWithPasskey, {
      response: authenticator.register(creationOf(options)),
      name: 'Phone',
    });
    return { browser, authenticator };
  };
  const activatePassword = async (person: number) => {
    const browser = visitor();
    await begin(browser, person);
    const { totp } = await browser.do(readActivation, {});
    const { recoveryCodes } = await browser.do(activateWithPassword, {
      password,
      code: totpAt(totp.secret, service.clock.now()),
    });
    service.clock.advance({ seconds: 90 });
    return { browser, secret: totp.secret, recoveryCodes };
  };
  const passkeySignIn = async (browser: Visitor, authenticator: Authenticator) => {
    const options = await browser.do(beginPasskeySignIn, {});
    return browser.refusal(finishPasskeySignIn, {
      response: authenticator.sign(requestOf(options)),
    });
  };
  const told = async (person: number) => {
    const rows = await db().query<{ text: string }>(
      `select o.text from outbound o join addresses a on a.institution_id = o.institution_id and a.id = o.address_id
        where o.institution_id = $1 and a.member_id = $2 and o.purpose = 'notice' order by o.id`,
      [key(person).institutionId, key(person).memberId],
    );
    return rows.map(({ text }) => text);
  };

  describe('activation', () => {
    it('with a passkey opens a session, tells the other channels, and is good once', async () => {
      let queued = 0;
      const browser = visitor({ device: 'Firefox on Linux', queued: () => (queued += 1) });
      const code = await invite(0);
      await browser.do(beginActivation, { memberNumber: numberOf(0), code });
      expect(await browser.do(readActivation, {})).toMatchObject({
        memberNumber: '900001',
        name: 'Person 900001',
      });
      const options = await browser.do(beginActivationPasskey, {});
      const response = device().register(creationOf(options));
      await browser.do(activateWithPasskey, { response, name: 'Phone' });
      expect(queued).toBe(1);
      expect(await browser.do(readSession, {})).toMatchObject({
        member: { number: '900001' },
        session: { device: 'Firefox on Linux', current: true },
      });
      expect(browser.cookies.has('step')).toBe(false);
      expect(await told(0)).toEqual([expect.stringMatching(/MyVantage/)]);
      const again = visitor();
      expect(await again.refusal(beginActivation, { memberNumber: numberOf(0), code })).toBe(
        'activation_refused',
      );
      expect(await browser.refusal(activateWithPasskey, { response, name: 'x' })).toBe('step_over');
    });

    it('with a password needs the app’s code, and gives ten recovery codes', async () => {
      const browser = visitor();
      await begin(browser, 1);
      const { totp } = await browser.do(readActivation, {});
      const code = totpAt(totp.secret, service.clock.now());
      const attempt = async (input: object) => browser.refusal(activateWithPassword, input);
      expect(await attempt({ password: 'short', code })).toBe('password_too_short');
      expect(await attempt({ password: 'Person 900002 !', code })).toBe('password_too_common');
      expect(await attempt({ password, code: '000000' })).toBe('totp_refused');
      expect(browser.cookies.has('session')).toBe(false);
      const { recoveryCodes } = await browser.do(activateWithPassword, { password, code });
      expect(recoveryCodes).toHaveLength(10);
      expect(await browser.do(readAccess, {})).toMatchObject({
        passkeys: 0,
        passwordChangedAt: expect.any(String),
        totpSince: expect.any(String),
        recoveryCodesLeft: 10,
      });
      // The code that proved the app does not sign in a second time.
      const other = visitor();
      await other.do(signInWithPassword, { memberNumber: numberOf(1), password });
      expect(await other.refusal(finishPasswordSignIn, { code })).toBe('code_refused');
    });

    it('says the same to a wrong code, an unknown member and one who was not invited', async () => {
      await invite(2);
      const attempt = async (memberNumber: string) =>
        visitor().refusal(beginActivation, { memberNumber, code: 'ABCD-EFGH-JKLM' });
      expect(await attempt(numberOf(2))).toBe('activation_refused');
      expect(await attempt(numberOf(11))).toBe('activation_refused');
      expect(await attempt('123')).toBe('activation_refused');
    });

    it('is not spoiled by strangers, however often they guess', async () => {
      const code = await invite(10);
      const memberNumber = numberOf(10);
      const flood = visitor();
      for (let tries = 0; tries < 31; tries += 1) {
        expect(await flood.refusal(beginActivation, { memberNumber, code: 'AAAA-AAAA-AAAA' })).toBe(
          'activation_refused',
        );
      }
      // Who guesses pays: there, even the right one is not looked at.
      expect(await flood.refusal(beginActivation, { memberNumber, code })).toBe('sign_in_locked');
      for (let tries = 0; tries < 6; tries += 1)
        await visitor().refusal(signInWithPassword, { memberNumber, password: 'x' });
      expect(await visitor().refusal(beginActivation, { memberNumber, code })).toBeUndefined();
    });

    it('is over after half an hour, and when another invitation was made', async () => {
      const browser = visitor();
      await begin(browser, 2);
      await invite(2);
      expect(await browser.refusal(readActivation, {})).toBe('step_over');
      await begin(browser, 2);
      service.clock.advance({ minutes: 30 });
      expect(await browser.refusal(beginActivationPasskey, {})).toBe('step_over');
    });

    it('again ends the old ways in and their sessions', async () => {
      const { browser, authenticator } = await activatePasskey(2);
      await activatePassword(2);
      expect(await browser.refusal(readSession, {})).toBe('sign_in_first');
      expect(await passkeySignIn(visitor(), authenticator)).toBe('passkey_refused');
    });
  });

  describe('with a passkey', () => {
    it('takes no name and replaces the session that the browser had', async () => {
      const { browser, authenticator } = await activatePasskey(3);
      const before = present(browser.cookies.get('session'), 'it is signed in');
      expect(await passkeySignIn(browser, authenticator)).toBeUndefined();
      const after = browser.cookies.get('session');
      expect(after).not.toBe(before);
      browser.cookies.set('session', before);
      expect(await browser.refusal(readSession, {})).toBe('sign_in_first');
    });

    it('works while the password’s account is locked', async () => {
      const { authenticator } = await activatePasskey(3);
      for (let tries = 0; tries < 6; tries += 1) {
        await visitor().refusal(signInWithPassword, { memberNumber: numberOf(3), password: 'x' });
      }
      expect(
        await visitor().refusal(signInWithPassword, { memberNumber: numberOf(3), password: 'x' }),
      ).toBe('sign_in_locked');
      expect(await passkeySignIn(visitor(), authenticator)).toBeUndefined();
    });

    it('is refused for what is no answer', async () => {
      const browser = visitor();
      const response = { clientDataJSON: 'AA', authenticatorData: 'AA', signature: 'AA' };
      expect(await browser.refusal(finishPasskeySignIn, { response: { id: 'AA', response } })).toBe(
        'passkey_refused',
      );
      expect(await browser.refusal(finishPasskeySignIn, { response: 'x' })).toBe('input_invalid');
    });
  });

  describe('with a password', () => {
    it('needs the second factor, and keeps nothing of the first in the page', async () => {
      const { secret } = await activatePassword(4);
      const browser = visitor();
      const given = await browser.do(signInWithPassword, { memberNumber: numberOf(4), password });
      expect(Object.keys(given).sort()).toEqual(['next', 'until']);
      expect(await browser.refusal(readSession, {})).toBe('sign_in_first');
      const code = totpAt(secret, service.clock.now());
      expect(await visitor().refusal(finishPasswordSignIn, { code })).toBe('step_over');
      expect(await browser.refusal(finishPasswordSignIn, { code: '123123' })).toBe('code_refused');
      expect(await browser.do(finishPasswordSignIn, { code })).toEqual({
        signedIn: true,
        by: 'totp',
        recoveryCodesLeft: 10,
      });
      expect(await browser.do(readSession, {})).toMatchObject({ member: { number: '900005' } });
      // Neither the step nor the code is good again.
      expect(await browser.refusal(finishPasswordSignIn, { code })).toBe('step_over');
      service.clock.advance({ seconds: 90 });
    });

    it('takes a recovery code once, and tells the other channels', async () => {
      const { recoveryCodes } = await activatePassword(4);
      const before = (await told(4)).length;
      const code = present(recoveryCodes[0], 'there are ten').toLowerCase();
      const browser = visitor();
      await browser.do(signInWithPassword, { memberNumber: numberOf(4), password });
      expect(await browser.do(finishPasswordSignIn, { code })).toMatchObject({
        by: 'recovery',
        recoveryCodesLeft: 9,
      });
      expect(await told(4)).toHaveLength(before + 1);
      await browser.do(signInWithPassword, { memberNumber: numberOf(4), password });
      expect(await browser.refusal(finishPasswordSignIn, { code })).toBe('code_refused');
    });

    it('uses up no recovery code for a step that another request has taken', async () => {
      const { recoveryCodes } = await activatePassword(4);
      const browser = visitor();
      await browser.do(signInWithPassword, { memberNumber: numberOf(4), password });
      const codes = recoveryCodes.slice(0, 2);
      const outcomes = await Promise.all(
        codes.map(async (code) => browser.refusal(finishPasswordSignIn, { code })),
      );
      expect(new Set(outcomes)).toEqual(new Set(['step_over', undefined]));
      const used = codes[outcomes.indexOf(undefined)];
      const unused = codes[outcomes.indexOf('step_over')];
      await browser.do(signInWithPassword, { memberNumber: numberOf(4), password });
      expect(await browser.refusal(finishPasswordSignIn, { code: used ?? '' })).toBe(
        'code_refused',
      );
      expect(await browser.do(finishPasswordSignIn, { code: unused ?? '' })).toMatchObject({
        by: 'recovery',
        recoveryCodesLeft: 8,
      });
    });

    it('says the same to an unknown member, a wrong password and one without access', async () => {
      await activatePassword(5);
      const attempt = async (memberNumber: string) =>
        visitor().refusal(signInWithPassword, { memberNumber, password: 'not this one at all' });
      expect(await attempt(numberOf(5))).toBe('sign_in_refused');
      expect(await attempt('nobody')).toBe('sign_in_refused');
      expect(await attempt(numberOf(11))).toBe('sign_in_refused');
    });

    it('takes as long for an unknown member as for a wrong password', async () => {
      const time = async (memberNumber: string) => {
        const times: number[] = [];
        for (let round = 0; round < 3; round += 1) {
          const begun = performance.now();
          await visitor().refusal(signInWithPassword, { memberNumber, password: 'wrong one here' });
          times.push(performance.now() - begun);
        }
        return times.sort((a, b) => a - b)[1] ?? 0;
      };
      const known = await time(numberOf(5));
      const unknown = await time(`nobody-${networks}`);
      expect(Math.min(known, unknown) / Math.max(known, unknown)).toBeGreaterThan(0.2);
    });

    it('locks member and nobody alike, tells until when, and lets in after', async () => {
      const { secret } = await activatePassword(6);
      for (const memberNumber of [numberOf(6), 'no-such-number']) {
        for (let tries = 0; tries < 5; tries += 1) {
          expect(
            await visitor().refusal(signInWithPassword, { memberNumber, password: 'wrong one' }),
          ).toBe('sign_in_refused');
        }
        // Right or wrong is not looked at now.
        const given = { memberNumber, password };
        expect(await visitor().refusal(signInWithPassword, given)).toBe('sign_in_locked');
      }
      service.clock.advance({ minutes: 1 });
      const browser = visitor();
      await browser.do(signInWithPassword, { memberNumber: numberOf(6), password });
      await browser.do(finishPasswordSignIn, { code: totpAt(secret, service.clock.now()) });
      const { events } = await browser.do(listSecurityEvents, {});
      expect(events.map(({ kind }) => kind).slice(0, 6)).toEqual([
        'signed_in',
        ...Array.from({ length: 5 }, () => 'sign_in_refused'),
      ]);
      service.clock.advance({ seconds: 90 });
    });

    it('works in a known browser while strangers lock the account and its network', async () => {
      const { browser, secret } = await activatePassword(11);
      const memberNumber = numberOf(11);
      const { from } = await browser.request();
      const { institutionId } = key(11);
      // From the same network, and from many others.
      for (let tries = 0; tries < 32; tries += 1)
        await countAttempt(db(), context(), { institutionId, from, account: `spray-${tries}` });
      for (let tries = 0; tries < 6; tries += 1)
        await visitor().refusal(signInWithPassword, { memberNumber, password: 'x' });
      const given = { memberNumber, password };
      expect(await visitor({ from }).refusal(signInWithPassword, given)).toBe('sign_in_locked');
      expect(await visitor().refusal(signInWithPassword, given)).toBe('sign_in_locked');
      // Its open session verifies.
      const code = () => totpAt(secret, service.clock.now());
      expect(await browser.refusal(verifyWithPassword, { password, code: code() })).toBeUndefined();
      service.clock.advance({ seconds: 90 });
      for (let tries = 0; tries < 8; tries += 1)
        await visitor().refusal(signInWithPassword, { memberNumber, password: 'x' });
      const device = browser.cookies.get('device');
      await browser.do(signOut, {});
      await browser.do(signInWithPassword, given);
      await browser.do(finishPasswordSignIn, { code: code() });
      service.clock.advance({ seconds: 90 });
      expect(browser.cookies.get('device')).not.toBe(device);
      // A copy of the old token is worth nothing.
      const thief = visitor();
      thief.cookies.set('device', present(device, 'it was known'));
      for (let tries = 0; tries < 5; tries += 1)
        await visitor().refusal(signInWithPassword, { memberNumber, password: 'x' });
      expect(await thief.refusal(signInWithPassword, given)).toBe('sign_in_locked');
    });

    it('with a passkey is not shut out by wrong sign-ins from the same address', async () => {
      const { authenticator } = await activatePasskey(10);
      const from = '198.51.100.9';
      const { institutionId } = key(10);
      for (let tries = 0; tries < 40; tries += 1)
        await countAttempt(db(), context(), { institutionId, from, account: `spray-${tries}` });
      expect(await passkeySignIn(visitor({ from }), authenticator)).toBeUndefined();
    });

    it('counts a browser as a stranger after a change of password, or signing out everywhere', async () => {
      const { browser, secret } = await activatePassword(4);
      const memberNumber = numberOf(4);
      const other = visitor();
      const signIn = async () => {
        await other.do(signInWithPassword, { memberNumber, password });
        await other.do(finishPasswordSignIn, { code: totpAt(secret, service.clock.now()) });
        service.clock.advance({ seconds: 90 });
      };
      const knows = async (one: Visitor) =>
        (await findKnownDevice(db(), context(), {
          ...key(4),
          token: one.cookies.get('device'),
        })) !== undefined;
      for (const change of [
        async () => browser.refusal(setPassword, { password }),
        async () => browser.refusal(endOtherSessions, {}),
      ]) {
        await signIn();
        expect([await knows(browser), await knows(other)]).toEqual([true, true]);
        const code = totpAt(secret, service.clock.now());
        await browser.do(verifyWithPassword, { password, code });
        service.clock.advance({ seconds: 90 });
        expect(await change()).toBeUndefined();
        expect([await knows(browser), await knows(other)]).toEqual([true, false]);
      }
    });

    it('the second factor is counted on the same account', async () => {
      await activatePassword(6);
      const browser = visitor();
      await browser.do(signInWithPassword, { memberNumber: numberOf(6), password });
      const refusals: (string | undefined)[] = [];
      for (let tries = 0; tries < 6; tries += 1) {
        refusals.push(await browser.refusal(finishPasswordSignIn, { code: '000000' }));
      }
      expect(refusals).toEqual([
        ...Array.from({ length: 5 }, () => 'code_refused'),
        'sign_in_locked',
      ]);
      // The right password does not undo it.
      const given = { memberNumber: numberOf(6), password };
      expect(await visitor().refusal(signInWithPassword, given)).toBe('sign_in_locked');
    });
  });

  describe('a session', () => {
    it('is fresh for five minutes, and again after a passkey, under another token', async () => {
      const { browser, authenticator } = await activatePasskey(7);
      const before = browser.cookies.get('session') ?? '';
      expect(await browser.refusal(beginPasskeyAddition, {})).toBeUndefined();
      service.clock.advance({ minutes: 6 });
      expect(await browser.refusal(beginPasskeyAddition, {})).toBe('verify_first');
      const options = await browser.do(beginVerification, {});
      await browser.do(verifyWithPasskey, { response: authenticator.sign(requestOf(options)) });
      expect(await browser.refusal(beginPasskeyAddition, {})).toBeUndefined();
      expect(browser.cookies.get('session')).not.toBe(before);
      browser.cookies.set('session', before);
      expect(await browser.refusal(readSession, {})).toBe('sign_in_first');
    });

    it('is fresh again after password and code, both right', async () => {
      const { browser, secret } = await activatePassword(7);
      service.clock.advance({ minutes: 6 });
      const code = () => totpAt(secret, service.clock.now());
      const verify = async (input: object) => browser.refusal(verifyWithPassword, input);
      expect(await verify({ password: 'wrong', code: code() })).toBe('sign_in_refused');
      expect(await verify({ password, code: '000000' })).toBe('sign_in_refused');
      expect(await browser.refusal(setUpTotp, {})).toBe('verify_first');
      expect(await verify({ password, code: code() })).toBeUndefined();
      expect(await browser.refusal(setUpTotp, {})).toBeUndefined();
    });

    it('is listed, and ended from another: one, or all others', async () => {
      const { browser, authenticator } = await activatePasskey(8);
      const phone = visitor({ device: 'Safari' });
      const tablet = visitor({ device: 'Chrome' });
      const foreign = (await activatePasskey(9)).browser;
      await passkeySignIn(phone, authenticator);
      await passkeySignIn(tablet, authenticator);
      const { sessions } = await browser.do(listSessions, {});
      expect(sessions).toHaveLength(3);
      const idOf = (name: string) =>
        present(
          sessions.find((one) => one.device === name),
          name,
        ).id;
      expect(await foreign.refusal(endSession, { id: idOf('Safari') })).toBe('not_found');
      await browser.do(endSession, { id: idOf('Safari') });
      expect(await phone.refusal(readSession, {})).toBe('sign_in_first');
      expect(await tablet.refusal(readSession, {})).toBeUndefined();
      const before = (await told(8)).length;
      expect(await browser.do(endOtherSessions, {})).toEqual({ ended: 1 });
      expect(await told(8)).toHaveLength(before + 1);
      expect(await tablet.refusal(readSession, {})).toBe('sign_in_first');
      expect(await browser.refusal(readSession, {})).toBeUndefined();
    });

    it('that asks for another member’s ids is noted, by network and member', async () => {
      const { browser } = await activatePasskey(8);
      const { sessions } = await browser.do(listSessions, {});
      const { id = '' } = sessions[0] ?? {};
      const noted: SecurityEvent[] = [];
      const security = { note: (event: SecurityEvent) => void noted.push(event), flush: () => {} };
      const foreign = visitor({ security });
      foreign.cookies.set(
        'session',
        (await activatePasskey(9)).browser.cookies.get('session') ?? '',
      );
      expect(await foreign.refusal(endSession, { id })).toBe('not_found');
      const { from } = await foreign.request();
      const { memberId } = key(9);
      expect(noted).toEqual([{ event: 'endSession', outcome: 'not_found', from, memberId }]);
      // What is no attack is not noted.
      expect(await foreign.refusal(listSessions, { unknown: 1 })).toBe('input_invalid');
      expect(noted).toHaveLength(1);
    });

    it('ends by signing out, also for who kept the token', async () => {
      const { browser } = await activatePasskey(9);
      const token = browser.cookies.get('session') ?? '';
      await browser.do(signOut, {});
      expect([...browser.cookies.keys()]).toEqual(['device']);
      await browser.do(signOut, {});
      browser.cookies.set('session', token);
      expect(await browser.refusal(readSession, {})).toBe('sign_in_first');
    });
  });

  describe('credentials', () => {
    it('passkeys are added, renamed and removed, but never the last way in', async () => {
      const { browser } = await activatePasskey(10);
      const first = present((await browser.do(listPasskeys, {})).passkeys[0], 'there is one').id;
      expect(await browser.refusal(removePasskey, { id: first })).toBe('last_way_in');
      const laptop = device();
      const options = await browser.do(beginPasskeyAddition, {});
      const response = laptop.register(creationOf(options));
      const added = await browser.do(addPasskey, { response, name: ' Laptop ' });
      expect(added.name).toBe('Laptop');
      expect(await browser.refusal(addPasskey, { response, name: 'x' })).toBe('passkey_refused');
      await browser.do(renamePasskey, { id: added.id, name: 'Work' });
      await browser.do(removePasskey, { id: first });
      expect(await browser.refusal(removePasskey, { id: added.id })).toBe('last_way_in');
      const foreign = (await activatePasskey(9)).browser;
      expect(await foreign.refusal(renamePasskey, { id: added.id, name: 'x' })).toBe('not_found');
      expect(await foreign.refusal(removePasskey, { id: added.id })).toBe('last_way_in');
      expect(await passkeySignIn(visitor(), laptop)).toBeUndefined();
      const notices = await told(10);
      expect(notices.slice(-2)).toEqual([
        expect.stringMatching(/passkey/i),
        expect.stringMatching(/passkey/i),
      ]);
    });

    it('a password is a way in only with an app; then the passkey may go', async () => {
      const { browser, authenticator } = await activatePasskey(10);
      const other = visitor();
      await passkeySignIn(other, authenticator);
      expect(await browser.refusal(newRecoveryCodes, {})).toBe('totp_first');
      expect(await browser.refusal(setPassword, { password: 'MyVantage Tweet My Money' })).toBe(
        'password_too_common',
      );
      expect(await browser.do(setPassword, { password })).toEqual({
        endedSessions: 1,
        needsTotp: true,
      });
      expect(await other.refusal(readSession, {})).toBe('sign_in_first');
      const given = { memberNumber: numberOf(10), password };
      expect(await visitor().refusal(signInWithPassword, given)).toBe('sign_in_refused');
      const id = present((await browser.do(listPasskeys, {})).passkeys[0], 'there is one').id;
      expect(await browser.refusal(removePasskey, { id })).toBe('last_way_in');

      expect(await browser.refusal(confirmTotp, { code: '123456' })).toBe('step_over');
      const { secret, address } = await browser.do(setUpTotp, {});
      expect(address).toContain(secret);
      expect(await browser.refusal(confirmTotp, { code: '000000' })).toBe('totp_refused');
      const { recoveryCodes } = await browser.do(confirmTotp, {
        code: totpAt(secret, service.clock.now()),
      });
      expect(recoveryCodes).toHaveLength(10);
      const renewed = await browser.do(newRecoveryCodes, {});
      expect(renewed.recoveryCodes).toHaveLength(10);
      await browser.do(removePasskey, { id });
      service.clock.advance({ seconds: 60 });
      const next = visitor();
      await next.do(signInWithPassword, given);
      await next.do(finishPasswordSignIn, { code: totpAt(secret, service.clock.now()) });
      expect((await next.do(listSecurityEvents, { limit: '3' })).events).toHaveLength(3);
    });
  });

  it('no answer and no notice bears a token, a password or a code', async () => {
    const rows = await db().query<{ row: string }>(
      `select e::text as row from security_events e union all select o::text from outbound o`,
    );
    expect(rows.length).toBeGreaterThan(20);
    expect(rows.map(({ row }) => row).join('\n')).not.toContain(password);
  });
});

it('every operation is named once and refuses what is unknown in its input', () => {
  expect(new Set(accessOperations.map(({ id }) => id)).size).toBe(accessOperations.length);
  expect(new Set(accessOperations.map(({ method, path }) => `${method} ${path}`)).size).toBe(
    accessOperations.length,
  );
  for (const { input } of accessOperations) {
    expect(input.safeParse({ somethingElse: 1 }).success).toBe(false);
  }
});
