import { z } from 'zod';
import { beginStep } from '../../../access/steps.ts';
import { newTotpSecret } from '../../../access/totp.ts';
import { operation } from '../../operation.ts';
import { totpOutput, totpSchema } from './totp-schema.ts';

/** Makes a secret for an authenticator app. Nothing changes until a code proves that the app has it. */
export const setUpTotp = operation({
  id: 'setUpTotp',
  method: 'POST',
  path: '/totp/setup',
  tag: 'Access',
  summary: 'Begins setting up an authenticator app',
  access: 'fresh',
  input: z.strictObject({}),
  output: totpSchema.extend({ until: z.iso.datetime({ offset: true }) }),
  refusals: [],
  run: async (act) => {
    const secret = newTotpSecret(act.world.random);
    const { expiresAt } = await act.db.transaction(async (tx) =>
      beginStep(tx, act, {
        institutionId: act.institution.id,
        kind: 'totp',
        token: act.session.id,
        memberId: act.member.id,
        sessionId: act.session.id,
        content: secret,
      }),
    );
    return {
      ...totpOutput(act, { secret, memberNumber: act.member.number }),
      until: expiresAt.toString(),
    };
  },
});
