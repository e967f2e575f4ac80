-- An institution's X account: its tokens, sealed. X rotates refresh tokens; the row is the lock under which one process
-- refreshes.
create table x_accounts (
  institution_id int primary key,
  tokens bytea,
  -- The newest direct message that polling has seen.
  seen_message_id text,
  changed_at timestamptz not null
);
