-- A dispute or a question about one transaction: the entry that it is about, on the account where the member saw it. The words of a
-- dispute are the member's, without secrets; those of a question are the task's detail.
alter table cases add column account_id uuid;
alter table cases add column entry_sequence bigint;
alter table cases add column words text;
alter table cases add check ((account_id is null) = (entry_sequence is null));
-- A member disputes an entry once at a time.
create unique index cases_of_entry on cases (institution_id, member_id, account_id, entry_sequence)
  where state = 'open' and account_id is not null;

alter table tasks add column account_id uuid;
alter table tasks add column entry_sequence bigint;
alter table tasks add check ((account_id is null) = (entry_sequence is null));
create index tasks_of_entry on tasks (institution_id, member_id, account_id, entry_sequence) where account_id is not null;
