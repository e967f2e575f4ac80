-- How members sign in to the online bank. Tokens, words and hashes of passwords are never here in clear.

-- A member who was invited to sign in, and does since they activated it. The handle names them to their passkeys and says nothing
-- about them.
create table accesses (
  institution_id int not null,
  member_id uuid not null,
  handle bytea not null,
  created_at timestamptz not null,
  activated_at timestamptz,
  primary key (institution_id, member_id),
  unique (institution_id, handle)
);

-- One-time activation codes, which staff hand out. A newer one ends the older.
create table invitations (
  institution_id int not null,
  member_id uuid not null,
  -- Keyed hash of the code.
  lookup bytea not null,
  tries smallint not null default 0 check (tries between 0 and 5),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (institution_id, member_id)
);

create table passkeys (
  institution_id int not null,
  id uuid not null,
  member_id uuid not null,
  -- The authenticator's own name for it, and its public key (COSE).
  credential_id bytea not null,
  public_key bytea not null,
  -- Stays 0 where the authenticator doesn't count, as passkeys that are shared between devices don't.
  counter bigint not null check (counter >= 0),
  transports text[] not null,
  backed_up boolean not null,
  name text not null,
  created_at timestamptz not null,
  last_used_at timestamptz,
  primary key (institution_id, id),
  unique (institution_id, credential_id)
);

create index passkeys_of_member on passkeys (institution_id, member_id);

create table passwords (
  institution_id int not null,
  member_id uuid not null,
  -- The argon2id hash with its salt and parameters, sealed: the database alone does not let anyone try passwords.
  sealed bytea not null,
  changed_at timestamptz not null,
  primary key (institution_id, member_id)
);

create table totp_secrets (
  institution_id int not null,
  member_id uuid not null,
  sealed bytea not null,
  -- The newest step of 30 seconds that was accepted; none up to it is accepted again.
  step_used bigint not null,
  created_at timestamptz not null,
  primary key (institution_id, member_id)
);

create table recovery_codes (
  institution_id int not null,
  member_id uuid not null,
  lookup bytea not null,
  created_at timestamptz not null,
  used_at timestamptz,
  primary key (institution_id, member_id, lookup)
);

-- Between the first and the last step of something: a passkey's challenge, a password given whose second factor is missing, an
-- activation or a new authenticator app under way. Used once.
create table sign_in_steps (
  institution_id int not null,
  lookup bytea not null,
  kind text not null check (kind in ('passkey_sign_in', 'passkey_addition', 'passkey_verification', 'second_factor',
    'activation', 'totp')),
  member_id uuid,
  -- The session that began it, where there is one: only it may finish.
  session_id uuid,
  -- What has to be kept meanwhile, such as the secret of an authenticator app that is being set up. Sealed.
  sealed bytea,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (institution_id, lookup)
);

create index sign_in_steps_expired on sign_in_steps (institution_id, expires_at);

create table sessions (
  institution_id int not null,
  id uuid not null,
  member_id uuid not null,
  lookup bytea not null,
  device text not null,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  verified_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (institution_id, id),
  unique (institution_id, lookup)
) with (fillfactor = 80);

create index sessions_of_member on sessions (institution_id, member_id);

-- Failures in a row, by account or by network address (keyed hashes: whether such a member exists makes no difference).
create table sign_in_attempts (
  institution_id int not null,
  subject bytea not null,
  failures int not null,
  -- A network address forgets after a quiet hour, an account only by success.
  forgets boolean not null,
  last_at timestamptz not null,
  locked_until timestamptz,
  primary key (institution_id, subject)
) with (fillfactor = 80);

create index sign_in_attempts_by_age on sign_in_attempts (institution_id, last_at);

-- What happened to a member's access, for the member to read. Append-only.
create table security_events (
  institution_id int not null,
  id uuid not null,
  member_id uuid not null,
  kind text not null,
  device text,
  detail jsonb not null,
  at timestamptz not null,
  primary key (institution_id, id)
);

create index security_events_of_member on security_events (institution_id, member_id, at);
