import { z } from 'zod';
import { listMembers as list } from '../../members/members.ts';
import { notePersonsLook } from '../note-look.ts';
import { operation } from '../operation.ts';

/** The most members in one list. */
const listedMax = 500;

/** Lists members by number, a page at a time. The look is recorded. */
export const listMembers = operation({
  id: 'listMembers',
  summary: 'Lists the members',
  access: 'staff',
  permission: 'read_members',
  input: z.strictObject({
    limit: z.int().min(1).max(listedMax).default(listedMax),
    after: z.string().max(40).optional().describe('The last number of the page before.'),
  }),
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
  run: async (request, { limit, after }) => {
    const { db, institution } = request;
    const found = await list(db, institution.id, { limit: limit + 1, after });
    await notePersonsLook(request, { memberId: null, what: 'members' });
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
