import { z } from 'zod';
import { within } from '../../database/within.ts';
import type { StaffApproval } from '../../staff/approvals/approval.ts';
import { digestOf } from '../../staff/approvals/digest.ts';
import { isCollectable } from '../../staff/approvals/collectable.ts';
import { lockApproval, noteCollected } from '../../staff/approvals/store.ts';
import { wantsProof } from '../fresh.ts';
import { operation, type StaffOperation } from '../operation.ts';
import { permissions, rightOf, rolesWith } from '../permissions.ts';
import { isRefused, refuse, type Refused } from '../refusals.ts';
import type { StaffContext } from '../request-context.ts';
import { referenceField } from './approval-schema.ts';
import { shownOf } from './shown-of.ts';
import { withValues } from './with-values.ts';

/**
 * Makes the operation by which the person who asked carries out what somebody else approved, and
 * gets the answer that is for their eyes alone. It happens once, within a day of the yes.
 * @param operations all that can have been asked for
 */
export function collectionOf(operations: readonly StaffOperation[]): StaffOperation {
  return operation({
    id: 'collectApproved',
    summary: 'Carries out what you asked for and somebody approved, and gives you its answer, once',
    access: 'staff',
    permission: 'read_approvals',
    input: z.strictObject({ reference: referenceField }),
    output: z.object({
      operation: z.string(),
      /** What the act itself answers. */
      done: z.unknown(),
    }),
    refusals: [
      'approval_unknown',
      'approval_ended',
      'approval_not_yours',
      'approval_stale',
      'role_missing',
      'verify_first',
    ],
    run: async (request, { reference }) => {
      let isQueued = false;
      const result = await request.db.transaction(async (tx) => {
        const { institution, world } = request;
        const row = await lockApproval(tx, institution.id, reference);
        const act = row && operations.find(({ id }) => id === row.operation);
        if (!row || !act?.forAsker) return refuse('approval_unknown', { facts: { reference } });
        const refused = uncollectable(request, row, act);
        if (refused) return refused;
        const acting = withValues(request, {
          db: within(tx, request.db.engine),
          why: row.askedWhy,
          approved: { reference, by: row.decidedByName ?? '' },
          queued: () => {
            isQueued = true;
          },
        });
        const done = await runAsShown(acting, row, act);
        if (isRefused(done)) return done;
        await noteCollected(tx, institution.id, row.id, world.clock.now());
        return { operation: act.id, done };
      });
      if (isQueued) request.queued();
      return result;
    },
  });
}

/** Why this person can't collect this act. */
function uncollectable(
  request: StaffContext,
  row: StaffApproval,
  { permission }: StaffOperation,
): Refused | undefined {
  const { principal, world } = request;
  const identity = principal.kind === 'staff' ? principal.identity : undefined;
  if (identity === undefined || identity !== row.askedBy)
    return refuse('approval_not_yours', { facts: { name: row.askedByName } });
  if (rightOf(principal.roles, permission) === undefined)
    return refuse('role_missing', { facts: { roles: rolesWith(permission).join(', ') } });
  const { reference, state, collectedAt } = row;
  if (!isCollectable(row, world.clock.now())) {
    const isLate = state === 'approved' && collectedAt === null;
    return refuse('approval_ended', { facts: { reference, state: isLate ? 'lapsed' : state } });
  }
  return permissions[permission].fresh ? wantsProof(request) : undefined;
}

/** Runs the act if its difference is still the one that both persons saw. */
async function runAsShown(
  acting: StaffContext,
  row: StaffApproval,
  act: StaffOperation,
): Promise<unknown> {
  const stale = refuse('approval_stale', { facts: { reference: row.reference } });
  const parsed = act.input.safeParse(row.input);
  if (!parsed.success) return stale;
  const shown = await shownOf(acting, act, parsed.data);
  if (isRefused(shown)) return shown;
  const now = digestOf({ operation: act.id, input: row.input, shown });
  if (Buffer.compare(now, row.digest) !== 0) return stale;
  return act.run(acting, parsed.data);
}
