import type { Database } from '../../src/database/database.ts';

/** Two tasks and a dispute of the first member. */
export async function addStaffWork(db: Database): Promise<void> {
  // Two transfers from the site that another core never confirmed. They are older than these books and have no transaction here.
  await db.query(
    `insert into core_orders (institution_id, key, state, content, from_account_id, to_account_id, amount, effective_on,
        from_description, to_description, member_id, asked_at, deadline, next_at, sent_at, sends)
      select m.institution_id, k.key, 'unknown',
        sha256(convert_to('["core order 1","' || f.account_id || '","' || t.account_id || '","100"]', 'UTF8')), f.account_id, t.account_id, 100, current_date, 'A', 'B', m.id, now() - interval '10 years',
        now() - interval '10 years', now(), now(), 1
      from members m
      join share_owners fo on fo.institution_id = m.institution_id and fo.member_id = m.id and fo.suffix = '7'
      join shares f on f.institution_id = m.institution_id and f.id = fo.share_id
      join share_owners o on o.institution_id = m.institution_id and o.member_id = m.id and o.suffix = '0'
      join shares t on t.institution_id = m.institution_id and t.id = o.share_id
      cross join (values ('web:test:1'), ('web:test:2')) as k (key)
      where m.number = '900001'`,
  );
  await db.query(
    `insert into tasks (institution_id, reference, kind, state, member_id, subject, created_at, received_at, due_on)
      select m.institution_id, t.reference, t.kind, 'open', m.id, 'A test', now() - interval '3 days', now() - interval '3 days', '2026-12-08'
        from members m, (values ('T-1123-1001', 'agent'), ('T-1123-1002', 'possible_error')) as t (reference, kind)
        where m.number = '900001'`,
  );
  await db.query(
    `insert into cases (institution_id, reference, member_id, kind, state, received_at, due_on, provisional_due_on, business_days)
      select institution_id, 'D-1123-1001', id, 'dispute', 'open', now() - interval '3 days', '2026-12-08', '2027-01-07',
          '12345-less-federal-holidays'
        from members where number = '900001'`,
  );
}
