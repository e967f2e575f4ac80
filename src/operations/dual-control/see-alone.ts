import { z } from 'zod';
import { lockApproval, noteSeen } from '../../staff/approvals/store.ts';
import { recordInAuditLog } from '../audit-log.ts';
import { operation } from '../operation.ts';
import { isBreakGlass } from '../principal.ts';
import { mayApprove } from '../permissions.ts';
import { refuse } from '../refusals.ts';
import { referenceField } from './approval-schema.ts';
import { isPermission } from './list-approvals.ts';

/**
 * Notes that a person looked at an act that the server's own rights did without a second person. The
 * person named there doesn't look at their own, and neither do the server's own rights.
 */
export const seeActDoneAlone = operation({
  id: 'seeActDoneAlone',
  summary: 'Notes that you have looked at an act done without a second person',
  access: 'staff',
  permission: 'read_approvals',
  input: z.strictObject({
    reference: referenceField,
    finding: z.string().trim().min(1).max(500).describe('What you found.'),
  }),
  output: z.object({ reference: z.string() }),
  refusals: [
    'approval_unknown',
    'approval_ended',
    'approval_needs_person',
    'approval_own',
    'role_missing',
  ],
  run: async (request, { reference, finding }) =>
    request.db.transaction(async (tx) => {
      const { institution, principal, world } = request;
      const row = await lockApproval(tx, institution.id, reference);
      if (!row || !isPermission(row.permission))
        return refuse('approval_unknown', { facts: { reference } });
      if (row.state !== 'alone' || row.seenAt !== null)
        return refuse('approval_ended', { facts: { reference, state: row.state } });
      if (!mayApprove(principal.roles, row.permission))
        return refuse('role_missing', { facts: { roles: row.permission } });
      if (isBreakGlass(principal)) return refuse('approval_needs_person');
      if (plain(principal.name) === plain(row.askedByName)) return refuse('approval_own');
      await noteSeen(tx, institution.id, row.id, { by: principal.name, at: world.clock.now() });
      await recordInAuditLog(
        tx,
        { world, institution, principal, why: finding },
        { what: 'alone_seen', subject: row.subject, detail: { reference } },
      );
      return { reference };
    }),
});

/** The command line takes any name, so this only keeps a person from a mistake. The machine's user stands beside it. */
const plain = (name: string) => name.normalize('NFKC').trim().toLowerCase();
