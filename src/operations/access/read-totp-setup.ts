import { z } from 'zod';
import { readStep } from '../../access/steps.ts';
import { operation } from '../operation.ts';
import { refuse } from '../refusals.ts';
import { totpOutput, totpSchema } from './totp-schema.ts';

/** Describes the authenticator app that the member is setting up in this session. */
export const readTotpSetup = operation({
  id: 'readTotpSetup',
  method: 'GET',
  path: '/totp/setup',
  tag: 'Access',
  summary: 'Returns the authenticator app being set up in this session',
  access: 'fresh',
  input: z.strictObject({}),
  output: totpSchema.extend({ until: z.iso.datetime({ offset: true }) }),
  refusals: ['step_over'],
  run: async (request) => {
    const step = await readStep(request.db, request, {
      institutionId: request.institution.id,
      kind: 'totp',
      token: request.session.id,
    });
    if (step?.content === undefined) return refuse('step_over');
    return {
      ...totpOutput(request, { secret: step.content, memberNumber: request.member.number }),
      until: step.expiresAt.toString(),
    };
  },
});
