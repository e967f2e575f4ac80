import { z } from 'zod';
import { appPath } from '../../push/app-path.ts';
import { removeDevice as remove } from '../../push/devices.ts';
import { operation } from '../operation.ts';
import { refuse } from '../refusals.ts';

/** Ends the pushes to one of the member's devices. It stays signed in. */
export const removeDevice = operation({
  id: 'removeDevice',
  method: 'POST',
  path: `${appPath}/devices/{id}/remove`,
  tag: 'Access',
  summary: 'Ends the pushes to a device',
  access: 'member',
  input: z.strictObject({ id: z.uuid() }),
  output: z.object({ removed: z.literal(true) }),
  refusals: ['not_found'],
  run: async (request, { id }) => {
    const whose = { institutionId: request.institution.id, memberId: request.member.id };
    const removed = await request.db.transaction(async (tx) => remove(tx, { ...whose, id }));
    return removed ? { removed: true as const } : refuse('not_found');
  },
});
