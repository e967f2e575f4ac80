import { z } from 'zod';
import { beginStep } from '../../access/steps.ts';
import { newTotpSecret } from '../../access/totp.ts';
import { operation } from '../operation.ts';
import { totpOutput, totpSchema } from './totp-schema.ts';

/** Makes a secret for an authenticator app. Nothing changes until a code proves that the app has it. */
export const setUpTotp = operation({
  id: 'setUpTotp',
  method: 'POST',
  path: '/totp/setup',
  tag: 'Access',
  summary: 'Starts setting up an authenticator app',
  access: 'fresh',
  input: z.strictObject({}),
  output: totpSchema.extend({ until: z.iso.datetime({ offset: true }) }),
  refusals: [],
  run: async (request) => {
    const secret = newTotpSecret(request.world.random);
    const { expiresAt } = await request.db.transaction(async (tx) =>
      beginStep(tx, request, {
        institutionId: request.institution.id,
        kind: 'totp',
        token: request.session.id,
        memberId: request.member.id,
        sessionId: request.session.id,
        content: secret,
      }),
    );
    return {
      ...totpOutput(request, { secret, memberNumber: request.member.number }),
      until: expiresAt.toString(),
    };
  },
});
