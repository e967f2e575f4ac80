import { staffKinds, visitorKinds, type PrincipalKind } from '../kernel/vocabulary/principal.ts';
import { wantsProof } from './fresh.ts';
import type { Access, Operation, StaffOperation } from './operation.ts';
import { refuse, type Refused } from './refusals.ts';
import {
  isMembers,
  isStaffs,
  isVisitors,
  type OperationContext,
  type StaffContext,
} from './request-context.ts';
import { isBreakGlass } from './principal.ts';
import { isInScope } from './programs/scopes.ts';
import { isDual, permissions, rightOf, rolesWith } from './permissions.ts';

/**
 * Which principals each kind of access admits. A stranger is none of them, and runs only what is
 * for `anyone`.
 */
const admitted: Readonly<Record<Access | 'staff', readonly PrincipalKind[]>> = {
  anyone: visitorKinds,
  member: visitorKinds,
  fresh: visitorKinds,
  staff: staffKinds,
};

/**
 * Decides by principal, role and freshness whether a request may run an operation.
 * @returns the refusal if not
 */
export function refusedTo(
  request: OperationContext,
  operation: Pick<Operation, 'access'> | Pick<StaffOperation, 'access' | 'id' | 'permission'>,
): Refused | undefined {
  const { access } = operation;
  const { principal } = request;
  if (!principal) return access === 'anyone' ? visitorsOnly(request) : refuse('sign_in_first');
  // To a member, staff operations don't exist.
  if (!admitted[access].includes(principal.kind))
    return refuse(access === 'staff' ? 'not_found' : 'members_only');
  if (operation.access === 'staff') return refusedToStaff(request, operation);
  if (access === 'anyone') return visitorsOnly(request);
  if (!isMembers(request)) return refuse('sign_in_first');
  return access === 'fresh' ? wantsProof(request) : undefined;
}

function refusedToStaff(
  request: OperationContext,
  operation: Pick<StaffOperation, 'id' | 'permission'>,
): Refused | undefined {
  if (!isStaffs(request)) return refuse('not_found');
  const { permission } = operation;
  const { principal } = request;
  // A program's token has scopes in place of roles.
  if (principal.kind === 'program' && principal.provenBy === 'token')
    return isInScope(principal.scopes ?? [], operation) ? undefined : refuse('scope_missing');
  const { changes, fresh } = permissions[permission];
  const right = rightOf(principal.roles, permission);
  if (!right) return refuse('role_missing', { facts: { roles: rolesWith(permission).join(', ') } });
  if (changes && (request.why ?? '').trim() === '') return refuse('why_missing', { field: 'why' });
  // Who only asks needs no fresh proof: the person who approves does.
  const asks = right === 'asks' && !isBreakGlass(principal);
  return fresh && !asks ? wantsProof(request) : undefined;
}

/** How a request may run an operation that it may run. */
export type Way =
  /** At once. */
  | 'does'
  /** A second person approves first. */
  | 'asks'
  /** At once, by the server's own rights, without the second person that it takes. */
  | 'alone';

/** Tells whether an operation of staff takes a second person in this request. */
export function wayOf(
  request: StaffContext,
  { permission }: Pick<StaffOperation, 'permission'>,
): Way {
  if (!isDual(permission)) return 'does';
  if (isBreakGlass(request.principal)) return 'alone';
  return rightOf(request.principal.roles, permission) === 'does' ? 'does' : 'asks';
}

function visitorsOnly(request: OperationContext): Refused | undefined {
  return isVisitors(request) ? undefined : refuse('members_only');
}
