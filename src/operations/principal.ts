import type { Session } from '../access/session.ts';
import type { StaffRole } from '../kernel/vocabulary/principal.ts';
import type { Member } from '../members/member.ts';

/** Who runs an operation, how they proved their identity, and when. */
export type Principal = MemberPrincipal | DevicePrincipal | StaffPrincipal | ProgramPrincipal;

/** A member in a browser. */
export interface MemberPrincipal {
  readonly kind: 'member';
  readonly memberId: string;
  readonly memberNumber: string;
  readonly provenBy: 'session';
  readonly provenAt: Temporal.Instant;
}

/** A member's phone with the app. It acts for the member in its own session. */
export interface DevicePrincipal {
  readonly kind: 'device';
  readonly memberId: string;
  readonly memberNumber: string;
  readonly provenBy: 'device_key';
  readonly provenAt: Temporal.Instant;
}

/** A person who works at the credit union. */
export interface StaffPrincipal {
  readonly kind: 'staff';
  /** Their name in the audit log. */
  readonly name: string;
  /**
   * Their identity (`staff_members.id`). Absent on the command line without a staff token: then the
   * server's own rights act (see `isBreakGlass`).
   */
  readonly identity?: string;
  readonly roles: readonly StaffRole[];
  readonly provenBy: 'session' | 'command_line' | 'token';
  readonly provenAt: Temporal.Instant;
  /** The machine's user, where its access is the proof: the name given there may be anybody's. */
  readonly machineUser?: string;
}

/** A program with staff rights: `tmm` without a named person, or the holder of a token. */
export interface ProgramPrincipal {
  readonly kind: 'program';
  readonly name: string;
  readonly roles: readonly StaffRole[];
  /** What it may run, if it has a token: operations, or permissions. */
  readonly scopes?: readonly string[];
  readonly provenBy: 'command_line' | 'token';
  readonly provenAt: Temporal.Instant;
  /** See `StaffPrincipal`. */
  readonly machineUser?: string;
}

/**
 * Tells whether the server's own rights act: `tmm` without a staff token. What takes two persons
 * then happens with none, and stands under Approvals as done alone.
 */
export function isBreakGlass(principal: Principal): boolean {
  return (
    (principal.kind === 'staff' || principal.kind === 'program') &&
    principal.provenBy === 'command_line'
  );
}

/** Builds the principal of a session on the site. */
export function memberPrincipal(
  session: Pick<Session, 'verifiedAt'>,
  member: Pick<Member, 'id' | 'number'>,
): MemberPrincipal {
  return {
    kind: 'member',
    memberId: member.id,
    memberNumber: member.number,
    provenBy: 'session',
    provenAt: session.verifiedAt,
  };
}
