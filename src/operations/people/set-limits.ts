import { z } from 'zod';
import { amountIn } from '../../languages/wording.ts';
import { setAddressLimits } from '../../members/address-state.ts';
import { addressDetailsOf, type AddressDetails } from '../../members/address-details.ts';
import type { Queries } from '../../database/database.ts';
import { present } from '../../kernel/assert.ts';
import { currencyOf } from '../../money/amount.ts';
import { parseDecimal } from '../../money/parse-decimal.ts';
import type { Shown } from '../../staff/approvals/approval.ts';
import { operation } from '../operation.ts';
import { isRefused, refuse, type Refused } from '../refusals.ts';
import type { StaffContext } from '../request-context.ts';
import { changeOfMember, memberOf, numberField } from '../staff/of-member.ts';
import { shownHandle } from '../shown-handle.ts';

const limitField = z
  .string()
  .trim()
  .min(1)
  .max(20)
  .describe('Such as `200.00`, at most the institution’s limit.');

const fields = {
  input: z.strictObject({
    number: numberField,
    addressId: z.uuid(),
    perTransfer: limitField,
    perDay: limitField,
  }),
  output: z.object({ perTransfer: z.string(), perDay: z.string() }),
} as const;

const refusals = [
  'member_unknown',
  'address_unknown',
  'limit_invalid',
  'limit_above_ours',
  'keys_missing',
] as const;

/**
 * Raises what an address may move, within the institution's limits. Takes two persons, who both see
 * the limits before and after.
 */
export const raiseLimits = operation({
  id: 'raiseLimits',
  summary: 'Raises the limits of a member’s address',
  access: 'staff',
  permission: 'raise_limit',
  ...fields,
  refusals: [...refusals, 'limit_not_raised'],
  difference: async (request, input) => {
    const change = await planned(request.db, request, { ...input, raises: true });
    return isRefused(change) ? change : shown(request, change);
  },
  run: async (request, input) => set(request, { ...input, raises: true }),
});

/** Lowers what an address may move, which protects the member and takes one person. */
export const lowerLimits = operation({
  id: 'lowerLimits',
  summary: 'Lowers the limits of a member’s address',
  access: 'staff',
  permission: 'change_member',
  ...fields,
  refusals: [...refusals, 'limit_not_lowered'],
  run: async (request, input) => set(request, { ...input, raises: false }),
});

interface Wanted {
  readonly number: string;
  readonly addressId: string;
  readonly perTransfer: string;
  readonly perDay: string;
  readonly raises: boolean;
}

interface Planned {
  readonly number: string;
  readonly address: AddressDetails;
  readonly before: Limits;
  readonly after: Limits;
}

interface Limits {
  readonly perTransfer: bigint;
  readonly perDay: bigint;
}

async function set(request: StaffContext, wanted: Wanted) {
  const { institution } = request;
  const change = {
    number: wanted.number,
    what: wanted.raises ? 'limits_raised' : 'limits_lowered',
    detail: {
      address: wanted.addressId,
      perTransfer: wanted.perTransfer,
      perDay: wanted.perDay,
    },
    announced: 'limits_changed',
  } as const;
  return changeOfMember(request, change, async ({ tx }) => {
    const plan = await planned(tx, request, wanted, true);
    if (isRefused(plan)) return plan;
    const { address, after } = plan;
    const { limits } = institution.settings;
    await setAddressLimits(tx, institution.id, {
      addressId: address.id,
      mayMoveMoney: address.mayMoveMoney,
      // The institution's own limit is none of the address: it follows when that changes.
      perTransfer: after.perTransfer === limits.perTransfer ? null : after.perTransfer,
      perDay: after.perDay === limits.perDay ? null : after.perDay,
    });
    return {
      perTransfer: amountText(request, after.perTransfer),
      perDay: amountText(request, after.perDay),
    };
  });
}

/** Reads what is wanted, and whether it raises or lowers. */
async function planned(
  q: Queries,
  request: StaffContext,
  wanted: Wanted,
  lock = false,
): Promise<Planned | Refused> {
  const { institution } = request;
  const member = await memberOf(q, request, wanted.number);
  if (isRefused(member)) return member;
  const addresses = await addressDetailsOf(q, institution.id, member.id, { lock });
  const address = addresses.find(({ id }) => id === wanted.addressId);
  if (!address)
    return refuse('address_unknown', {
      facts: { number: member.number, channel: wanted.addressId },
    });
  const { limits } = institution.settings;
  const before = {
    perTransfer: least(address.perTransfer, limits.perTransfer),
    perDay: least(address.perDay, limits.perDay),
  };
  const perTransfer = readLimit(request, 'perTransfer', wanted.perTransfer);
  if (typeof perTransfer === 'object') return perTransfer;
  const perDay = readLimit(request, 'perDay', wanted.perDay);
  if (typeof perDay === 'object') return perDay;
  const isHigher = perTransfer > before.perTransfer || perDay > before.perDay;
  const isLower = perTransfer < before.perTransfer || perDay < before.perDay;
  // A change in both directions is two changes: only one of them takes two persons.
  if (wanted.raises && (!isHigher || isLower)) return refuse('limit_not_raised');
  if (!wanted.raises && (!isLower || isHigher)) return refuse('limit_not_lowered');
  return { number: member.number, address, before, after: { perTransfer, perDay } };
}

function readLimit(
  request: StaffContext,
  field: 'perTransfer' | 'perDay',
  text: string,
): bigint | Refused {
  const { institution } = request;
  const amount = parseDecimal(text, currencyOf(institution.currency)?.digits);
  if (amount === undefined || amount <= 0n) return refuse('limit_invalid', { field });
  const ours = institution.settings.limits[field];
  if (amount <= ours) return amount;
  return refuse('limit_above_ours', { field, facts: { limit: amountText(request, ours) } });
}

function shown(request: StaffContext, { number, address, before, after }: Planned): Shown {
  const name = [address.channel, shownHandle(address.channel, address.handle)].join(' ').trim();
  const line = (what: string, limit: keyof Limits) => ({
    what: `${name}: ${what}`,
    before: amountText(request, before[limit]),
    after: amountText(request, after[limit]),
  });
  return {
    subject: number,
    lines: [line('per transfer', 'perTransfer'), line('per day', 'perDay')],
  };
}

function amountText({ institution }: StaffContext, amount: bigint): string {
  const currency = present(currencyOf(institution.currency), 'an institution has a currency');
  // Always in English: a stored difference reads the same for both persons.
  return amountIn('en', amount, currency);
}

const least = (own: bigint | null, ours: bigint) => (own !== null && own < ours ? own : ours);
