-- Acts of staff that take two persons: who asked for which, who decided. The row is kept after its end: it is the evidence.
create table staff_approvals (
  institution_id int not null,
  id uuid not null,
  -- What people call it: A-1123-4821.
  reference text not null,
  -- The operation with its input, and what changes by it as both persons saw it.
  operation text not null,
  permission text not null,
  input jsonb not null,
  subject text not null,
  shown jsonb not null,
  -- SHA-256 of operation, input and what was shown.
  digest bytea not null,
  -- Absent: the server's own rights, on the command line.
  asked_by uuid,
  asked_by_name text not null,
  asked_why text not null,
  asked_at timestamptz not null,
  -- By when somebody has to decide, where a law sets a date before it expires.
  due_at timestamptz,
  expires_at timestamptz not null,
  -- alone: done on the command line without a second person.
  state text not null default 'waiting'
    check (state in ('waiting', 'approved', 'declined', 'withdrawn', 'lapsed', 'refused', 'alone')),
  decided_by uuid,
  decided_by_name text,
  decided_why text,
  decided_at timestamptz,
  -- refused: the refusal that the approved operation met.
  outcome jsonb,
  -- alone: who has looked at it since.
  seen_by_name text,
  seen_at timestamptz,
  primary key (institution_id, id),
  unique (institution_id, reference),
  check ((state = 'waiting') = (decided_at is null)),
  check (state = 'alone' or asked_by is not null),
  -- Nobody approves what they asked for.
  check (state <> 'approved' or decided_by <> asked_by)
);

create index staff_approvals_waiting on staff_approvals (institution_id, expires_at) where state = 'waiting';
create index staff_approvals_by_time on staff_approvals (institution_id, asked_at);
