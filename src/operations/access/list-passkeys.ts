import { z } from 'zod';
import { listPasskeys as list } from '../../access/passkeys.ts';
import { operation } from '../operation.ts';

/** Lists the member's passkeys. */
export const listPasskeys = operation({
  id: 'listPasskeys',
  method: 'GET',
  path: '/passkeys',
  tag: 'Access',
  summary: 'Lists the member’s passkeys',
  access: 'member',
  input: z.strictObject({}),
  output: z.object({
    passkeys: z.array(
      z.object({
        id: z.uuid(),
        name: z.string(),
        synced: z.boolean().describe('Whether it syncs between the member’s devices.'),
        createdAt: z.iso.datetime({ offset: true }),
        lastUsedAt: z.iso.datetime({ offset: true }).nullable(),
      }),
    ),
  }),
  refusals: [],
  run: async (request) => {
    const passkeys = await list(request.db, {
      institutionId: request.institution.id,
      memberId: request.member.id,
    });
    return {
      passkeys: passkeys.map(({ id, name, backedUp, createdAt, lastUsedAt }) => ({
        id,
        name,
        synced: backedUp,
        createdAt: createdAt.toString(),
        lastUsedAt: lastUsedAt?.toString() ?? null,
      })),
    };
  },
});
