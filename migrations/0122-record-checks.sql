-- Checks of the record: asked for by a person or by the schedule, run by a job, kept with what they found.
create table record_checks (
  institution_id int not null,
  id uuid not null,
  -- Absent: the schedule.
  asked_by text check (asked_by <> ''),
  asked_at timestamptz not null,
  ended_at timestamptz,
  -- What was checked and what differs.
  found jsonb,
  primary key (institution_id, id),
  check ((ended_at is null) = (found is null))
);

-- One at a time.
create unique index record_checks_waiting on record_checks (institution_id) where ended_at is null;
