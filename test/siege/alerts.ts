import type { Database } from '../../src/database/database.ts';
import type { Fixture } from '../support/fixture.ts';

/** An alert's message, and how many events it tells. */
export interface SentAlert {
  readonly status: string;
  readonly carrierId: string | null;
  readonly told: number;
}

/** Gives each member alerts for any deposit and any withdrawal, so that each transfer fires two. */
export async function askForAlerts(db: Database, { institution }: Fixture): Promise<void> {
  await db.query(
    `insert into alert_rules (institution_id, id, member_id, number, kind, amount, set_at)
      select $1::int, gen_random_uuid(), m.id, k.number, k.kind, 1, now()
      from members m cross join (values (1, 'deposit'), (2, 'withdrawal')) as k (number, kind)
      where m.institution_id = $1`,
    [institution.id],
  );
}

/** Reads the alerts' messages. */
export async function readAlerts(db: Database): Promise<SentAlert[]> {
  return db.query<SentAlert>(
    `select o.status, o.carrier_id as "carrierId", count(e.cause)::int as told
      from outbound o left join alert_events e on e.institution_id = o.institution_id and e.outbound_id = o.id
      where o.purpose = 'alert' group by o.institution_id, o.id`,
  );
}

/** Finds transfers that fired no alert or one too many, alerts that nobody told, and messages that tell of nothing. */
export async function wrongAlerts(db: Database, alerts: readonly SentAlert[]): Promise<string[]> {
  const [row] = await db.query<{
    entries: number;
    events: number;
    waiting: number;
    untold: number;
  }>(
    `select (select count(*)::int from entries where kind = 'transfer') as entries,
      (select count(*)::int from alert_events) as events,
      (select count(*)::int from alert_events where taken_at is null) as waiting,
      (select count(*)::int from alert_events e where e.outcome = 'sent' and not exists (select from outbound o
        where o.institution_id = e.institution_id and o.id = e.outbound_id and o.purpose = 'alert')) as untold`,
  );
  return [
    ...(row?.entries === row?.events
      ? []
      : [`${row?.entries} entries of transfers fired ${row?.events} alerts`]),
    ...(row?.waiting === 0 ? [] : [`${row?.waiting} alerts were never told`]),
    ...(row?.untold === 0 ? [] : [`${row?.untold} alerts count as told by no message`]),
    ...alerts
      .filter(({ told }) => told === 0)
      .map(({ carrierId }) => `the alert ${carrierId ?? '?'} tells of nothing: it was sent twice`),
  ];
}
