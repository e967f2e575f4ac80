import type { Database } from '../../src/database/database.ts';

/** One message in the database, with its answer and the transfer it made. */
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

/**
 * Reads all incoming messages in order: by the batch's number in the chain, then by the place in
 * the batch.
 */
export async function readRecord(db: Database): Promise<Answered[]> {
  const rows = await db.query<Omit<Answered, 'replies' | 'moved'>>(
    `select i.channel || ':' || i.external_id as key, i.member_id as "memberId", i.conversation_id as "conversationId",
        i.intent, i.outcome
      from inbound i join chain c on c.institution_id = i.institution_id and c.batch_id = i.batch_id
      order by c.number, i.position`,
  );
  const replies = await db.query<Reply & { key: string }>(
    `select in_reply_to as key, purpose, status, carrier_id as "carrierId" from outbound where in_reply_to is not null`,
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
