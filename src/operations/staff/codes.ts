import { z } from 'zod';
import { assert } from '../../kernel/assert.ts';
import { addressesOf } from '../../members/bind-address.ts';
import { maskedCode } from '../../members/code-rules.ts';
import { changeCode, openCodes } from '../../members/codes.ts';
import { announceChange } from '../../notices/announce.ts';
import { recordInAuditLog } from '../audit-log.ts';
import { notePersonsLook } from '../note-look.ts';
import { operation } from '../operation.ts';
import { isRefused } from '../refusals.ts';
import { addressFields, addressOn } from './address-on.ts';
import { keyringOf } from './keyring-of.ts';
import { channelField, memberOf, numberField } from './of-member.ts';

/** Lists the codes of a member's addresses, masked. Only the member can read a code in full. */
export const listMemberCodes = operation({
  id: 'listMemberCodes',
  summary: 'Lists the codes of a member’s addresses, masked',
  access: 'staff',
  permission: 'read_members',
  input: z.strictObject({ number: numberField, channel: channelField.optional() }),
  output: z.object({
    codes: z.array(
      z.object({
        channel: z.string(),
        handle: z.string().nullable(),
        code: z.string().nullable().describe('Masked; null if there is none.'),
        version: z.int().nullable(),
      }),
    ),
  }),
  refusals: ['member_unknown', 'keys_missing'],
  run: async (request, { number, channel }) => {
    const { db, institution } = request;
    const keyring = keyringOf(request);
    const member = await memberOf(db, request, number);
    if (isRefused(member)) return member;
    await notePersonsLook(request, { memberId: member.id, what: 'codes' });
    const all = await addressesOf(db, institution.id, member.id);
    const shown = all.filter((one) => channel === undefined || one.channel === channel);
    const ids = shown.map(({ id }) => id);
    const open = await openCodes(db, keyring, institution.id, ids);
    return {
      codes: shown.map(({ id, channel: on, handle = null }) => {
        const { code, version = null } = open.get(id) ?? {};
        return {
          channel: on,
          handle,
          code: code === undefined ? null : maskedCode(code),
          version,
        };
      }),
    };
  },
});

/**
 * Voids the code of one address. It gets a random one that only the member can read, and the member is
 * told on their channels.
 */
export const changeMemberCode = operation({
  id: 'changeMemberCode',
  summary: 'Voids the code of a member’s address, so that it gets a new one',
  access: 'staff',
  permission: 'lock_member',
  input: z.strictObject({ number: numberField, ...addressFields }),
  output: z.object({ version: z.int() }),
  refusals: [
    'member_unknown',
    'address_unknown',
    'address_unclear',
    'address_not_proven',
    'keys_missing',
  ],
  run: async (request, { number, channel, handle }) => {
    const { institution, world } = request;
    const keyring = keyringOf(request);
    const result = await request.db.transaction(async (tx) => {
      const member = await memberOf(tx, request, number);
      if (isRefused(member)) return member;
      const address = await addressOn(request, { tx, member }, { channel, handle });
      if (isRefused(address)) return address;
      const place = { institutionId: institution.id, addressId: address.id };
      const changed = await changeCode(tx, { keyring, world }, place);
      assert(!('refused' in changed), 'a random code breaks no rule');
      const change = { memberId: member.id, what: 'code_changed' as const };
      await announceChange(tx, { world, institution, keyring }, change);
      await recordInAuditLog(tx, request, {
        what: 'code_changed',
        subject: member.number,
        detail: { channel: address.channel, version: changed.version },
      });
      return { version: changed.version };
    });
    if (!isRefused(result)) request.queued();
    return result;
  },
});
