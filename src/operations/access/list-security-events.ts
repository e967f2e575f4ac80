import { z } from 'zod';
import { listSecurityEvents as list, securityEventKinds } from '../../access/events.ts';
import { operation } from '../operation.ts';

/** Lists recent events on the member's access. */
export const listSecurityEvents = operation({
  id: 'listSecurityEvents',
  method: 'GET',
  path: '/security-events',
  tag: 'Access',
  summary: 'Lists security events of the member’s online access, newest first',
  access: 'member',
  input: z.strictObject({ limit: z.coerce.number().int().min(1).max(200).default(30) }),
  output: z.object({
    events: z.array(
      z.object({
        id: z.uuid(),
        kind: z.enum(securityEventKinds),
        device: z.string().nullable(),
        detail: z.record(z.string(), z.string()),
        at: z.iso.datetime({ offset: true }),
      }),
    ),
  }),
  refusals: [],
  run: async (request, { limit }) => {
    const events = await list(request.db, {
      institutionId: request.institution.id,
      memberId: request.member.id,
      limit,
    });
    return {
      events: events.map(({ id, kind, device, detail, at }) => ({
        id,
        kind,
        device: device ?? null,
        detail: { ...detail },
        at: at.toString(),
      })),
    };
  },
});
