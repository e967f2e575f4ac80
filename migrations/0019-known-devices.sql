-- Browsers in which a member has signed in before. Wrong passwords from one of them count for it alone, so a stranger's guesses
-- can't keep the member out. The browser holds a token; only its keyed hash is here.
create table known_devices (
  institution_id int not null,
  member_id uuid not null,
  lookup bytea not null,
  created_at timestamptz not null,
  last_used_at timestamptz not null,
  primary key (institution_id, member_id, lookup)
);

create index known_devices_by_lookup on known_devices (institution_id, lookup);

-- A wrong guess costs the guesser and never the invitation.
alter table invitations drop column tries;
