import { z } from 'zod';
import { listMembers as list } from '../../members/members.ts';
import { operation } from '../operation.ts';

/** The most members in one list. */
const listedMax = 100_000;

/** Lists all members by number. */
export const listMembers = operation({
  id: 'listMembers',
  summary: 'Lists the members',
  access: 'staff',
  permission: 'read_members',
  input: z.strictObject({ limit: z.int().min(1).max(listedMax).default(listedMax) }),
  output: z.object({
    members: z.array(
      z.object({
        number: z.string(),
        name: z.string(),
        language: z.string().nullable(),
        locked: z.boolean(),
      }),
    ),
    more: z.boolean().describe('There are more members than this list.'),
  }),
  refusals: [],
  run: async ({ db, institution }, { limit }) => {
    const found = await list(db, institution.id, limit + 1);
    return {
      members: found.slice(0, limit).map(({ number, name, language = null, lockedAt }) => ({
        number,
        name,
        language,
        locked: lockedAt !== undefined,
      })),
      more: found.length > limit,
    };
  },
});
