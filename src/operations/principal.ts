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
  readonly roles: readonly StaffRole[];
  readonly provenBy: 'session' | 'command_line';
  readonly provenAt: Temporal.Instant;
}

/** A program with staff rights: `tmm` without a named person, or the holder of a token. */
export interface ProgramPrincipal {
  readonly kind: 'program';
  readonly name: string;
  readonly roles: readonly StaffRole[];
  readonly provenBy: 'command_line' | 'token';
  readonly provenAt: Temporal.Instant;
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
