-- Looks of staff at members' data: who, at whom, on which page. The rows are evidence: nothing changes or deletes one.
create table reads (
  institution_id int not null,
  id uuid not null,
  -- Absent: the server's own rights, on the command line.
  who uuid,
  who_name text not null check (who_name <> ''),
  -- Absent: a look at many members at once, such as an export or a search over all messages.
  member_id uuid,
  -- The page, or what was shown, such as `member` or `phone`.
  what text not null check (what <> ''),
  -- A look that needs a reason, such as an unmasked phone number, has one.
  why text check (why <> ''),
  at timestamptz not null,
  primary key (institution_id, id)
);

create index reads_of_member on reads (institution_id, member_id, at desc);
create index reads_by_time on reads (institution_id, at desc);
create index reads_by_person on reads (institution_id, who, at desc);
