import { describe, expect, it } from 'vitest';
import { accessTests, password } from '../../../test/support/access.ts';
import { staffActor } from '../../../test/support/actor.ts';
import { onSampledEngines } from '../../../test/support/sampled-engines.ts';
import type { Visitor } from '../../../test/support/visitor.ts';
import { countAttempt } from '../../access/attempts.ts';
import { findKnownDevice } from '../../access/known-devices.ts';
import { totpAt } from '../../access/totp.ts';
import { present } from '../../kernel/assert.ts';
import { changeSettings } from '../../members/institution.ts';
import { endOtherSessions } from './end-other-sessions.ts';
import { finishPasswordSignIn } from './finish-password-sign-in.ts';
import { listSecurityEvents } from './list-security-events.ts';
import { readSession } from './read-session.ts';
import { setPassword } from './set-password.ts';
import { signInWithPassword } from './sign-in-with-password.ts';
import { signOut } from './sign-out.ts';
import { verifyWithPassword } from './verify-with-password.ts';

onSampledEngines('signing in', (db) => {
  const {
    clock,
    key,
    context,
    numberOf,
    visitor,
    activatePasskey,
    activatePassword,
    passkeySignIn,
    told,
  } = accessTests(db);

  const tellOf = async (signInNotices: 'each' | null) => {
    const { institutionId } = key(0);
    const { world } = context();
    await db().transaction(async (tx) =>
      changeSettings(tx, world, {
        institutionId,
        changes: { signInNotices },
        actor: staffActor('test', 'tells of other sign-ins'),
      }),
    );
  };

  describe('with a password', () => {
    it('needs the second factor, and keeps nothing of the first in the page', async () => {
      const { secret } = await activatePassword(4);
      const browser = visitor();
      const given = await browser.do(signInWithPassword, { memberNumber: numberOf(4), password });
      expect(Object.keys(given).sort()).toEqual(['next', 'until']);
      expect(await browser.refusal(readSession, {})).toBe('sign_in_first');
      const code = totpAt(secret, clock.now());
      expect(await visitor().refusal(finishPasswordSignIn, { code })).toBe('step_over');
      expect(await browser.refusal(finishPasswordSignIn, { code: '123123' })).toBe('code_refused');
      expect(await browser.do(finishPasswordSignIn, { code })).toEqual({
        signedIn: true,
        by: 'totp',
        recoveryCodesLeft: 10,
      });
      expect(await browser.do(readSession, {})).toMatchObject({ member: { number: '900005' } });
      // Neither the step nor the code works again.
      expect(await browser.refusal(finishPasswordSignIn, { code })).toBe('step_over');
      clock.advance({ seconds: 90 });
    });

    it('accepts a recovery code once, and notifies the other channels', async () => {
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

    it('tells of a browser that was not the member’s, and lists every sign-in', async () => {
      const { secret } = await activatePassword(4);
      const before = (await told(4)).length;
      const browser = visitor();
      const signIn = async () => {
        clock.advance({ seconds: 90 });
        await browser.do(signInWithPassword, { memberNumber: numberOf(4), password });
        await browser.do(finishPasswordSignIn, { code: totpAt(secret, clock.now()) });
        const { events } = await browser.do(listSecurityEvents, { limit: 200 });
        return {
          notices: (await told(4)).slice(before),
          listed: events.filter(({ kind }) => kind === 'signed_in').length,
        };
      };
      const { notices, listed } = await signIn();
      expect(notices).toEqual([expect.stringContaining('signed in')]);
      expect(await signIn()).toEqual({ notices, listed: listed + 1 });
      await tellOf('each');
      expect(await signIn()).toEqual({
        notices: [...notices, expect.stringContaining('signed in')],
        listed: listed + 2,
      });
      await tellOf(null);
      clock.advance({ seconds: 90 });
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

    it('gives the same answer to an unknown member, a wrong password and a member without access', async () => {
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
      const unknown = await time('nobody-at-all');
      expect(Math.min(known, unknown) / Math.max(known, unknown)).toBeGreaterThan(0.2);
    });

    it('locks members and unknown numbers alike, says until when, and then lets the member in', async () => {
      const { secret } = await activatePassword(6);
      for (const memberNumber of [numberOf(6), 'no-such-number']) {
        for (let tries = 0; tries < 5; tries += 1) {
          expect(
            await visitor().refusal(signInWithPassword, { memberNumber, password: 'wrong one' }),
          ).toBe('sign_in_refused');
        }
        // From now on we no longer check whether the password is right.
        const given = { memberNumber, password };
        expect(await visitor().refusal(signInWithPassword, given)).toBe('sign_in_locked');
      }
      clock.advance({ minutes: 1 });
      const browser = visitor();
      await browser.do(signInWithPassword, { memberNumber: numberOf(6), password });
      await browser.do(finishPasswordSignIn, { code: totpAt(secret, clock.now()) });
      const { events } = await browser.do(listSecurityEvents, {});
      expect(events.map(({ kind }) => kind).slice(0, 6)).toEqual([
        'signed_in',
        ...Array.from({ length: 5 }, () => 'sign_in_refused'),
      ]);
      clock.advance({ seconds: 90 });
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
      // Its open session can still verify.
      const code = () => totpAt(secret, clock.now());
      expect(await browser.refusal(verifyWithPassword, { password, code: code() })).toBeUndefined();
      clock.advance({ seconds: 90 });
      for (let tries = 0; tries < 8; tries += 1)
        await visitor().refusal(signInWithPassword, { memberNumber, password: 'x' });
      const device = browser.cookies.get('device');
      await browser.do(signOut, {});
      await browser.do(signInWithPassword, given);
      await browser.do(finishPasswordSignIn, { code: code() });
      clock.advance({ seconds: 90 });
      expect(browser.cookies.get('device')).not.toBe(device);
      // A copy of the old token is worthless.
      const thief = visitor();
      thief.cookies.set('device', present(device, 'it was known'));
      for (let tries = 0; tries < 5; tries += 1)
        await visitor().refusal(signInWithPassword, { memberNumber, password: 'x' });
      expect(await thief.refusal(signInWithPassword, given)).toBe('sign_in_locked');
    });

    it('with a passkey survives wrong sign-ins from the same address', async () => {
      const { authenticator } = await activatePasskey(10);
      const from = '198.51.100.9';
      const { institutionId } = key(10);
      for (let tries = 0; tries < 40; tries += 1)
        await countAttempt(db(), context(), { institutionId, from, account: `spray-${tries}` });
      expect(await passkeySignIn(visitor({ from }), authenticator)).toBeUndefined();
    });

    it('counts a browser as a stranger after a change of password, or after signing out everywhere', async () => {
      const { browser, secret } = await activatePassword(4);
      const memberNumber = numberOf(4);
      const other = visitor();
      const signIn = async () => {
        await other.do(signInWithPassword, { memberNumber, password });
        await other.do(finishPasswordSignIn, { code: totpAt(secret, clock.now()) });
        clock.advance({ seconds: 90 });
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
        const code = totpAt(secret, clock.now());
        await browser.do(verifyWithPassword, { password, code });
        clock.advance({ seconds: 90 });
        expect(await change()).toBeUndefined();
        expect([await knows(browser), await knows(other)]).toEqual([true, false]);
      }
    });

    it('counts the second factor on the same account', async () => {
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
      // The right password does not lift it.
      const given = { memberNumber: numberOf(6), password };
      expect(await visitor().refusal(signInWithPassword, given)).toBe('sign_in_locked');
    });
  });

  it('no answer and no notice contains a token, a password or a code', async () => {
    const rows = await db().query<{ row: string }>(
      `select e::text as row from security_events e union all select o::text from outbound o`,
    );
    expect(rows.length).toBeGreaterThan(20);
    expect(rows.map(({ row }) => row).join('\n')).not.toContain(password);
  });
});
