import type { Session } from '../access/session.ts';
import type { StaffRole } from '../kernel/vocabulary/principal.ts';
import type { Member } from '../members/member.ts';

/** Who acts through an operation, how they proved who they are, and when. */
export type Principal = MemberPrincipal | DevicePrincipal | StaffPrincipal | ProgramPrincipal;

/** A member in a browser. */
export interface MemberPrincipal {
  readonly kind: 'member';
  readonly memberId: string;
  readonly memberNumber: string;
  readonly provenBy: 'session';
  readonly provenAt: Temporal.Instant;
}

/** A member's phone with the app: acts for the member, in a session of its own. */
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
  /** As the audit log has it. */
  readonly name: string;
  readonly roles: readonly StaffRole[];
  readonly provenBy: 'session' | 'command_line';
  readonly provenAt: Temporal.Instant;
}

/** A program that does what staff do: `tmm` where nobody was named, or the holder of a token. */
export interface ProgramPrincipal {
  readonly kind: 'program';
  readonly name: string;
  readonly roles: readonly StaffRole[];
  readonly provenBy: 'command_line' | 'token';
  readonly provenAt: Temporal.Instant;
}

/** Gives the principal of a session on the site. */
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
