-- Files with members' data that somebody may take away: who, why, what of, and whether they did. Each is taken once.
create table granted_exports (
  institution_id int not null,
  id uuid not null,
  kind text not null check (kind in ('period')),
  -- Their identity; the name of who acts on the command line.
  who text not null check (who <> ''),
  who_name text not null check (who_name <> ''),
  why text not null check (why <> ''),
  criteria jsonb not null,
  -- Under which approval. Absent: their role needs none.
  approval text,
  granted_at timestamptz not null,
  expires_at timestamptz not null,
  taken_at timestamptz,
  primary key (institution_id, id)
);

create index granted_exports_of on granted_exports (institution_id, who, granted_at desc);
