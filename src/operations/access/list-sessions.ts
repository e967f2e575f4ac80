import { z } from 'zod';
import { listSessions as list } from '../../access/sessions.ts';
import { operation } from '../operation.ts';
import { sessionOutput, sessionSchema } from './session-schema.ts';

/** Lists the sessions in which the member is signed in. */
export const listSessions = operation({
  id: 'listSessions',
  method: 'GET',
  path: '/sessions',
  tag: 'Access',
  summary: 'Lists the browsers in which the member is signed in',
  access: 'member',
  input: z.strictObject({}),
  output: z.object({ sessions: z.array(sessionSchema) }),
  refusals: [],
  run: async (request) => {
    const { institutionId, memberId, id } = request.session;
    const sessions = await list(request.db, request, { institutionId, memberId });
    return { sessions: sessions.map((session) => sessionOutput(session, id)) };
  },
});
