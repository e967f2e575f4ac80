-- Who does a task, and how it ended.
alter table tasks add column taken_by text;
alter table tasks add column taken_at timestamptz;
alter table tasks add column outcome text;

-- What lengthens the terms of a case (12 CFR 1005.11(c)(3)); unknown is the shorter term.
alter table cases add column new_account boolean not null default false;
alter table cases add column point_of_sale boolean not null default false;
alter table cases add column outside_us boolean not null default false;
-- An oral notice whose written confirmation was asked for, and when that came.
alter table cases add column written_asked boolean not null default false;
alter table cases add column written_on date;
-- When the statement was sent that first showed the error: a notice is in time for 60 days.
alter table cases add column statement_on date;
-- What was done, and when the member was told.
alter table cases add column credited_on date;
alter table cases add column credit_told_on date;
alter table cases add column decided_on date;
alter table cases add column outcome text check (outcome in ('error', 'no_error', 'withdrawn'));
alter table cases add column result_told_on date;
alter table cases add column corrected_on date;
alter table cases add column withdrawal_told_on date;
-- The rules of business days by which the due dates were counted. What is there already was counted by the one that was fixed.
alter table cases add column business_days text not null default '12345-less-federal-holidays';
alter table cases alter column business_days drop default;
create index cases_open on cases (institution_id, due_on) where state = 'open';

-- The notes of a task or a case are acts on its reference.
create index acts_of_subject on acts (institution_id, subject, at);

-- Closures are kept with their reasons, by day.
update institutions set settings = jsonb_set(settings, '{closures}', (
    select coalesce(jsonb_object_agg(day, 'Closed'), '{}'::jsonb)
      from jsonb_array_elements_text(settings -> 'closures') as days (day)))
  where jsonb_typeof(settings -> 'closures') = 'array';
