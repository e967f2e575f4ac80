import { addressesOf, type BoundAddress } from '../../members/bind-address.ts';
import { refuse, type Refused } from '../refusals.ts';
import type { StaffContext } from '../request-context.ts';
import type { MemberChange } from './of-member.ts';

/** Finds the member's address on a channel. */
export async function addressOn(
  { institution }: Pick<StaffContext, 'institution'>,
  { tx, member }: MemberChange,
  channel: string,
): Promise<BoundAddress | Refused> {
  const all = await addressesOf(tx, institution.id, member.id);
  const found = all.find((address) => address.channel === channel);
  return (
    found ??
    refuse('address_unknown', { field: 'channel', facts: { number: member.number, channel } })
  );
}
