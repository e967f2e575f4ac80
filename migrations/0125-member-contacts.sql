-- How the institution reaches a member besides our channels, as its other systems have it. Nobody is enrolled by it, and we send
-- nothing there: consent and addresses are elsewhere. Encrypted, as addresses are.
create table member_contacts (
  institution_id int not null,
  member_id uuid not null,
  phone bytea,
  email bytea,
  changed_at timestamptz not null,
  primary key (institution_id, member_id),
  check (num_nonnulls(phone, email) > 0)
);
