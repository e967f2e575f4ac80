-- What happened on each day of an institution's zone, counted after the day has ended. Reports read these rows alone.
create table daily_figures (
  institution_id int not null,
  day date not null,
  -- The figures by name, as src/reports/day-figures.ts has them.
  figures jsonb not null,
  -- A day is counted again for some days: receipts of carriers and their costs come late.
  counted_at timestamptz not null,
  primary key (institution_id, day)
);

-- The audit log by who acted and by what they did, newest first. The ids are in order of time.
create index acts_by_person on acts (institution_id, who, id desc);
create index acts_by_kind on acts (institution_id, what, id desc);

-- Looks by who looked, newest first.
create index reads_by_name on reads (institution_id, who_name, id desc);
