import { z } from 'zod';
import { staffRoles } from '../../kernel/vocabulary/principal.ts';
import { setStaffRoles } from '../../staff-access/change-staff.ts';
import { operation } from '../operation.ts';
import { isRefused } from '../refusals.ts';
import { changePerson, personDifference } from './change-person.ts';
import { personField, rolesField } from './staff-fields.ts';

/** Gives a person other roles. Their open sessions and tokens have them from the next request on. */
export const changeStaffRoles = operation({
  id: 'changeStaffRoles',
  summary: 'Changes the roles of a person of the staff',
  access: 'staff',
  permission: 'manage_staff',
  input: z.strictObject({ person: personField, roles: rolesField }),
  output: z.object({ name: z.string(), roles: z.array(z.enum(staffRoles)) }),
  refusals: ['staff_unknown', 'staff_ended', 'last_administrator'],
  difference: async (request, { person, roles }) =>
    personDifference(request, { person, staysAdministrator: roles.includes('admin') }, (found) => [
      { what: 'roles', before: found.roles.join(', '), after: roles.join(', ') },
    ]),
  run: async (request, { person, roles }) => {
    const change = { person, what: 'staff_roles', detail: { after: roles } };
    const done = await changePerson(request, change, async (tx, { id }) =>
      setStaffRoles(tx, { institutionId: request.institution.id, staffId: id, roles }),
    );
    return isRefused(done) ? done : { name: done.person.name, roles };
  },
});
