import { z } from 'zod';
import { defaultLanguage, languages } from '../../kernel/vocabulary/language.ts';
import { addStaff } from '../../staff-access/change-staff.ts';
import { findStaffByEmail } from '../../staff-access/staff-members.ts';
import { recordInAuditLog } from '../audit-log.ts';
import { operation } from '../operation.ts';
import { refuse, type Refused } from '../refusals.ts';
import { rolesField } from './staff-fields.ts';

const input = z.strictObject({
  name: z.string().trim().min(1).max(80),
  email: z.email().max(200),
  roles: rolesField,
  language: z.enum(languages).default(defaultLanguage).describe('The language of their pages.'),
});

/**
 * Adds a person who may sign in once they have a link and a code (`makeStaffLink`, `makeStaffCode`), or by single sign-on with this e-mail
 * address.
 */
export const inviteStaff = operation({
  id: 'inviteStaff',
  summary: 'Invites a person to the staff with these roles',
  access: 'staff',
  permission: 'manage_staff',
  input,
  output: z.object({ id: z.uuid(), name: z.string(), email: z.string() }),
  refusals: ['staff_email_taken'],
  difference: async ({ db, institution }, { name, email, roles, language }) => {
    if (await findStaffByEmail(db, institution.id, email)) return taken(email);
    return {
      subject: name,
      lines: [
        { what: 'email', after: email },
        { what: 'roles', after: roles.join(', ') },
        { what: 'language', after: language },
      ],
    };
  },
  run: async (request, given) =>
    request.db.transaction(async (tx) => {
      const id = await addStaff(tx, request.world, request.institution.id, given);
      if (id === undefined) return taken(given.email);
      await recordInAuditLog(tx, request, {
        what: 'staff_invited',
        subject: id,
        detail: { name: given.name, email: given.email, roles: given.roles },
      });
      return { id, name: given.name, email: given.email };
    }),
});

function taken(email: string): Refused {
  return refuse('staff_email_taken', { field: 'email', facts: { email } });
}
