import { describe, expect, it } from 'vitest';
import { accessTests, password } from '../../../test/support/access.ts';
import { onSampledEngines } from '../../../test/support/sampled-engines.ts';
import { totpAt } from '../../access/totp.ts';
import { activateWithPasskey } from './activate-with-passkey.ts';
import { activateWithPassword } from './activate-with-password.ts';
import { beginActivationPasskey } from './begin-activation-passkey.ts';
import { beginActivation } from './begin-activation.ts';
import { finishPasswordSignIn } from './finish-password-sign-in.ts';
import { readAccess } from './read-access.ts';
import { readActivation } from './read-activation.ts';
import { readSession } from './read-session.ts';
import { signInWithPassword } from './sign-in-with-password.ts';

onSampledEngines('signing in', (db) => {
  const {
    clock,
    numberOf,
    visitor,
    invite,
    begin,
    device,
    creationOf,
    activatePasskey,
    activatePassword,
    passkeySignIn,
    told,
  } = accessTests(db);

  describe('activation', () => {
    it('with a passkey opens a session, notifies the other channels, and works once', async () => {
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
      const code = totpAt(totp.secret, clock.now());
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
      // The code that proved the app can't be used again to sign in.
      const other = visitor();
      await other.do(signInWithPassword, { memberNumber: numberOf(1), password });
      expect(await other.refusal(finishPasswordSignIn, { code })).toBe('code_refused');
    });

    it('gives the same answer to a wrong code, an unknown member and a member without an invitation', async () => {
      await invite(2);
      const attempt = async (memberNumber: string) =>
        visitor().refusal(beginActivation, { memberNumber, code: 'ABCD-EFGH-JKLM' });
      expect(await attempt(numberOf(2))).toBe('activation_refused');
      expect(await attempt(numberOf(11))).toBe('activation_refused');
      expect(await attempt('123')).toBe('activation_refused');
    });

    it('survives any number of guesses by strangers', async () => {
      const code = await invite(10);
      const memberNumber = numberOf(10);
      const flood = visitor();
      for (let tries = 0; tries < 31; tries += 1) {
        expect(await flood.refusal(beginActivation, { memberNumber, code: 'AAAA-AAAA-AAAA' })).toBe(
          'activation_refused',
        );
      }
      // The rate limit stops the guesser: we no longer check even the right code.
      expect(await flood.refusal(beginActivation, { memberNumber, code })).toBe('sign_in_locked');
      for (let tries = 0; tries < 6; tries += 1)
        await visitor().refusal(signInWithPassword, { memberNumber, password: 'x' });
      expect(await visitor().refusal(beginActivation, { memberNumber, code })).toBeUndefined();
    });

    it('ends after half an hour, or with another invitation', async () => {
      const browser = visitor();
      await begin(browser, 2);
      await invite(2);
      expect(await browser.refusal(readActivation, {})).toBe('step_over');
      await begin(browser, 2);
      clock.advance({ minutes: 30 });
      expect(await browser.refusal(beginActivationPasskey, {})).toBe('step_over');
    });

    it('again ends all earlier ways to sign in, and their sessions', async () => {
      const { browser, authenticator } = await activatePasskey(2);
      await activatePassword(2);
      expect(await browser.refusal(readSession, {})).toBe('sign_in_first');
      expect(await passkeySignIn(visitor(), authenticator)).toBe('passkey_refused');
    });
  });
});
