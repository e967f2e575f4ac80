-- Changes of settings that wait to be tried and made live. What became live is in settings_versions.
create table settings_drafts (
  institution_id int not null,
  id uuid not null,
  -- The version of the settings that it was made on. Another version in between makes it stale.
  base_version int not null check (base_version > 0),
  -- Raised by each change. A rehearsal is of one revision.
  revision int not null check (revision > 0),
  state text not null check (state in ('open', 'live', 'dropped')),
  -- By name: the whole new value. Null: the default again.
  settings jsonb not null,
  made_by text not null,
  made_at timestamptz not null,
  changed_by text not null,
  changed_at timestamptz not null,
  ended_by text,
  ended_at timestamptz,
  -- The version that it became.
  live_version int check (live_version > 0),
  primary key (institution_id, id),
  check ((state = 'open') = (ended_at is null)),
  check ((state = 'live') = (live_version is not null))
);

create index settings_drafts_by_time on settings_drafts (institution_id, changed_at desc);

-- A draft tried on the texts of the last month: how far, and how many would be read or answered otherwise.
create table settings_rehearsals (
  institution_id int not null,
  draft_id uuid not null,
  revision int not null check (revision > 0),
  state text not null check (state in ('running', 'done', 'stopped')),
  since timestamptz not null,
  started_by text not null,
  started_at timestamptz not null,
  finished_at timestamptz,
  total int not null check (total >= 0),
  looked_at int not null default 0 check (looked_at >= 0),
  read_otherwise int not null default 0 check (read_otherwise >= 0),
  answered_otherwise int not null default 0 check (answered_otherwise >= 0),
  -- Kinds of texts that are listed.
  listed int not null default 0 check (listed >= 0),
  -- When its last batch was written. A job that stands still for a minute is begun again.
  moved_at timestamptz not null,
  -- The last text that was looked at: a restart goes on after it.
  at timestamptz,
  ref text,
  channel text,
  primary key (institution_id, draft_id)
);

create index settings_rehearsals_running on settings_rehearsals (institution_id) where state = 'running';

-- Texts that a draft reads or answers otherwise, masked and without who wrote them. Equal ones are counted.
create table rehearsed_texts (
  institution_id int not null,
  draft_id uuid not null,
  digest bytea not null,
  text text not null,
  read_before text not null,
  read_after text not null,
  reply_before text not null,
  reply_after text not null,
  times int not null check (times > 0),
  primary key (institution_id, draft_id, digest)
);
