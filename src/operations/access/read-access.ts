import { z } from 'zod';
import { waysIn } from '../../access/accesses.ts';
import { operation } from '../operation.ts';

/** Tells how the member can sign in. */
export const readAccess = operation({
  id: 'readAccess',
  method: 'GET',
  path: '/access',
  tag: 'Access',
  summary: 'Returns the ways in which the member can sign in',
  access: 'member',
  input: z.strictObject({}),
  output: z.object({
    passkeys: z.int().nonnegative(),
    passwordChangedAt: z.iso.datetime({ offset: true }).nullable(),
    totpSince: z.iso.datetime({ offset: true }).nullable(),
    recoveryCodesLeft: z.int().nonnegative(),
  }),
  refusals: [],
  run: async (request) => {
    const ways = await waysIn(request.db, {
      institutionId: request.institution.id,
      memberId: request.member.id,
    });
    return {
      passkeys: ways.passkeys,
      passwordChangedAt: ways.passwordChangedAt?.toString() ?? null,
      totpSince: ways.totpSince?.toString() ?? null,
      recoveryCodesLeft: ways.recoveryCodesLeft,
    };
  },
});
