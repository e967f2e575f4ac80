import type { Queries } from '../database/database.ts';
import type { ChannelKind } from './address.ts';
import type { AddressState, Sender } from './member.ts';

interface Row {
  lookup: Uint8Array;
  channel: ChannelKind;
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
  language: 'en' | 'fr' | 'es' | null;
  defaultShareId: string | null;
  transferSourceShareId: string | null;
  lockedAt: Temporal.Instant | null;
  disclosedAt: Temporal.Instant | null;
}

const statement = {
  name: 'senders_find',
  text: `select a.lookup, a.channel, a.id as "addressId", a.member_id as "memberId", a.state,
      a.may_move_money as "mayMoveMoney", a.per_transfer as "perTransfer", a.per_day as "perDay",
      a.money_locked_at as "moneyLockedAt", a.last_used_on as "lastUsedOn", m.number, m.name, m.language,
      m.default_share_id as "defaultShareId", m.transfer_source_share_id as "transferSourceShareId",
      m.locked_at as "lockedAt", m.disclosed_at as "disclosedAt"
    from unnest($2::text[], $3::bytea[]) as k (channel, lookup)
    cross join lateral (
      select * from addresses
      where institution_id = $1 and channel = k.channel and lookup = k.lookup and state <> 'removed' limit 1
    ) a
    cross join lateral (
      select * from members where institution_id = $1 and id = a.member_id limit 1
    ) m
    where a.state in ('proven', 'suspended', 'paused')`,
};

/** By what an address is found: its keyed hashes, under the newest key first. */
export interface SenderKey {
  readonly channel: ChannelKind;
  readonly lookups: readonly Uint8Array[];
}

/** Who stands behind each address, in the order asked; `undefined` for strangers and for addresses not proven yet. */
export async function findSenders(
  q: Queries,
  institutionId: number,
  keys: readonly SenderKey[],
): Promise<(Sender | undefined)[]> {
  const channels: string[] = [];
  const lookups: Uint8Array[] = [];
  for (const key of keys) {
    for (const lookup of key.lookups) {
      channels.push(key.channel);
      lookups.push(lookup);
    }
  }
  const rows = await q.query<Row>(statement, [institutionId, channels, lookups]);
  const found = new Map(
    rows.map((row) => [mapKey(row.channel, row.lookup), fromRow(row, institutionId)]),
  );
  return keys.map((key) => {
    for (const lookup of key.lookups) {
      const sender = found.get(mapKey(key.channel, lookup));
      if (sender) return sender;
    }
    return undefined;
  });
}

function mapKey(channel: string, lookup: Uint8Array): string {
  return `${channel}/${Buffer.from(lookup).toString('base64')}`;
}

function fromRow(row: Row, institutionId: number): Sender {
  return {
    member: {
      id: row.memberId,
      institutionId,
      number: row.number,
      name: row.name,
      ...(row.language ? { language: row.language } : {}),
      ...(row.defaultShareId ? { defaultShareId: row.defaultShareId } : {}),
      ...(row.transferSourceShareId ? { transferSourceShareId: row.transferSourceShareId } : {}),
      ...(row.lockedAt ? { lockedAt: row.lockedAt } : {}),
      ...(row.disclosedAt ? { disclosedAt: row.disclosedAt } : {}),
    },
    address: {
      id: row.addressId,
      memberId: row.memberId,
      channel: row.channel,
      state: row.state,
      mayMoveMoney: row.mayMoveMoney,
      ...(row.perTransfer === null ? {} : { perTransfer: row.perTransfer }),
      ...(row.perDay === null ? {} : { perDay: row.perDay }),
      ...(row.moneyLockedAt ? { moneyLockedAt: row.moneyLockedAt } : {}),
      ...(row.lastUsedOn ? { lastUsedOn: row.lastUsedOn } : {}),
    },
  };
}
