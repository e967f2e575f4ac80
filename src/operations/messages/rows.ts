import { addressStates, type AddressState } from '../../kernel/vocabulary/address-state.ts';
import { channelNames } from '../../kernel/vocabulary/channel.ts';
import { z } from 'zod';
import { moneyLockReasons } from '../../kernel/vocabulary/lock-reason.ts';
import type { Queries } from '../../database/database.ts';
import type { ChannelName } from '../../messages/channel.ts';
import { currencyOf, type Amount } from '../../money/amount.ts';
import { decimal } from '../../money/format.ts';
import type { MemberContext } from '../request-context.ts';

/** A member's address as the section shows it. */
export interface AddressRow {
  readonly id: string;
  readonly channel: ChannelName;
  readonly handle: string | null;
  readonly state: Exclude<AddressState, 'removed'>;
  readonly mayMoveMoney: boolean;
  readonly perTransfer: Amount | null;
  readonly perDay: Amount | null;
  readonly moneyLockedAt: Temporal.Instant | null;
  readonly moneyLockedReason: string | null;
  readonly lastUsedOn: Temporal.PlainDate | null;
  readonly provenOn: Temporal.Instant | null;
  readonly createdAt: Temporal.Instant;
  /** The member said STOP there, or for all channels. */
  readonly stopped: boolean;
}

/** Lists the member's own addresses, oldest first, without removed ones. */
export async function loadAddresses(
  q: Queries,
  { institution, member }: Pick<MemberContext, 'institution' | 'member'>,
): Promise<AddressRow[]> {
  return q.query<AddressRow>(
    `select a.id, a.channel, a.handle, a.state, a.may_move_money as "mayMoveMoney", a.per_transfer as "perTransfer",
        a.per_day as "perDay", a.money_locked_at as "moneyLockedAt", a.money_locked_reason as "moneyLockedReason",
        a.last_used_on as "lastUsedOn", a.proven_at as "provenOn", a.created_at as "createdAt",
        (coalesce(c.opted_out_at is not null, false) or exists (select from member_opt_outs o
          where o.institution_id = $1 and o.member_id = a.member_id)) as stopped
      from addresses a
      left join conversations c on c.institution_id = $1 and c.id = a.conversation_id
      where a.institution_id = $1 and a.member_id = $2 and a.state <> 'removed' order by a.id`,
    [institution.id, member.id],
  );
}

/**
 * Reads and locks one of the member's own addresses.
 * @returns `undefined` if no address has this id or it is somebody else's, so that nobody can tell
 * which
 */
export async function lockOwnAddress(
  tx: Queries,
  request: Pick<MemberContext, 'institution' | 'member'>,
  id: string,
): Promise<AddressRow | undefined> {
  const locked = await tx.query(
    `select 1 from addresses
      where institution_id = $1 and id = $2 and member_id = $3 and state <> 'removed' for update`,
    [request.institution.id, id, request.member.id],
  );
  if (locked.length === 0) return undefined;
  return (await loadAddresses(tx, request)).find((address) => address.id === id);
}

/** Formats an amount as operations return it: `1204.33`. */
export function amountText(request: Pick<MemberContext, 'institution'>, amount: Amount): string {
  return decimal(amount, currencyOf(request.institution.currency)?.digits ?? 2);
}

export const addressSchema = z.object({
  id: z.uuid(),
  channel: z.enum(channelNames),
  name: z
    .string()
    .describe('The handle without @, or the phone number with all but the last digits masked.'),
  state: z
    .enum(addressStates)
    .exclude(['removed'])
    .describe('`suspended`: it must be verified again. `paused`: the member paused it.'),
  mayMoveMoney: z.boolean(),
  moneyLocked: z
    .enum([...moneyLockReasons, 'other'])
    .nullable()
    .describe('Why transfers are locked although they are allowed.'),
  stopped: z.boolean().describe('The member sent STOP from there: no replies until START.'),
  perTransfer: z
    .string()
    .nullable()
    .describe('The member’s own limit; null means the institution’s.'),
  perDay: z.string().nullable(),
  currency: z.string(),
  lastUsedOn: z.string().nullable(),
  addedAt: z.string(),
});

export type AddressOutput = z.input<typeof addressSchema>;

/** Converts a row to what operations return. */
export function addressOutput(
  request: Pick<MemberContext, 'institution'>,
  row: AddressRow,
): AddressOutput {
  const limit = (amount: Amount | null) => (amount === null ? null : amountText(request, amount));
  return {
    id: row.id,
    channel: row.channel,
    name: row.handle ?? '',
    state: row.state,
    mayMoveMoney: row.mayMoveMoney,
    moneyLocked: row.moneyLockedAt
      ? (moneyLockReasons.find((reason) => reason === row.moneyLockedReason) ?? 'other')
      : null,
    stopped: row.stopped,
    perTransfer: limit(row.perTransfer),
    perDay: limit(row.perDay),
    currency: request.institution.currency,
    lastUsedOn: row.lastUsedOn?.toString() ?? null,
    addedAt: row.createdAt.toString(),
  };
}
