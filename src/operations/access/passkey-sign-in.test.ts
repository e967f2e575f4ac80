import { describe, expect, it } from 'vitest';
import { accessTests } from '../../../test/support/access.ts';
import { onSampledEngines } from '../../../test/support/sampled-engines.ts';
import { present } from '../../kernel/assert.ts';
import { finishPasskeySignIn } from './finish-passkey-sign-in.ts';
import { readSession } from './read-session.ts';
import { signInWithPassword } from './sign-in-with-password.ts';

onSampledEngines('signing in', (db) => {
  const { numberOf, visitor, activatePasskey, passkeySignIn } = accessTests(db);

  describe('with a passkey', () => {
    it('needs no name and replaces the browser’s earlier session', async () => {
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

    it('refuses an invalid answer', async () => {
      const browser = visitor();
      const response = { clientDataJSON: 'AA', authenticatorData: 'AA', signature: 'AA' };
      expect(await browser.refusal(finishPasskeySignIn, { response: { id: 'AA', response } })).toBe(
        'passkey_refused',
      );
      expect(await browser.refusal(finishPasskeySignIn, { response: 'x' })).toBe('input_invalid');
    });
  });
});
