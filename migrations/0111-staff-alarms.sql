-- What staff must hear of within a minute: one row for each task, or act that takes two persons.
create table staff_alarms (
  institution_id int not null,
  kind text not null check (kind in ('stop', 'possible_error', 'alarm', 'channel', 'core_order', 'alone', 'approval_due')),
  -- Of the task or the act.
  reference text not null,
  raised_at timestamptz not null,
  -- Somebody took it, decided it or looked at it.
  ended_at timestamptz,
  primary key (institution_id, kind, reference)
);

create index staff_alarms_open on staff_alarms (institution_id, raised_at) where ended_at is null;

-- Who is told of an alarm at which step, each once.
create table staff_alarm_sends (
  institution_id int not null,
  kind text not null,
  reference text not null,
  -- 0 is the first step; each later one follows while nobody takes it.
  step smallint not null,
  way text not null check (way in ('mail', 'webhook')),
  target text not null,
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'failed')),
  due_at timestamptz not null,
  -- The next try; while a process sends it, when that process has lost it.
  next_at timestamptz,
  tries smallint not null default 0,
  -- What the last try met: a code, never a text of the other side.
  problem text,
  sent_at timestamptz,
  primary key (institution_id, kind, reference, step, way, target),
  check ((state = 'waiting') = (next_at is not null)),
  check ((state = 'sent') = (sent_at is not null))
);

create index staff_alarm_sends_due on staff_alarm_sends (institution_id, next_at) where state = 'waiting';
create index staff_alarm_sends_failed on staff_alarm_sends (institution_id, due_at) where state <> 'sent';
