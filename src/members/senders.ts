import type { Language } from '../kernel/vocabulary/language.ts';
import { column } from '../database/column.ts';
import type { Queries } from '../database/database.ts';
import { present } from '../kernel/assert.ts';
import type { ChannelName } from '../kernel/vocabulary/channel.ts';
import type { AddressState, Sender } from './member.ts';

/** A sender as the database gives it. */
export interface SenderRow {
  addressId: string;
  memberId: string;
  state: AddressState;
  mayMoveMoney: boolean;
  perTransfer: bigint | null;
  perDay: bigint | null;
  moneyLockedAt: Temporal.Instant | null;
  lastUsedOn: Temporal.PlainDate | null;
  number: string;
  name: string;
  language: Language | null;
  zone: string | null;
  defaultShareId: string | null;
  transferSourceShareId: string | null;
  lockedAt: Temporal.Instant | null;
  disclosedAt: Temporal.Instant | null;
  optedOutAt: Temporal.Instant | null;
}

interface Row extends SenderRow {
  /** The position of the key that found it, from 1. */
  place: number;
}

/** The columns of a sender: of an address `a`, its member `m`, and the member's own STOP `o`. */
export const senderColumns = `a.id as "addressId", a.member_id as "memberId", a.state,
      a.may_move_money as "mayMoveMoney", a.per_transfer as "perTransfer", a.per_day as "perDay",
      a.money_locked_at as "moneyLockedAt", a.last_used_on as "lastUsedOn", m.number, m.name, m.language, m.zone,
      m.default_share_id as "defaultShareId", m.transfer_source_share_id as "transferSourceShareId",
      m.locked_at as "lockedAt", m.disclosed_at as "disclosedAt", o.at as "optedOutAt"`;

const statement = {
  name: 'senders_find',
  text: `select k.place::int, ${senderColumns}
    from unnest($2::text[], $3::bytea[]) with ordinality as k (channel, blind_index, place)
    cross join lateral (
      select * from addresses
      where institution_id = $1 and channel = k.channel and lookup = k.blind_index and state <> 'removed' limit 1
    ) a
    cross join lateral (
      select * from members where institution_id = $1 and id = a.member_id limit 1
    ) m
    left join member_opt_outs o on o.institution_id = $1 and o.member_id = a.member_id
    where a.state in ('proven', 'suspended', 'paused')`,
};

/** The blind indexes of an address, under the newest key first. */
export interface SenderKey {
  readonly channel: ChannelName;
  readonly blindIndexes: readonly Uint8Array[];
}

/**
 * Finds the sender for each address, in the given order; `undefined` for strangers and for unproven
 * addresses.
 */
export async function findSenders(
  q: Queries,
  institutionId: number,
  keys: readonly SenderKey[],
): Promise<(Sender | undefined)[]> {
  const asked = keys.flatMap((key, index) =>
    key.blindIndexes.map((blindIndex) => ({ key, index, blindIndex })),
  );
  const rows = await q.query<Row>(statement, [
    institutionId,
    column(
      'text',
      asked.map(({ key }) => key.channel),
    ),
    column(
      'bytea',
      asked.map(({ blindIndex }) => blindIndex),
    ),
  ]);
  const found: (Sender | undefined)[] = keys.map(() => undefined);
  // An address's newest key comes first.
  for (const row of rows.sort((a, b) => a.place - b.place)) {
    const { key, index } = present(asked[row.place - 1], 'a row is found by one of the keys');
    found[index] ??= senderOf(row, institutionId, key.channel);
  }
  return found;
}

/** Makes the sender of a row. */
export function senderOf(row: SenderRow, institutionId: number, channel: ChannelName): Sender {
  return {
    member: {
      id: row.memberId,
      institutionId,
      number: row.number,
      name: row.name,
      ...(row.language ? { language: row.language } : {}),
      ...(row.zone ? { zone: row.zone } : {}),
      ...(row.defaultShareId ? { defaultShareId: row.defaultShareId } : {}),
      ...(row.transferSourceShareId ? { transferSourceShareId: row.transferSourceShareId } : {}),
      ...(row.lockedAt ? { lockedAt: row.lockedAt } : {}),
      ...(row.disclosedAt ? { disclosedAt: row.disclosedAt } : {}),
      ...(row.optedOutAt ? { optedOutAt: row.optedOutAt } : {}),
    },
    address: {
      id: row.addressId,
      memberId: row.memberId,
      channel,
      state: row.state,
      mayMoveMoney: row.mayMoveMoney,
      ...(row.perTransfer === null ? {} : { perTransfer: row.perTransfer }),
      ...(row.perDay === null ? {} : { perDay: row.perDay }),
      ...(row.moneyLockedAt ? { moneyLockedAt: row.moneyLockedAt } : {}),
      ...(row.lastUsedOn ? { lastUsedOn: row.lastUsedOn } : {}),
    },
  };
}
