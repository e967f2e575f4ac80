import { z } from 'zod';
import { readEmail, readPhone } from '../../members/contact-fields.ts';
import { changeContacts } from '../../members/contacts.ts';
import { nameMembers } from '../../members/members.ts';
import { operation } from '../operation.ts';
import { keyringOf } from './keyring-of.ts';
import { changeOfMember, numberField } from './of-member.ts';

const contactField = (read: (text: string) => string | undefined | null, says: string) =>
  z
    .string()
    .trim()
    .max(254)
    .refine((text) => read(text) !== null, says)
    .optional();

/**
 * Changes a member's name, or how to reach them besides our channels. An empty phone or e-mail address removes it. Nobody is enrolled.
 * The audit log keeps only that it changed.
 */
export const setMemberDetails = operation({
  id: 'setMemberDetails',
  summary: 'Changes a member’s name, telephone number or e-mail address on file',
  access: 'staff',
  permission: 'change_member',
  input: z.strictObject({
    number: numberField,
    name: z.string().trim().min(1).max(100).optional(),
    phone: contactField(
      (text) => readPhone(text, 'US'),
      'Enter a telephone number, such as +1 314 555 0134',
    ),
    email: contactField(readEmail, 'Enter an e-mail address, such as ann@mail.example'),
  }),
  output: z.object({ changed: z.boolean() }),
  refusals: ['member_unknown'],
  run: async (request, { number, name, phone, email }) =>
    changeOfMember(request, { number, what: 'member_details' }, async ({ tx, member }) => {
      const isRenamed = name !== undefined && name !== member.name;
      if (isRenamed) await nameMembers(tx, request.institution.id, [{ memberId: member.id, name }]);
      if (phone === undefined && email === undefined) return { changed: isRenamed };
      const changed = await changeContacts(
        tx,
        {
          institutionId: request.institution.id,
          keyring: keyringOf(request),
          world: request.world,
        },
        [
          {
            memberId: member.id,
            phone: phone === undefined ? undefined : (readPhone(phone, 'US') ?? null),
            email: email === undefined ? undefined : (readEmail(email) ?? null),
          },
        ],
      );
      return { changed: isRenamed || changed.length > 0 };
    }),
});
