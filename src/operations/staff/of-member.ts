import { z } from 'zod';
import type { Queries } from '../../database/database.ts';
import type { Member } from '../../members/member.ts';
import { findMemberByNumber } from '../../members/members.ts';
import { announceChange } from '../../notices/announce.ts';
import type { Announced } from '../../kernel/vocabulary/change.ts';
import { recordInAuditLog } from '../audit-log.ts';
import { isRefused, refuse, type Refused } from '../refusals.ts';
import type { StaffContext } from '../request-context.ts';
import { keyringOf } from './keyring-of.ts';

/** The member number, as staff type it. */
export const numberField = z.string().trim().min(1).max(40).describe('The member number.');

/** A channel, such as `x`. Refused if the member has no address on it. */
export const channelField = z.string().trim().min(1).max(20);

/** Finds a member by number. */
export async function memberOf(
  q: Queries,
  { institution }: Pick<StaffContext, 'institution'>,
  number: string,
): Promise<Member | Refused> {
  const member = await findMemberByNumber(q, institution.id, number);
  return member ?? refuse('member_unknown', { field: 'number', facts: { number } });
}

/** A change of one member, for the audit log and for the notice to the member. */
interface Change {
  readonly number: string;
  readonly what: string;
  /** The one chosen value, if there is one. */
  readonly argument?: string;
  /** Further facts for the audit log. */
  readonly detail?: object;
  /** The notice on the member's channels, the same as for their own changes. */
  readonly announced?: Announced;
}

/** What a change works with. */
export interface MemberChange {
  readonly tx: Queries;
  readonly member: Member;
}

/**
 * Changes a member in one transaction: the change, the notice to the member, the entry in the audit
 * log.
 */
export async function changeOfMember<Done extends object>(
  request: StaffContext,
  change: Change,
  work: (given: MemberChange) => Promise<Done | Refused>,
): Promise<Done | Refused> {
  const { institution, world } = request;
  const { number, what, argument = null, detail, announced } = change;
  const result = await request.db.transaction(async (tx): Promise<Done | Refused> => {
    const member = await memberOf(tx, request, number);
    if (isRefused(member)) return member;
    const done = await work({ tx, member });
    if (isRefused(done)) return done;
    if (announced)
      await announceChange(
        tx,
        { world, institution, keyring: keyringOf(request) },
        { memberId: member.id, what: announced },
      );
    await recordInAuditLog(tx, request, {
      what,
      subject: member.number,
      detail: { argument, ...detail },
    });
    return done;
  });
  if (!isRefused(result)) request.queued();
  return result;
}
