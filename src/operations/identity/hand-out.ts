import { z } from 'zod';
import { makeInvitationCode, makeInvitationLink } from '../../staff-access/staff-invitations.ts';
import type { StaffMember } from '../../staff-access/staff-members.ts';
import type { Queries } from '../../database/database.ts';
import { recordInAuditLog } from '../audit-log.ts';
import { operation } from '../operation.ts';
import { isRefused, refuse, type Refused } from '../refusals.ts';
import type { StaffContext } from '../request-context.ts';
import { keyringOf } from '../staff/keyring-of.ts';
import { personField, personOf } from './staff-fields.ts';

const input = z.strictObject({ person: personField });
const refusals = [
  'staff_unknown',
  'staff_not_invited',
  'link_and_code_apart',
  'keys_missing',
] as const;

/** Makes the link with which an invited person signs in for the first time. They need the code too, from somebody else. */
export const makeStaffLink = operation({
  id: 'makeStaffLink',
  summary: 'Makes the link with which an invited person signs in for the first time',
  access: 'staff',
  permission: 'hand_out_links',
  input,
  output: z.object({
    name: z.string(),
    path: z.string().describe('The link’s path at the console’s address. It is shown once.'),
    until: z.string(),
  }),
  refusals,
  run: async (request, { person }) => {
    const made = await handOut(request, { person, what: 'staff_link' }, async (tx, key) =>
      makeInvitationLink(tx, request.world, key),
    );
    if (isRefused(made)) return made;
    const { name, secret, until } = made;
    return { name, path: `/invitation/${secret}`, until };
  },
});

/** Makes the code that goes with the link. The person who made the link can't make it. */
export const makeStaffCode = operation({
  id: 'makeStaffCode',
  summary: 'Makes the code with which an invited person opens their link',
  access: 'staff',
  permission: 'hand_out_codes',
  input,
  output: z.object({ name: z.string(), code: z.string(), until: z.string() }),
  refusals,
  run: async (request, { person }) => {
    const made = await handOut(request, { person, what: 'staff_code' }, async (tx, key) =>
      makeInvitationCode(tx, { world: request.world, keyring: keyringOf(request) }, key),
    );
    if (isRefused(made)) return made;
    const { name, secret, until } = made;
    return { name, code: secret, until };
  },
});

interface Key {
  readonly institutionId: number;
  readonly staffId: string;
  readonly by: string | undefined;
}

async function handOut(
  request: StaffContext,
  given: { readonly person: string; readonly what: string },
  make: (tx: Queries, key: Key) => ReturnType<typeof makeInvitationLink>,
): Promise<{ name: string; secret: string; until: string } | Refused> {
  const { institution, principal } = request;
  const by = principal.kind === 'staff' ? principal.identity : undefined;
  return request.db.transaction(async (tx) => {
    const person = await personOf(tx, request, given.person);
    if (isRefused(person)) return person;
    if (person.state !== 'invited') return notInvited(person);
    const key = { institutionId: institution.id, staffId: person.id, by };
    const made = await make(tx, key);
    if (made.refused) return refuse('link_and_code_apart', { facts: { name: person.name } });
    await recordInAuditLog(tx, request, {
      what: given.what,
      subject: person.id,
      detail: { name: person.name, until: made.until.toString() },
    });
    return { name: person.name, secret: made.made, until: made.until.toString() };
  });
}

function notInvited({ name }: StaffMember): Refused {
  return refuse('staff_not_invited', { facts: { name } });
}
