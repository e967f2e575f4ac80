import { z } from 'zod';
import { addressesOf, type BoundAddress } from '../../members/bind-address.ts';
import { refuse, type Refused } from '../refusals.ts';
import type { StaffContext } from '../request-context.ts';
import { channelField, type MemberChange } from './of-member.ts';

/** The fields that name one address of a member. */
export const addressFields = {
  channel: channelField,
  handle: z
    .string()
    .max(40)
    .optional()
    .describe(
      'Which address, where the member has several on the channel: as `readMember` shows it.',
    ),
};

/**
 * Finds the address that a member has on a channel. Refuses where the member has none there, and where the handle doesn't tell which of
 * several is meant.
 */
export async function addressOn(
  { institution }: Pick<StaffContext, 'institution'>,
  { tx, member }: MemberChange,
  { channel, handle }: { readonly channel: string; readonly handle?: string | undefined },
): Promise<BoundAddress | Refused> {
  const all = await addressesOf(tx, institution.id, member.id);
  const there = all.filter((address) => address.channel === channel);
  const named = there.filter((one) => handle === undefined || isCalled(one, handle));
  const [found, another] = named;
  if (found && !another) return found;
  const facts = { number: member.number, channel };
  if (there.length === 0) return refuse('address_unknown', { field: 'channel', facts });
  const handles = there.map((one) => one.handle ?? one.id).join(', ');
  return refuse('address_unclear', { field: 'handle', facts: { ...facts, handles } });
}

/** Whether an address goes by this name. A phone is shown masked: its last digits are enough. */
function isCalled({ id, handle = '' }: BoundAddress, asked: string): boolean {
  const [name, wanted] = [plain(handle), plain(asked)];
  const isEndOfNumber = /^\d{4,}$/.test(wanted) && /^\d+$/.test(name) && name.endsWith(wanted);
  return asked === id || (wanted !== '' && name === wanted) || isEndOfNumber;
}

/** Without signs, as forms hand it over. */
const plain = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_]/gu, '');
