import { z } from 'zod';
import { findApproval, listApprovals } from '../../staff/approvals/store.ts';
import { operation } from '../operation.ts';
import { mayApprove, permissions, type StaffPermission } from '../permissions.ts';
import { refuse } from '../refusals.ts';
import type { StaffContext } from '../request-context.ts';
import { approvalOut, approvalSchema, referenceField } from './approval-schema.ts';

/** Lists acts that take two persons: those that wait first. */
export const listStaffApprovals = operation({
  id: 'listStaffApprovals',
  summary: 'Lists acts that wait for a second person, and those done without one',
  access: 'staff',
  permission: 'read_approvals',
  input: z.strictObject({ ended: z.coerce.boolean().default(false) }),
  output: z.object({ approvals: z.array(approvalSchema) }),
  refusals: [],
  run: async (request, { ended }) => {
    const rows = await listApprovals(request.db, request.institution.id, {
      at: request.world.clock.now(),
      endedToo: ended,
    });
    return { approvals: rows.map((row) => approvalOut(row, readerOf(request, row.permission))) };
  },
});

/** Shows one act that takes two persons. */
export const readStaffApproval = operation({
  id: 'readStaffApproval',
  summary: 'Shows an act that takes two persons',
  access: 'staff',
  permission: 'read_approvals',
  input: z.strictObject({ reference: referenceField }),
  output: approvalSchema,
  refusals: ['approval_unknown'],
  run: async (request, { reference }) => {
    const row = await findApproval(request.db, request.institution.id, reference);
    return row
      ? approvalOut(row, readerOf(request, row.permission))
      : refuse('approval_unknown', { facts: { reference } });
  },
});

function readerOf({ principal, world }: StaffContext, permission: string) {
  return {
    now: world.clock.now(),
    identity: principal.kind === 'staff' ? principal.identity : undefined,
    mayDecide: isPermission(permission) && mayApprove(principal.roles, permission),
  };
}

export function isPermission(name: string): name is StaffPermission {
  return Object.hasOwn(permissions, name);
}
