import { z } from 'zod';
import { languages } from '../../kernel/vocabulary/language.ts';
import { addressLines, setMailingAddress } from '../../members/mailing-address.ts';
import { changeMember } from '../../members/members.ts';
import { loadShares } from '../../shares/load-shares.ts';
import { operation } from '../operation.ts';
import { isRefused, refuse, type Refused } from '../refusals.ts';
import type { StaffContext } from '../request-context.ts';
import { timeZoneField } from '../time-zone-field.ts';
import { changeOfMember, numberField, type MemberChange } from './of-member.ts';

/** Sets the language of replies to a member. */
export const setMemberLanguage = operation({
  id: 'setMemberLanguage',
  summary: 'Sets the language of replies to a member',
  access: 'staff',
  permission: 'change_member',
  input: z.strictObject({ number: numberField, language: z.enum(languages) }),
  output: z.object({ language: z.enum(languages) }),
  refusals: ['member_unknown'],
  run: async (request, { number, language }) => {
    const change = { number, what: 'member_language', argument: language };
    return changeOfMember(request, change, async ({ tx, member }) => {
      await changeMember(tx, member, { language });
      return { language };
    });
  },
});

/** Sets the time zone of replies to a member. */
export const setMemberTimeZone = operation({
  id: 'setMemberTimeZone',
  summary: 'Sets the time zone of replies to a member',
  access: 'staff',
  permission: 'change_member',
  input: z.strictObject({ number: numberField, zone: timeZoneField }),
  output: z.object({ zone: z.string() }),
  refusals: ['member_unknown'],
  run: async (request, { number, zone }) => {
    const change = { number, what: 'member_time_zone', argument: zone };
    return changeOfMember(request, change, async ({ tx, member }) => {
      await changeMember(tx, member, { zone: zone === '' ? null : zone });
      return { zone: zone === '' ? request.institution.zone : zone };
    });
  },
});

/** Records where a member's mail goes, as statements print it. The audit log keeps only that it changed. */
export const setMemberAddress = operation({
  id: 'setMemberAddress',
  summary: 'Records where a member’s mail goes',
  access: 'staff',
  permission: 'change_member',
  input: z.strictObject({ number: numberField, lines: addressLines }),
  output: z.object({ lines: z.int() }),
  refusals: ['member_unknown'],
  run: async (request, { number, lines }) =>
    changeOfMember(request, { number, what: 'member_address' }, async ({ tx, member }) => {
      await setMailingAddress(tx, member, lines);
      return { lines: lines.length };
    }),
});

const shareFields = {
  input: z.strictObject({ number: numberField, suffix: z.string().trim().toUpperCase().max(10) }),
  output: z.object({ suffix: z.string() }),
  refusals: ['member_unknown', 'share_unknown'],
} as const;

/** Sets the default share for messages. */
export const setMemberDefault = operation({
  id: 'setMemberDefault',
  summary: 'Sets the share that is meant where a message of the member names none',
  access: 'staff',
  permission: 'change_member',
  ...shareFields,
  run: async (request, input) =>
    setShare(request, { ...input, what: 'member_default' }, async ({ tx, member, shareId }) =>
      changeMember(tx, member, { defaultShareId: shareId }),
    ),
});

/** Sets the share that transfers by message take money from by default. */
export const setMemberSource = operation({
  id: 'setMemberSource',
  summary: 'Sets the share from which money comes where an order of the member names neither',
  access: 'staff',
  permission: 'change_member',
  ...shareFields,
  run: async (request, input) =>
    setShare(request, { ...input, what: 'member_source' }, async ({ tx, member, shareId }) =>
      changeMember(tx, member, { transferSourceShareId: shareId }),
    ),
});

async function setShare(
  request: StaffContext,
  given: { readonly number: string; readonly suffix: string; readonly what: string },
  set: (chosen: MemberChange & { readonly shareId: string }) => Promise<void>,
): Promise<{ suffix: string } | Refused> {
  const { number, suffix, what } = given;
  return changeOfMember(request, { number, what, argument: suffix }, async (change) => {
    const shareId = await shareOf(request, change, suffix);
    if (isRefused(shareId)) return shareId;
    await set({ ...change, shareId });
    return { suffix };
  });
}

async function shareOf(
  { institution }: StaffContext,
  { tx, member }: MemberChange,
  suffix: string,
): Promise<string | Refused> {
  const shares = (await loadShares(tx, institution.id, [member.id])).get(member.id) ?? [];
  const share = shares.find((one) => one.suffix === suffix);
  const suffixes = shares.map((one) => one.suffix).join(', ');
  return (
    share?.id ??
    refuse('share_unknown', {
      field: 'suffix',
      facts: { number: member.number, suffix, suffixes },
    })
  );
}
