import type { Database } from '../../src/database/database.ts';

/**
 * One message in the database, with its answer and the transfer it made; or the end of an approval, with the message that tells it.
 */
export interface Answered {
  readonly key: string;
  readonly memberId: string;
  readonly conversationId: string;
  readonly intent: string;
  readonly outcome: string;
  readonly replies: readonly Reply[];
  /** Balances after the transfer, by account, in minor units. */
  readonly moved: ReadonlyMap<string, bigint>;
}

/** An answer's row. */
export interface Reply {
  readonly purpose: string;
  readonly status: string;
  readonly carrierId: string | null;
}

/** The messages that tell how an approval ended: of another batch than the message that asked. */
const ends = `select a.id, o.id as outbound_id, o.batch_id
  from approvals a
  join inbound i on i.institution_id = a.institution_id and i.channel || ':' || i.external_id = a.inbound_key
  join outbound o on o.institution_id = a.institution_id and o.in_reply_to = a.inbound_key and o.batch_id <> i.batch_id`;

/**
 * Reads all incoming messages in order: by the batch's number in the chain, then by the place in
 * the batch.
 */
export async function readRecord(db: Database): Promise<Answered[]> {
  const rows = await db.query<Omit<Answered, 'replies' | 'moved'>>(
    `select key, "memberId", "conversationId", intent, outcome from (
        select i.channel || ':' || i.external_id as key, i.member_id as "memberId", i.conversation_id as "conversationId",
            i.intent, i.outcome, c.number, i.position
          from inbound i join chain c on c.institution_id = i.institution_id and c.batch_id = i.batch_id
        union all
        select 'approval:' || a.id, a.member_id, a.conversation_id, 'approval',
            case a.state when 'posted' then 'transferred' else a.state end, c.number, -1
          from approvals a left join (${ends}) e on e.id = a.id
          left join chain c on c.institution_id = a.institution_id and c.batch_id = e.batch_id
          where a.state not in ('waiting', 'withdrawn')
      ) r order by number, position`,
  );
  const replies = await db.query<Reply & { key: string }>(
    `select coalesce('approval:' || e.id, o.in_reply_to) as key, o.purpose, o.status, o.carrier_id as "carrierId"
      from outbound o left join (${ends}) e on e.outbound_id = o.id where o.in_reply_to is not null`,
  );
  const entries = await db.query<{ key: string; accountId: string; after: bigint }>(
    `select t.key, e.account_id as "accountId", e.balance_after as after
      from transactions t join entries e on e.institution_id = t.institution_id and e.transaction_id = t.id
      where t.kind = 'transfer'`,
  );
  const repliesOf = Map.groupBy(replies, ({ key }) => key);
  const entriesOf = Map.groupBy(entries, ({ key }) => key);
  return rows.map((row) => ({
    ...row,
    replies: repliesOf.get(row.key) ?? [],
    moved: new Map(
      (entriesOf.get(row.key) ?? []).map(({ accountId, after }) => [accountId, after]),
    ),
  }));
}
