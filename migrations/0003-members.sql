-- Institutions hosted here; everything else belongs to exactly one.
create table institutions (
  id int primary key,
  slug text not null unique,
  name text not null,
  zone text not null,
  currency text not null,
  -- Messages are executed by `say`, and the demonstration's keys accepted, only here.
  demonstration boolean not null default false,
  settings jsonb not null,
  created_at timestamptz not null
);

create table members (
  institution_id int not null,
  id uuid not null,
  number text not null,
  name text not null,
  language text check (language in ('en', 'fr', 'es')),
  default_share_id uuid,
  transfer_source_share_id uuid,
  -- LOCK: the service is stopped on all channels.
  locked_at timestamptz,
  -- When the disclosures were recorded; no money moves before.
  disclosed_at timestamptz,
  created_at timestamptz not null,
  primary key (institution_id, id),
  unique (institution_id, number)
) with (fillfactor = 90);

create table addresses (
  institution_id int not null,
  id uuid not null,
  member_id uuid not null,
  channel text not null check (channel in ('x', 'sms', 'app')),
  lookup bytea not null,
  address bytea not null,
  handle text,
  state text not null check (state in ('unproven', 'proven', 'suspended', 'paused', 'removed')),
  state_reason text,
  may_move_money boolean not null default false,
  per_transfer bigint check (per_transfer > 0),
  per_day bigint check (per_day > 0),
  money_locked_at timestamptz,
  money_locked_reason text,
  proven_at timestamptz,
  last_used_on date,
  created_at timestamptz not null,
  primary key (institution_id, id)
) with (fillfactor = 90);

-- One address serves one membership; a removed one may be bound anew.
create unique index addresses_live on addresses (institution_id, channel, lookup) where state <> 'removed';
create index addresses_of_member on addresses (institution_id, member_id);

-- Authentication codes, each version kept, so that an old message can be checked.
create table codes (
  institution_id int not null,
  address_id uuid not null,
  version int not null,
  sealed bytea not null,
  -- Keyed hash, to refuse a code that was used before.
  lookup bytea not null,
  chosen boolean not null,
  created_at timestamptz not null,
  primary key (institution_id, address_id, version)
);

create table consents (
  institution_id int not null,
  id uuid not null,
  kind text not null,
  version text not null,
  channel text,
  member_id uuid,
  address_id uuid,
  conversation_id uuid,
  how text not null,
  at timestamptz not null,
  primary key (institution_id, id)
);

create index consents_of_member on consents (institution_id, member_id, at);

-- What each address has moved on a day of the institution's zone; minor units.
create table transfer_usage (
  institution_id int not null,
  address_id uuid not null,
  day date not null,
  amount bigint not null check (amount > 0),
  primary key (institution_id, address_id, day)
) with (fillfactor = 80);

-- Disputes, with the dates that the law sets.
create table cases (
  institution_id int not null,
  reference text not null,
  member_id uuid not null,
  kind text not null,
  state text not null check (state in ('open', 'closed')),
  inbound_key text,
  received_at timestamptz not null,
  due_on date not null,
  provisional_due_on date not null,
  closed_at timestamptz,
  primary key (institution_id, reference)
);

-- Work for people.
create table tasks (
  institution_id int not null,
  reference text not null,
  kind text not null,
  state text not null check (state in ('open', 'done')),
  member_id uuid,
  subject text not null,
  detail text,
  inbound_key text,
  created_at timestamptz not null,
  done_at timestamptz,
  primary key (institution_id, reference)
);

-- What staff and operators changed: who, why, what. Append-only.
create table acts (
  institution_id int not null,
  id uuid not null,
  who text not null check (who <> ''),
  why text not null check (why <> ''),
  what text not null,
  subject text not null,
  detail jsonb not null,
  at timestamptz not null,
  primary key (institution_id, id)
);

create table shares (
  institution_id int not null,
  id uuid not null,
  account_id uuid not null,
  kind text not null check (kind in ('checking', 'savings', 'certificate', 'loan')),
  currency text not null,
  opened_at timestamptz not null,
  primary key (institution_id, id),
  unique (institution_id, account_id)
);

create table share_owners (
  institution_id int not null,
  member_id uuid not null,
  share_id uuid not null,
  -- 1, 2, 3… for this member, never given anew.
  ordinal int not null,
  role text not null check (role in ('owner', 'joint')),
  suffix text not null,
  nickname text,
  may_see boolean not null default true,
  may_move_from boolean not null,
  may_move_to boolean not null,
  primary key (institution_id, member_id, share_id),
  unique (institution_id, member_id, suffix),
  unique (institution_id, member_id, ordinal)
);

create index share_owners_of_share on share_owners (institution_id, share_id);

-- A suffix given up names nothing for a while, so that an old habit can't move money to a new share.
create table retired_suffixes (
  institution_id int not null,
  member_id uuid not null,
  suffix text not null,
  retired_at timestamptz not null,
  primary key (institution_id, member_id, suffix)
);
