import { z } from 'zod';
import { escalationOf } from '../../alarms/sends.ts';
import {
  findApproval,
  listEndedApprovals,
  listOpenApprovals,
  type KnownApprovals,
} from '../../staff/approvals/store.ts';
import type { Queries } from '../../database/database.ts';
import type { StaffApproval } from '../../staff/approvals/approval.ts';
import { operation } from '../operation.ts';
import { notePersonsLook } from '../note-look.ts';
import { mayApprove, permissions, rightOf, type StaffPermission } from '../permissions.ts';
import { refuse } from '../refusals.ts';
import type { StaffContext } from '../request-context.ts';
import { approvalOut, approvalSchema, referenceField } from './approval-schema.ts';

/** Lists the acts that take two persons of which the reader may know: those that wait first. */
export const listStaffApprovals = operation({
  id: 'listStaffApprovals',
  summary: 'Lists acts that wait for a second person, and those done without one',
  access: 'staff',
  permission: 'read_approvals',
  input: z.strictObject({
    ended: z.coerce.boolean().default(false).describe('The others after them, newest first.'),
    skip: z.int().min(0).max(100_000).default(0).describe('So many of the others are left out.'),
    most: z.int().min(1).max(500).default(500).describe('The most of the others.'),
  }),
  output: z.object({
    approvals: z.array(approvalSchema),
    limited: z.boolean().describe('There may be more of the others.'),
  }),
  refusals: [],
  run: async (request, { ended, skip, most }) => {
    const { db, institution, world } = request;
    const reader = { at: world.clock.now(), known: knownTo(request) };
    const open = skip === 0 ? await listOpenApprovals(db, institution.id, reader) : [];
    const others = ended
      ? await listEndedApprovals(db, institution.id, { ...reader, skip, most })
      : [];
    const rows = [...open, ...others];
    const subjects = await membersAmong(request.db, request.institution.id, rows);
    if (subjects.length > 0) await notePersonsLook(request, { memberId: null, what: 'approvals' });
    return {
      approvals: rows.map((row) => approvalOut(row, readerOf(request, row.permission))),
      limited: others.length === most,
    };
  },
});

/** Shows one act that takes two persons. */
export const readStaffApproval = operation({
  id: 'readStaffApproval',
  summary: 'Shows an act that takes two persons',
  access: 'staff',
  permission: 'read_approvals',
  input: z.strictObject({ reference: referenceField }),
  output: approvalSchema.extend({
    escalated: z
      .object({ at: z.string(), to: z.array(z.string()) })
      .nullable()
      .describe('Nobody decided it so shortly before its legal date: it went to these deputies.'),
  }),
  refusals: ['approval_unknown'],
  run: async (request, { reference }) => {
    const row = await findApproval(request.db, request.institution.id, reference);
    if (!row || !mayKnow(request, row)) return refuse('approval_unknown', { facts: { reference } });
    const [memberId] = await membersAmong(request.db, request.institution.id, [row]);
    if (memberId !== undefined) await notePersonsLook(request, { memberId, what: 'approval' });
    const escalated = await escalationOf(request.db, request.institution.id, reference);
    return {
      ...approvalOut(row, readerOf(request, row.permission)),
      escalated: escalated ? { at: escalated.at.toString(), to: [...escalated.to] } : null,
    };
  },
});

/**
 * Tells of which acts the reader may know: those that they may ask for or approve, and their own.
 * @returns `undefined` for auditors, who see all
 */
function knownTo({ principal }: StaffContext): KnownApprovals | undefined {
  if (principal.roles.includes('auditor')) return undefined;
  return {
    permissions: Object.keys(permissions)
      .filter(isPermission)
      .filter((permission) => rightOf(principal.roles, permission) !== undefined),
    askedBy: principal.kind === 'staff' ? principal.identity : undefined,
  };
}

function mayKnow(
  request: StaffContext,
  { permission, askedBy }: Pick<StaffApproval, 'permission' | 'askedBy'>,
): boolean {
  const known = knownTo(request);
  if (!known || known.permissions.includes(permission)) return true;
  return askedBy !== null && askedBy === known.askedBy;
}

/** Lists the members whom acts are about: a look at these is recorded. */
async function membersAmong(
  q: Queries,
  institutionId: number,
  rows: readonly Pick<StaffApproval, 'subject'>[],
): Promise<string[]> {
  const found = await q.query<{ id: string }>(
    'select id from members where institution_id = $1 and number = any($2::text[])',
    [institutionId, [...new Set(rows.map(({ subject }) => subject))]],
  );
  return found.map(({ id }) => id);
}

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
