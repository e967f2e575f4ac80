import { z } from 'zod';
import type { Queries } from '../../database/database.ts';
import { addressesOf } from '../../members/bind-address.ts';
import { readContacts } from '../../members/contacts.ts';
import type { Member } from '../../members/member.ts';
import { loadShares } from '../../shares/load-shares.ts';
import { noteRead } from '../../staff/reads.ts';
import { operation } from '../operation.ts';
import { isBreakGlass } from '../principal.ts';
import { isRefused } from '../refusals.ts';
import type { StaffContext } from '../request-context.ts';
import { lockText } from './money-lock.ts';
import { memberOf, numberField } from './of-member.ts';
import { restrictionsOf } from './restrictions.ts';

const shareOfMember = z.object({
  suffix: z.string(),
  kind: z.string(),
  nickname: z.string().nullable(),
  role: z.string(),
  isDefault: z.boolean(),
  isTransferSource: z.boolean(),
});

const addressOfMember = z.object({
  channel: z.string(),
  handle: z.string().nullable(),
  state: z.string(),
  mayMoveMoney: z.boolean(),
  moneyLock: z
    .object({ reason: z.string().nullable(), says: z.string() })
    .nullable()
    .describe('Why its transfers are locked now.'),
  stopped: z.boolean().describe('STOP is in force: it gets no messages.'),
});

/** Shows a member to staff without balances, codes or full addresses. */
export const readMember = operation({
  id: 'readMember',
  summary: 'Shows a member with their shares and addresses',
  access: 'staff',
  permission: 'read_members',
  input: z.strictObject({ number: numberField }),
  output: z.object({
    number: z.string(),
    name: z.string(),
    locked: z.boolean(),
    disclosedAt: z.string().nullable(),
    shares: z.array(shareOfMember),
    addresses: z.array(addressOfMember),
    contact: z
      .object({ phone: z.string().nullable(), email: z.string().nullable() })
      .nullable()
      .describe(
        'How to reach the member besides our channels; null without any, or without the key.',
      ),
  }),
  refusals: ['member_unknown'],
  run: async (request, { number }) => {
    const { db, institution } = request;
    const member = await memberOf(db, request, number);
    if (isRefused(member)) return member;
    await noteLook(request, member.id);
    const shares = (await loadShares(db, institution.id, [member.id])).get(member.id) ?? [];
    return {
      number: member.number,
      name: member.name,
      locked: member.lockedAt !== undefined,
      disclosedAt: member.disclosedAt?.toString() ?? null,
      shares: shares.map(({ id, suffix, kind, nickname = null, role }) => ({
        suffix,
        kind,
        nickname,
        role,
        isDefault: id === member.defaultShareId,
        isTransferSource: id === member.transferSourceShareId,
      })),
      addresses: await addressRows(db, request, member),
      contact: await contactOf(db, request, member),
    };
  },
});

/** The server's own rights can read all of the database anyway, and may have no key to record a look. */
async function noteLook(
  { db, world, institution, principal }: StaffContext,
  memberId: string,
): Promise<void> {
  if (isBreakGlass(principal)) return;
  await noteRead(db, world, {
    institutionId: institution.id,
    by: {
      name: principal.name,
      identity: principal.kind === 'staff' ? principal.identity : undefined,
    },
    memberId,
    what: 'member',
  });
}

async function contactOf(
  q: Queries,
  { institution, keyring }: StaffContext,
  member: Member,
): Promise<{ phone: string | null; email: string | null } | null> {
  if (!keyring) return null;
  const contacts = await readContacts(q, { institutionId: institution.id, keyring }, [member.id]);
  const contact = contacts.get(member.id);
  return contact ? { phone: contact.phone ?? null, email: contact.email ?? null } : null;
}

async function addressRows(
  q: Queries,
  request: StaffContext,
  member: Member,
): Promise<z.input<typeof addressOfMember>[]> {
  const addresses = await addressesOf(q, request.institution.id, member.id);
  const restrictions = await restrictionsOf(q, request, member.id);
  return addresses.map(({ id, channel, handle = null, state, mayMoveMoney, moneyLockedAt }) => {
    const { reason = null, stopped = false } = restrictions.get(id) ?? {};
    const moneyLock = moneyLockedAt ? { reason, says: lockText(reason) } : null;
    return { channel, handle, state, mayMoveMoney, moneyLock, stopped };
  });
}
