-- What members moved in the online bank on a day of the institution's zone; addresses count for themselves in transfer_usage.
create table online_usage (
  institution_id int not null,
  member_id uuid not null,
  day date not null,
  amount bigint not null check (amount >= 0),
  primary key (institution_id, member_id, day)
);
