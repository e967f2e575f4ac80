import { z } from 'zod';
import type { Queries } from '../../database/database.ts';
import { languages } from '../../kernel/vocabulary/language.ts';
import { staffRoles } from '../../kernel/vocabulary/principal.ts';
import { staffStates } from '../../kernel/vocabulary/staff-state.ts';
import {
  findStaff,
  findStaffByEmail,
  type ListedStaff,
  type StaffMember,
} from '../../staff-access/staff-members.ts';
import { refuse, type Refused } from '../refusals.ts';
import type { StaffContext } from '../request-context.ts';

/** A person of the staff, as people type them. */
export const personField = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .describe('The person’s e-mail address, or their id.');

/** A list of roles; also in one text, separated by commas, as a form or a command line gives it. */
export const rolesField = z
  .preprocess(
    (given) =>
      typeof given === 'string'
        ? given
            .split(/[\s,]+/)
            .map((role) => role.toLowerCase())
            .filter((role) => role !== '')
        : given,
    z.array(z.enum(staffRoles)).min(1).max(staffRoles.length),
  )
  .describe('One or more roles.');

const id = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Finds the person that a field names. */
export async function personOf(
  q: Queries,
  { institution }: Pick<StaffContext, 'institution'>,
  person: string,
): Promise<StaffMember | Refused> {
  const found = id.test(person)
    ? await findStaff(q, { institutionId: institution.id, staffId: person.toLowerCase() })
    : await findStaffByEmail(q, institution.id, person);
  return found ?? refuse('staff_unknown', { field: 'person', facts: { person } });
}

/** A person in the list of staff. */
export const staffSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  email: z.string(),
  roles: z.array(z.enum(staffRoles)),
  language: z.enum(languages),
  state: z.enum(staffStates),
  singleSignOn: z.boolean().describe('They sign in by the institution’s single sign-on.'),
  passkeys: z.int(),
  tokens: z.int().describe('Their tokens for the command line that are valid.'),
  signedIn: z.boolean(),
  seenAt: z.string().nullable(),
  invitedAt: z.string(),
  activatedAt: z.string().nullable(),
  endedAt: z.string().nullable(),
});

export type StaffOutput = z.output<typeof staffSchema>;

export function staffOutput(listed: ListedStaff): z.input<typeof staffSchema> {
  const { seenAt, invitedAt, activatedAt, endedAt, roles, ...rest } = listed;
  return {
    ...rest,
    roles: [...roles],
    seenAt: seenAt?.toString() ?? null,
    invitedAt: invitedAt.toString(),
    activatedAt: activatedAt?.toString() ?? null,
    endedAt: endedAt?.toString() ?? null,
  };
}
