import { describe, expect, it } from 'vitest';
import { accessTests, password } from '../../../test/support/access.ts';
import { onSampledEngines } from '../../../test/support/sampled-engines.ts';
import { totpAt } from '../../access/totp.ts';
import { present } from '../../kernel/assert.ts';
import type { SecurityEvent } from '../../kernel/security-log.ts';
import { beginPasskeyAddition } from './begin-passkey-addition.ts';
import { beginVerification } from './begin-verification.ts';
import { endOtherSessions } from './end-other-sessions.ts';
import { endSession } from './end-session.ts';
import { listSessions } from './list-sessions.ts';
import { readSession } from './read-session.ts';
import { setUpTotp } from './set-up-totp.ts';
import { signOut } from './sign-out.ts';
import { verifyWithPasskey } from './verify-with-passkey.ts';
import { verifyWithPassword } from './verify-with-password.ts';

onSampledEngines('signing in', (db) => {
  const { clock, key, visitor, requestOf, activatePasskey, activatePassword, passkeySignIn, told } =
    accessTests(db);

  describe('a session', () => {
    it('is fresh for five minutes, and again after a passkey, with another token', async () => {
      const { browser, authenticator } = await activatePasskey(7);
      const before = browser.cookies.get('session') ?? '';
      expect(await browser.refusal(beginPasskeyAddition, {})).toBeUndefined();
      clock.advance({ minutes: 6 });
      expect(await browser.refusal(beginPasskeyAddition, {})).toBe('verify_first');
      const options = await browser.do(beginVerification, {});
      await browser.do(verifyWithPasskey, { response: authenticator.sign(requestOf(options)) });
      expect(await browser.refusal(beginPasskeyAddition, {})).toBeUndefined();
      expect(browser.cookies.get('session')).not.toBe(before);
      browser.cookies.set('session', before);
      expect(await browser.refusal(readSession, {})).toBe('sign_in_first');
    });

    it('is fresh again after password and code, if both are right', async () => {
      const { browser, secret } = await activatePassword(7);
      clock.advance({ minutes: 6 });
      const code = () => totpAt(secret, clock.now());
      const verify = async (input: object) => browser.refusal(verifyWithPassword, input);
      expect(await verify({ password: 'wrong', code: code() })).toBe('sign_in_refused');
      expect(await verify({ password, code: '000000' })).toBe('sign_in_refused');
      expect(await browser.refusal(setUpTotp, {})).toBe('verify_first');
      expect(await verify({ password, code: code() })).toBeUndefined();
      expect(await browser.refusal(setUpTotp, {})).toBeUndefined();
    });

    it('is in the list, and another session can end it: one, or all others', async () => {
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

    it('that asks for another member’s ids is logged, by network and member', async () => {
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
      // The security log leaves out what is no attack.
      expect(await foreign.refusal(listSessions, { unknown: 1 })).toBe('input_invalid');
      expect(noted).toHaveLength(1);
    });

    it('ends by signing out, even for someone who kept the token', async () => {
      const { browser } = await activatePasskey(9);
      const token = browser.cookies.get('session') ?? '';
      await browser.do(signOut, {});
      expect([...browser.cookies.keys()]).toEqual(['device']);
      await browser.do(signOut, {});
      browser.cookies.set('session', token);
      expect(await browser.refusal(readSession, {})).toBe('sign_in_first');
    });
  });
});
