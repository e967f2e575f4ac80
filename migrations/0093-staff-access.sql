-- People of the institution's staff who sign in to the console, by passkey or by the institution's single sign-on.
create table staff_members (
  institution_id int not null,
  id uuid not null,
  name text not null check (name <> ''),
  -- As written, and in small letters: each address belongs to one person at a time.
  email text not null,
  email_key text not null,
  roles text[] not null check (cardinality(roles) > 0
    and roles <@ array['teller', 'service', 'supervisor', 'compliance', 'auditor', 'admin']),
  language text not null,
  state text not null check (state in ('invited', 'active', 'ended')),
  -- Names the person to their passkeys and says nothing about them.
  handle bytea not null,
  -- Who they are at the identity provider, from their first sign-in there on.
  oidc_issuer text,
  oidc_subject text,
  invited_at timestamptz not null,
  activated_at timestamptz,
  ended_at timestamptz,
  primary key (institution_id, id),
  unique (institution_id, handle),
  check ((oidc_issuer is null) = (oidc_subject is null)),
  check (state <> 'active' or activated_at is not null),
  check ((state = 'ended') = (ended_at is not null))
);

create unique index staff_members_email on staff_members (institution_id, email_key) where state <> 'ended';
create unique index staff_members_subject on staff_members (institution_id, oidc_issuer, oidc_subject)
  where oidc_subject is not null and state <> 'ended';

-- What an invited person needs to sign in for the first time: a link from one person and a code from another, each once.
create table staff_invitations (
  institution_id int not null,
  staff_id uuid not null,
  link_hash bytea,
  -- Who made it. Null: the server's own rights.
  link_by uuid,
  link_expires_at timestamptz,
  -- Keyed hash of the code.
  code_lookup bytea,
  code_by uuid,
  code_expires_at timestamptz,
  tries smallint not null default 0 check (tries between 0 and 5),
  used_at timestamptz,
  primary key (institution_id, staff_id),
  check ((link_hash is null) = (link_expires_at is null)),
  check ((code_lookup is null) = (code_expires_at is null))
);

create unique index staff_invitations_link on staff_invitations (institution_id, link_hash);

create table staff_passkeys (
  institution_id int not null,
  id uuid not null,
  staff_id uuid not null,
  credential_id bytea not null,
  public_key bytea not null,
  counter bigint not null check (counter >= 0),
  transports text[] not null,
  backed_up boolean not null,
  name text not null,
  created_at timestamptz not null,
  last_used_at timestamptz,
  primary key (institution_id, id),
  unique (institution_id, credential_id)
);

create index staff_passkeys_of_person on staff_passkeys (institution_id, staff_id);

create table staff_sessions (
  institution_id int not null,
  id uuid not null,
  staff_id uuid not null,
  -- SHA-256 of a token of 256 bits.
  token_hash bytea not null,
  proven_by text not null check (proven_by in ('passkey', 'single_sign_on', 'demonstration')),
  -- The browser's own name, and the network address.
  device text not null,
  came_from text not null,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  verified_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (institution_id, id),
  unique (institution_id, token_hash)
) with (fillfactor = 80);

create index staff_sessions_of_person on staff_sessions (institution_id, staff_id);

-- By these a person acts on the command line, with their own roles.
create table staff_tokens (
  institution_id int not null,
  id uuid not null,
  staff_id uuid not null,
  token_hash bytea not null,
  name text not null check (name <> ''),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  last_used_at timestamptz,
  primary key (institution_id, id),
  unique (institution_id, token_hash)
);

create index staff_tokens_of_person on staff_tokens (institution_id, staff_id);

-- The steps between two requests when staff sign in.
alter table sign_in_steps drop constraint sign_in_steps_kind_check;
alter table sign_in_steps add constraint sign_in_steps_kind_check check (kind in ('passkey_sign_in', 'passkey_addition',
  'passkey_verification', 'second_factor', 'activation', 'totp', 'approval', 'staff_sign_in', 'staff_passkey', 'staff_verification',
  'staff_activation', 'staff_single_sign_on'));
