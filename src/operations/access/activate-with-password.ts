import { z } from 'zod';
import { hashPassword } from '../../access/password-hash.ts';
import { storePassword } from '../../access/passwords.ts';
import { makeRecoveryCodes } from '../../access/recovery-codes.ts';
import { storeTotp, totpStep } from '../../access/totp.ts';
import { operation } from '../operation.ts';
import { isRefused, refuse } from '../refusals.ts';
import { activate, activationOf } from './activation.ts';
import { checkPassword } from './check-password.ts';
import { keepSession } from './enter.ts';
import { totpCode } from './totp-schema.ts';

/**
 * Finishes an activation with a password and an authenticator app.
 * Takes both at once, since neither alone is a way to sign in.
 */
export const activateWithPassword = operation({
  id: 'activateWithPassword',
  method: 'POST',
  path: '/activation/password',
  tag: 'Access',
  summary:
    'Activates online access with a password and an authenticator app, and sets the session cookie',
  access: 'anyone',
  input: z.strictObject({
    password: z.string().min(1).max(1_000),
    code: totpCode.describe('The code that the app shows now, for the secret of this activation.'),
  }),
  output: z.object({
    recoveryCodes: z
      .array(z.string())
      .describe('Shown only this once. Each code replaces the app once.'),
  }),
  refusals: [
    'step_over',
    'password_too_short',
    'password_too_long',
    'password_too_common',
    'totp_refused',
  ],
  run: async (request, { password, code }) => {
    const { db, world } = request;
    const activation = await activationOf(request);
    if (!activation) return refuse('step_over');
    const { member, totpSecret } = activation;
    const refused = checkPassword(request, { member, password });
    if (refused) return refused;
    const step = totpStep(totpSecret, code, world.clock.now());
    if (step === undefined) return refuse('totp_refused', { field: 'code' });
    const hash = await hashPassword(password, world.random);
    const key = { institutionId: request.institution.id, memberId: member.id };
    const result = await db.transaction(async (tx) => {
      const opened = await activate(tx, request, activation);
      if (isRefused(opened)) return opened;
      await storePassword(tx, request, key, hash);
      await storeTotp(tx, request, { ...key, secret: totpSecret, step });
      return { opened, recoveryCodes: await makeRecoveryCodes(tx, request, key) };
    });
    if (isRefused(result)) return result;
    keepSession(request, result.opened);
    request.queued();
    return { recoveryCodes: result.recoveryCodes };
  },
});
