-- A text that may report an error is a task at once: when it came, which starts the clock, and by when it is decided.
alter table tasks add column received_at timestamptz;
alter table tasks add column due_on date;
-- The case that was made of it.
alter table tasks add column case_reference text;
create index tasks_possible_errors on tasks (institution_id, member_id)
  where kind = 'possible_error' and state = 'open';
