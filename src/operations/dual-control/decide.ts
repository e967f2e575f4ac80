import { z } from 'zod';
import type { Transaction } from '../../database/database.ts';
import { within } from '../../database/within.ts';
import { digestOf } from '../../staff/approvals/digest.ts';
import { forAsker } from '../../staff/approvals/collectable.ts';
import { endApproval, lockApproval } from '../../staff/approvals/store.ts';
import type { StaffApproval } from '../../staff/approvals/approval.ts';
import { recordInAuditLog } from '../audit-log.ts';
import { wantsProof } from '../fresh.ts';
import { refusalOf } from '../fault-refusal.ts';
import { operation, type StaffOperation } from '../operation.ts';
import { mayApprove, permissions, rolesWith } from '../permissions.ts';
import { isRefused, refuse, type Refused } from '../refusals.ts';
import type { StaffContext } from '../request-context.ts';
import { referenceField } from './approval-schema.ts';
import { isPermission } from './list-approvals.ts';
import { askerGone } from './asker-gone.ts';
import { shownOf } from './shown-of.ts';
import { withValues } from './with-values.ts';

/** A row's refusal: the act ends, or stays as it was. */
const refusals = [
  'approval_unknown',
  'approval_ended',
  'approval_own',
  'approval_stale',
  'approval_asker_gone',
  'approval_needs_person',
  'role_missing',
  'verify_first',
] as const;

const input = z.strictObject({ reference: referenceField });

/**
 * Makes the operation by which a second person approves an act. The act runs in the same
 * transaction, in the name of the person who asked, so it happens once or not at all.
 * @param operations all that can have been asked for
 */
export function approvalOf(operations: readonly StaffOperation[]): StaffOperation {
  return operation({
    id: 'approve',
    summary: 'Approves what somebody else asked for, and carries it out',
    access: 'staff',
    permission: 'read_approvals',
    input,
    output: z.object({
      approved: z.boolean().describe('Done. Otherwise the act itself was refused.'),
      reference: z.string(),
      refusal: z.string().nullable(),
      /** What the act itself answers. */
      done: z.unknown(),
    }),
    refusals,
    run: async (request, { reference }) => {
      let isQueued = false;
      const result = await request.db.transaction(async (tx) => {
        const row = await lockApproval(tx, request.institution.id, reference);
        const refused = undecidable(request, row, reference);
        if (refused || !row) return refused ?? refuse('approval_unknown', { facts: { reference } });
        const act = operations.find(({ id }) => id === row.operation);
        if (!act) return refuse('approval_unknown', { facts: { reference } });
        const gone = await askerGone(tx, request.institution.id, row, act.permission);
        if (gone) return gone;
        const acting = withValues(request, {
          principal: askerOf(row),
          why: row.askedWhy,
          approved: { reference, by: request.principal.name },
          queued: () => {
            isQueued = true;
          },
        });
        const fresh = wantsProof(request);
        if (permissions[act.permission].fresh && fresh) return fresh;
        return carryOut({ tx, request, acting, row, act });
      });
      if (isQueued) request.queued();
      return result;
    },
  });
}

/** What both persons saw is what happens: another difference by now ends in a refusal. */
async function carryOut(given: {
  readonly tx: Transaction;
  readonly request: StaffContext;
  readonly acting: StaffContext;
  readonly row: StaffApproval;
  readonly act: StaffOperation;
}) {
  const { tx, request, acting, row, act } = given;
  const parsed = act.input.safeParse(row.input);
  if (!parsed.success) return refuse('approval_stale', { facts: { reference: row.reference } });
  // A Fault that the act declares ends it as a refusal: its own writes are undone, the row's stay.
  const result: unknown = await within(tx, request.db.engine)
    .transaction(async (part) => {
      const inside = withValues(acting, { db: within(part, request.db.engine) });
      const shown = await shownOf(inside, act, parsed.data);
      return isRefused(shown) ? shown : runIfSame({ acting: inside, row, act, shown, parsed });
    })
    .catch((error: unknown) => refusalOf(error, act));
  if (isRefused(result) && result.refused === 'approval_stale') return result;
  const end = { at: request.world.clock.now(), by: personOf(request), why: request.why };
  const state = isRefused(result) ? 'refused' : 'approved';
  await endApproval(tx, request.institution.id, row.id, {
    ...end,
    state,
    ...(isRefused(result)
      ? { outcome: { refused: result.refused, facts: result.facts ?? {} } }
      : act.forAsker
        ? { outcome: forAsker }
        : {}),
  });
  // A yes needs no words of its own: the reason is the asker’s.
  const why = request.why === undefined || request.why === '' ? row.askedWhy : request.why;
  await recordInAuditLog(
    tx,
    { ...pick(request), why },
    {
      what: state === 'approved' ? 'approval_given' : 'approval_refused',
      subject: row.subject,
      detail: { reference: row.reference, operation: row.operation },
    },
  );
  return {
    approved: state === 'approved',
    reference: row.reference,
    refusal: isRefused(result) ? result.refused : null,
    done: isRefused(result) ? null : result,
  };
}

async function runIfSame(given: {
  readonly acting: StaffContext;
  readonly row: StaffApproval;
  readonly act: StaffOperation;
  readonly shown: Exclude<Awaited<ReturnType<typeof shownOf>>, Refused>;
  readonly parsed: { readonly data: unknown };
}): Promise<unknown> {
  const { acting, row, act, shown, parsed } = given;
  const now = digestOf({ operation: act.id, input: row.input, shown });
  if (Buffer.compare(now, row.digest) !== 0)
    return refuse('approval_stale', { facts: { reference: row.reference } });
  // Who approves doesn't see the answer: the asker carries it out.
  return act.forAsker ? forAsker : act.run(acting, parsed.data);
}

/** Makes the operation by which a second person declines an act. */
export const declineApproval = operation({
  id: 'declineStaffApproval',
  summary: 'Declines what somebody else asked for',
  access: 'staff',
  permission: 'read_approvals',
  input: input.extend({ reason: z.string().trim().min(1).max(500).describe('Why not.') }),
  output: z.object({ reference: z.string() }),
  refusals,
  run: async (request, { reference, reason }) =>
    request.db.transaction(async (tx) => {
      const row = await lockApproval(tx, request.institution.id, reference);
      const refused = undecidable(request, row, reference);
      if (refused || !row) return refused ?? refuse('approval_unknown', { facts: { reference } });
      await endApproval(tx, request.institution.id, row.id, {
        state: 'declined',
        at: request.world.clock.now(),
        by: personOf(request),
        why: reason,
      });
      await recordInAuditLog(
        tx,
        { ...pick(request), why: reason },
        {
          what: 'approval_declined',
          subject: row.subject,
          detail: { reference, operation: row.operation },
        },
      );
      return { reference };
    }),
});

/** Takes back what the same person asked for. */
export const withdrawApproval = operation({
  id: 'withdrawStaffApproval',
  summary: 'Takes back what you asked for',
  access: 'staff',
  permission: 'read_approvals',
  input,
  output: z.object({ reference: z.string() }),
  refusals,
  run: async (request, { reference }) =>
    request.db.transaction(async (tx) => {
      const row = await lockApproval(tx, request.institution.id, reference);
      const ended = row
        ? endedSince(request, row)
        : refuse('approval_unknown', { facts: { reference } });
      if (ended || !row) return ended ?? refuse('approval_unknown', { facts: { reference } });
      const by = personOf(request);
      if (by.identity === undefined || by.identity !== row.askedBy)
        return refuse('approval_not_yours', { facts: { name: row.askedByName } });
      await endApproval(tx, request.institution.id, row.id, {
        state: 'withdrawn',
        at: request.world.clock.now(),
        by,
      });
      await recordInAuditLog(
        tx,
        { ...pick(request), why: 'taken back by the person who asked' },
        { what: 'approval_withdrawn', subject: row.subject, detail: { reference } },
      );
      return { reference };
    }),
});

const pick = ({ world, institution, principal }: StaffContext) => ({
  world,
  institution,
  principal,
});

/** Why this person can't decide this act. */
function undecidable(
  request: StaffContext,
  row: StaffApproval | undefined,
  reference: string,
): Refused | undefined {
  if (!row || !isPermission(row.permission))
    return refuse('approval_unknown', { facts: { reference } });
  const ended = endedSince(request, row);
  if (ended) return ended;
  const { identity } = personOf(request);
  // The server's own rights act alone: they are nobody's second person.
  if (identity === undefined) return refuse('approval_needs_person');
  if (identity === row.askedBy) return refuse('approval_own');
  if (!mayApprove(request.principal.roles, row.permission))
    return refuse('role_missing', { facts: { roles: rolesWith(row.permission).join(', ') } });
  return undefined;
}

function endedSince({ world }: StaffContext, row: StaffApproval): Refused | undefined {
  const isLate = Temporal.Instant.compare(world.clock.now(), row.expiresAt) >= 0;
  if (row.state === 'waiting' && !isLate) return undefined;
  const state = row.state === 'waiting' ? 'lapsed' : row.state;
  return refuse('approval_ended', { facts: { reference: row.reference, state } });
}

function personOf({ principal }: StaffContext) {
  return {
    name: principal.name,
    identity: principal.kind === 'staff' ? principal.identity : undefined,
  };
}

/** The act is theirs who asked: the audit log names them, and the second person beside. */
function askerOf(row: StaffApproval): StaffContext['principal'] {
  return {
    kind: 'staff',
    name: row.askedByName,
    ...(row.askedBy === null ? {} : { identity: row.askedBy }),
    roles: [],
    provenBy: 'session',
    provenAt: row.askedAt,
  };
}
