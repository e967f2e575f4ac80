import { z } from 'zod';
import { operation } from '../operation.ts';
import { refuse } from '../refusals.ts';
import { activationOf } from './activation.ts';
import { totpOutput, totpSchema } from './totp-schema.ts';

/**
 * Describes the activation under way in this browser: its member, its end, and what an
 * authenticator app would need.
 */
export const readActivation = operation({
  id: 'readActivation',
  method: 'GET',
  path: '/activation',
  tag: 'Access',
  summary: 'Returns the activation in progress in this browser',
  access: 'anyone',
  input: z.strictObject({}),
  output: z.object({
    memberNumber: z.string(),
    name: z.string(),
    until: z.iso.datetime({ offset: true }),
    totp: totpSchema,
  }),
  refusals: ['step_over'],
  run: async (request) => {
    const activation = await activationOf(request);
    if (!activation) return refuse('step_over');
    const { member, expiresAt, totpSecret } = activation;
    return {
      memberNumber: member.number,
      name: member.name,
      until: expiresAt.toString(),
      totp: totpOutput(request, { secret: totpSecret, memberNumber: member.number }),
    };
  },
});
