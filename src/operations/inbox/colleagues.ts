import type { Queries } from '../../database/database.ts';
import { inboxPeople } from '../../staff/handovers/events.ts';
import type { InboxPerson } from '../../staff/handovers/handover.ts';
import { listStaffMembers } from '../../staff-access/staff-members.ts';
import { rightOf } from '../permissions.ts';

/**
 * Lists who can take a conversation, by name: the active people of the staff whose roles may write to
 * members, and those who worked in the inbox by a name alone, on the command line.
 */
export async function colleaguesOf(
  q: Queries,
  institutionId: number,
  at: Temporal.Instant,
): Promise<InboxPerson[]> {
  const staff = await listStaffMembers(q, institutionId, at);
  const known = new Set(staff.map(({ id }) => id));
  const active = staff
    .filter(({ state, roles }) => state === 'active' && rightOf(roles, 'converse') !== undefined)
    .map(({ id, name }) => ({ who: id, name }));
  // Somebody who ended, or who lost the role, worked there too: they get nothing any more.
  const others = (await inboxPeople(q, institutionId)).filter(({ who }) => !known.has(who));
  return [...active, ...others].toSorted((a, b) => a.name.localeCompare(b.name));
}
