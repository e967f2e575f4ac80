import { describe, expect, it } from 'vitest';
import { accessTests, password } from '../../../test/support/access.ts';
import { onSampledEngines } from '../../../test/support/sampled-engines.ts';
import { totpAt } from '../../access/totp.ts';
import { present } from '../../kernel/assert.ts';
import { addPasskey } from './add-passkey.ts';
import { beginPasskeyAddition } from './begin-passkey-addition.ts';
import { confirmTotp } from './confirm-totp.ts';
import { finishPasswordSignIn } from './finish-password-sign-in.ts';
import { listPasskeys } from './list-passkeys.ts';
import { listSecurityEvents } from './list-security-events.ts';
import { newRecoveryCodes } from './new-recovery-codes.ts';
import { readSession } from './read-session.ts';
import { removePasskey } from './remove-passkey.ts';
import { renamePasskey } from './rename-passkey.ts';
import { setPassword } from './set-password.ts';
import { setUpTotp } from './set-up-totp.ts';
import { signInWithPassword } from './sign-in-with-password.ts';

onSampledEngines('signing in', (db) => {
  const { clock, numberOf, visitor, device, creationOf, activatePasskey, passkeySignIn, told } =
    accessTests(db);

  describe('credentials', () => {
    it('passkeys can be added, renamed and removed, but never the last way to sign in', async () => {
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
      expect(notices.slice(-3)).toEqual([
        expect.stringMatching(/passkey/i),
        expect.stringMatching(/passkey/i),
        expect.stringMatching(/signed in .* in a browser that is new to us/),
      ]);
    });

    it('a password is a way to sign in only with an app; then the passkey may go', async () => {
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
        code: totpAt(secret, clock.now()),
      });
      expect(recoveryCodes).toHaveLength(10);
      const renewed = await browser.do(newRecoveryCodes, {});
      expect(renewed.recoveryCodes).toHaveLength(10);
      await browser.do(removePasskey, { id });
      clock.advance({ seconds: 60 });
      const next = visitor();
      await next.do(signInWithPassword, given);
      await next.do(finishPasswordSignIn, { code: totpAt(secret, clock.now()) });
      expect((await next.do(listSecurityEvents, { limit: '3' })).events).toHaveLength(3);
    });
  });
});
