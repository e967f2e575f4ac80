import { z } from 'zod';
import { endStaffMember } from '../../staff-access/change-staff.ts';
import { operation } from '../operation.ts';
import { isRefused } from '../refusals.ts';
import { changePerson, personDifference } from './change-person.ts';
import { personField } from './staff-fields.ts';

/** Ends a person: they can't sign in any more, and their sessions, passkeys and tokens end at once. */
export const endStaff = operation({
  id: 'endStaff',
  summary: 'Ends a person of the staff',
  access: 'staff',
  permission: 'manage_staff',
  input: z.strictObject({ person: personField }),
  output: z.object({ name: z.string() }),
  refusals: ['staff_unknown', 'staff_ended', 'last_administrator'],
  difference: async (request, { person }) =>
    personDifference(request, { person, staysAdministrator: false }, (found) => [
      { what: 'roles', before: found.roles.join(', ') },
    ]),
  run: async (request, { person }) => {
    const at = request.world.clock.now();
    const change = { person, what: 'staff_ended' };
    const done = await changePerson(request, change, async (tx, { id }) =>
      endStaffMember(tx, { institutionId: request.institution.id, staffId: id, at }),
    );
    return isRefused(done) ? done : { name: done.person.name };
  },
});
