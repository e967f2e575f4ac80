import type { Queries } from '../../database/database.ts';
import type { StaffChange } from '../../staff-access/change-staff.ts';
import { lastAdministrator } from '../../staff-access/administrators.ts';
import type { StaffMember } from '../../staff-access/staff-members.ts';
import type { Shown } from '../../staff/approvals/approval.ts';
import { recordInAuditLog } from '../audit-log.ts';
import { isRefused, refuse, type Refused } from '../refusals.ts';
import type { StaffContext } from '../request-context.ts';
import { personOf } from './staff-fields.ts';

/** Says what a change of a person would do, as both persons see it; or why it can't be done. */
export async function personDifference(
  request: StaffContext,
  given: { readonly person: string; readonly staysAdministrator: boolean },
  lines: (person: StaffMember) => Shown['lines'],
): Promise<Shown | Refused> {
  const { db, institution } = request;
  const person = await personOf(db, request, given.person);
  if (isRefused(person)) return person;
  if (person.state === 'ended') return refusal('ended', person);
  if (!given.staysAdministrator && (await lastAdministrator(db, institution.id)) === person.id)
    return refusal('last_administrator', person);
  return {
    subject: person.name,
    lines: [{ what: 'email', before: person.email, after: person.email }, ...lines(person)],
  };
}

/** Changes a person and records it, in one transaction. */
export async function changePerson(
  request: StaffContext,
  given: { readonly person: string; readonly what: string; readonly detail?: object },
  change: (tx: Queries, person: StaffMember) => Promise<StaffChange>,
): Promise<{ readonly person: StaffMember } | Refused> {
  return request.db.transaction(async (tx) => {
    const person = await personOf(tx, request, given.person);
    if (isRefused(person)) return person;
    const { changed, refused } = await change(tx, person);
    if (!changed) return refusal(refused, person);
    await recordInAuditLog(tx, request, {
      what: given.what,
      subject: person.id,
      detail: { name: changed.name, before: changed.roles, ...given.detail },
    });
    return { person: changed };
  });
}

function refusal(
  refused: NonNullable<StaffChange['refused']>,
  { name, email }: Pick<StaffMember, 'name' | 'email'>,
): Refused {
  const facts = { name, person: email };
  if (refused === 'last_administrator') return refuse('last_administrator', { facts });
  return refuse(refused === 'ended' ? 'staff_ended' : 'staff_unknown', { facts });
}
