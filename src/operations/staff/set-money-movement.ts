import { z } from 'zod';
import { setMayMoveMoney, unlockFailures } from '../../members/address-state.ts';
import type { BoundAddress } from '../../members/bind-address.ts';
import type { Member } from '../../members/member.ts';
import { shownHandle } from '../shown-handle.ts';
import { operation } from '../operation.ts';
import { isRefused, refuse, type Refused } from '../refusals.ts';
import type { StaffContext } from '../request-context.ts';
import { addressFields, addressOn } from './address-on.ts';
import { momentShown } from './moment-shown.ts';
import { lockText, onlyTheMemberLifts } from './money-lock.ts';
import { changeOfMember, memberOf, numberField, type MemberChange } from './of-member.ts';
import { restrictionsOf } from './restrictions.ts';

const fields = {
  input: z.strictObject({ number: numberField, ...addressFields }),
  output: z.object({ mayMoveMoney: z.boolean() }),
} as const;

/**
 * Lets an address move money between own shares. Lifts a lock by five wrong confirmations, but no
 * other.
 */
export const allowMoney = operation({
  id: 'allowMoney',
  summary: 'Lets an address move money between the member’s own accounts',
  access: 'staff',
  permission: 'open_access',
  ...fields,
  refusals: [
    'member_unknown',
    'address_unknown',
    'address_unclear',
    'member_lifts_lock',
    'keys_missing',
  ],
  storable: async (request, { number, channel, handle }) => {
    const found = await addressIn(request, { number, channel, handle });
    return isRefused(found) ? found : { number, channel, handle: found.address.id };
  },
  difference: async (request, input) => {
    const found = await addressIn(request, input);
    if (isRefused(found)) return found;
    const { address, member } = found;
    const { moneyLockedAt, channel } = address;
    const reason = (await restrictionsOf(request.db, request, member.id)).get(address.id)?.reason;
    const locked = moneyLockedAt
      ? `locked since ${momentShown(request, moneyLockedAt)}: ${lockText(reason ?? null)}`
      : undefined;
    const name = [channel, shownHandle(channel, address.handle) ?? ''].join(' ').trim();
    return {
      subject: member.number,
      lines: [
        {
          what: `transfers on ${name}`,
          before: [address.mayMoveMoney ? 'allowed' : 'not allowed', locked]
            .filter(Boolean)
            .join(', '),
          after: 'allowed',
        },
      ],
    };
  },
  run: async (request, input) => setMoney(request, { ...input, allowed: true }),
});

/** Makes an address read-only. */
export const stopMoney = operation({
  id: 'stopMoney',
  summary: 'Makes an address read-only',
  access: 'staff',
  permission: 'lock_member',
  ...fields,
  refusals: ['member_unknown', 'address_unknown', 'address_unclear', 'keys_missing'],
  run: async (request, input) => setMoney(request, { ...input, allowed: false }),
});

async function addressIn(
  request: StaffContext,
  { number, channel, handle }: z.output<typeof fields.input>,
): Promise<{ readonly member: Member; readonly address: BoundAddress } | Refused> {
  const member = await memberOf(request.db, request, number);
  if (isRefused(member)) return member;
  const address = await addressOn(request, { tx: request.db, member }, { channel, handle });
  return isRefused(address) ? address : { member, address };
}

async function setMoney(
  request: StaffContext,
  given: {
    readonly number: string;
    readonly channel: string;
    readonly handle?: string | undefined;
    readonly allowed: boolean;
  },
): Promise<{ mayMoveMoney: boolean } | Refused> {
  const { number, channel, handle, allowed } = given;
  const change = {
    number,
    what: 'member_money',
    argument: allowed ? 'on' : 'off',
    detail: { channel },
    announced: 'limits_changed',
  } as const;
  return changeOfMember(request, change, async (work) => {
    const address = await addressOn(request, work, { channel, handle });
    if (isRefused(address)) return address;
    const locked = allowed && address.moneyLockedAt && (await lift(request, work, address));
    if (locked) return locked;
    const place = { addressId: address.id, mayMoveMoney: allowed };
    await setMayMoveMoney(work.tx, request.institution.id, place);
    return { mayMoveMoney: allowed };
  });
}

/**
 * Lifts a lock that staff may lift.
 * @returns a refusal that says what the member can do, if only they can lift it
 */
async function lift(
  request: StaffContext,
  { tx }: MemberChange,
  { id, memberId, channel }: BoundAddress,
): Promise<Refused | undefined> {
  const { institution } = request;
  if (await unlockFailures(tx, institution.id, id)) return undefined;
  const reason = (await restrictionsOf(tx, request, memberId)).get(id)?.reason ?? null;
  return refuse('member_lifts_lock', {
    field: 'channel',
    facts: { reason: onlyTheMemberLifts(institution, { channel, reason }) },
  });
}
