-- The account on the other side of an entry, where its transaction has exactly two. History names that side by what it is called
-- today, and the guard against repeats compares it. No digest covers it, so that the digests of earlier rows stay as they are:
-- `verify` derives it from the transaction's other entry.
alter table entries add column counter_account_id uuid;

with pairs as (
  select institution_id, transaction_id, min(account_id::text)::uuid as one, max(account_id::text)::uuid as other
  from entries
  group by institution_id, transaction_id
  having count(*) = 2
)
update entries e set counter_account_id = case when e.account_id = p.one then p.other else p.one end
from pairs p
where e.institution_id = p.institution_id and e.transaction_id = p.transaction_id and p.one <> p.other;
