-- Programs of the institution or of its partners. Each may read what its scopes name, by one token.
create table programs (
  institution_id int not null,
  id uuid not null,
  name text not null check (name <> ''),
  -- Operations of staff, or permissions of the table of roles. They read only.
  scopes text[] not null check (cardinality(scopes) > 0),
  made_at timestamptz not null,
  made_by text not null,
  -- After this nobody can make it another token either.
  expires_at timestamptz not null,
  -- SHA-256 of a token of 256 bits. Null: none was made yet.
  token_hash bytea,
  token_made_at timestamptz,
  last_used_at timestamptz,
  ended_at timestamptz,
  primary key (institution_id, id),
  unique (institution_id, token_hash),
  check ((token_hash is null) = (token_made_at is null)),
  -- An ended program has no token.
  check (ended_at is null or token_hash is null)
);

create unique index programs_by_name on programs (institution_id, lower(name)) where ended_at is null;

-- How many calls a program has left. All processes share it.
create table program_rates (
  institution_id int not null,
  program_id uuid not null,
  level double precision not null,
  at timestamptz not null,
  primary key (institution_id, program_id)
) with (fillfactor = 80);
