import type { Queries } from '../database/database.ts';
import type { World } from '../kernel/world.ts';
import type { ChannelName } from '../kernel/vocabulary/channel.ts';

/** An agreement or a withdrawal by a person. Append-only. */
export interface NewConsent {
  /**
   * `regulation_e`: the disclosures required before the first transfer (12 CFR 1005.7); `esign`: to
   * get them electronically.
   */
  readonly kind:
    | 'regulation_e'
    | 'esign'
    | 'sms_terms'
    | 'opt_in'
    | 'opt_out'
    | 'alerts_on'
    | 'alerts_off';
  readonly version: string;
  readonly how: string;
  readonly at: Temporal.Instant;
  readonly channel?: ChannelName | undefined;
  readonly memberId?: string | undefined;
  readonly addressId?: string | undefined;
  readonly conversationId?: string | undefined;
}

/** Records consents, set-based. A member's first disclosure allows money to move from then on. */
export async function recordConsents(
  tx: Queries,
  world: World,
  institutionId: number,
  rows: readonly NewConsent[],
): Promise<void> {
  await tx.query(
    `insert into consents (institution_id, id, kind, version, channel, member_id, address_id, conversation_id, how, at)
      select $1, * from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::uuid[], $7::uuid[], $8::uuid[],
        $9::text[], $10::timestamptz[])`,
    [
      institutionId,
      rows.map(() => world.ids.next()),
      rows.map((row) => row.kind),
      rows.map((row) => row.version),
      rows.map((row) => row.channel ?? null),
      rows.map((row) => row.memberId ?? null),
      rows.map((row) => row.addressId ?? null),
      rows.map((row) => row.conversationId ?? null),
      rows.map((row) => row.how),
      rows.map((row) => row.at),
    ],
  );
  const disclosed = rows.filter((row) => row.kind === 'regulation_e' && row.memberId !== undefined);
  if (disclosed.length === 0) return;
  await tx.query(
    `update members m set disclosed_at = n.at
      from (select id, min(at) as at from unnest($2::uuid[], $3::timestamptz[]) as n (id, at) group by id) n
      where m.institution_id = $1 and m.id = n.id and m.disclosed_at is null`,
    [institutionId, disclosed.map((row) => row.memberId), disclosed.map((row) => row.at)],
  );
}
