-- What was posted here goes to another core in files, one after another.
create table posting_files (
  institution_id int not null,
  number int not null check (number > 0),
  made_at timestamptz not null,
  lines int not null check (lines > 0),
  primary key (institution_id, number)
);

-- A line of such a file: what one transaction did to one account. Its id there is the transaction's.
create table posting_lines (
  institution_id int not null,
  transaction_id uuid not null,
  account_id uuid not null,
  file_number int not null,
  -- On the account's normal side, as its balance.
  amount bigint not null check (amount <> 0),
  -- sent; settled: an entry of the core is this one; rejected: the core refused it, and it was reversed here.
  state text not null check (state in ('sent', 'settled', 'rejected')),
  external_id text,
  ended_at timestamptz,
  primary key (institution_id, transaction_id, account_id),
  check ((state = 'sent') = (ended_at is null)),
  check ((state = 'settled') = (external_id is not null))
);

-- One entry of the core settles one line.
create unique index posting_lines_settled on posting_lines (institution_id, external_id) where external_id is not null;
create index posting_lines_sent on posting_lines (institution_id, account_id) where state = 'sent';
create index posting_lines_of_file on posting_lines (institution_id, file_number);

-- An entry of the core that may be one of those lines, but doesn't say so. Staff decide whether it is ours, or is posted.
create table waiting_entries (
  institution_id int not null,
  external_id text not null,
  account_id uuid not null,
  -- The line that it may be.
  transaction_id uuid not null,
  amount bigint not null check (amount <> 0),
  effective_on date not null,
  kind text not null,
  check_number text,
  description text not null,
  state text not null check (state in ('waiting', 'ours', 'posted')),
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (institution_id, external_id),
  check ((state = 'waiting') = (ended_at is null))
);
