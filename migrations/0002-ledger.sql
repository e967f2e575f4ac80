-- The books. Sign convention, here and in the program: entries are signed, debit positive; a balance stands on its
-- account's normal side, so that balance after = balance before + normal_side * amount.
-- No foreign keys and no triggers: what they would check, the writing statement and `verify` check.

-- The state of each account as its entries and events make it: one narrow row, no index on a column that changes (so
-- that updates stay on their page).
create table accounts (
  institution_id int not null,
  id uuid not null,
  class text not null check (class in ('asset', 'liability', 'equity', 'income', 'expense')),
  -- What it is: checking, savings, certificate, loan; for internal accounts cash, settlement, fee_income and so on.
  kind text not null,
  normal_side smallint not null,
  currency text not null,
  -- Internal accounts belong to the institution and have no floor.
  internal boolean not null,
  opened_on date not null,
  closed_on date,
  ledger_balance bigint not null default 0,
  held bigint not null default 0 check (held >= 0),
  overdraft_limit bigint not null default 0 check (overdraft_limit >= 0),
  -- Sequence of its newest entry.
  version bigint not null default 0,
  -- Number of its newest event.
  events int not null default 0,
  last_entry_on date,
  primary key (institution_id, id),
  check (normal_side = case when class in ('asset', 'expense') then 1 else -1 end)
) with (fillfactor = 50);

-- One internal account of each kind and currency.
create unique index accounts_internal on accounts (institution_id, kind, currency) where internal;

-- One row for each order that was carried out: a posting with its entries, or what happened to a hold or an account.
-- Append-only; a mistake is undone by another that names it in reversal_of.
create table transactions (
  institution_id int not null,
  -- UUIDv7: in order of time.
  id uuid not null,
  batch_id uuid not null,
  -- Idempotency: the identity of the message or request that asked.
  key text not null,
  -- SHA-256 of what was asked: the same key with another content is refused.
  content bytea not null,
  kind text not null,
  memo text not null,
  effective_on date not null,
  posted_at timestamptz not null,
  reversal_of uuid,
  -- Allowed to pass the floor of a member's account.
  forced boolean not null,
  primary key (institution_id, id),
  unique (institution_id, key)
);

create unique index transactions_reversed on transactions (institution_id, reversal_of)
  where reversal_of is not null;
create index transactions_batch on transactions (institution_id, batch_id);

-- Append-only. Each shows the balance after it: history proves itself row by row.
create table entries (
  institution_id int not null,
  account_id uuid not null,
  -- 1, 2, 3… for each account, without gaps.
  sequence bigint not null,
  transaction_id uuid not null,
  batch_id uuid not null,
  amount bigint not null check (amount <> 0),
  balance_after bigint not null,
  effective_on date not null,
  posted_at timestamptz not null,
  -- This entry took a member's account below its floor.
  below_floor boolean not null,
  -- deposit, withdrawal, check, transfer, fee, dividend, payment…
  kind text not null,
  check_number text,
  description text not null,
  primary key (institution_id, account_id, sequence)
);

-- The last n that came in, or went out: whatever their kind.
create index entries_direction on entries (institution_id, account_id, (amount > 0), sequence desc);
-- The last n checks, and one by its number.
create index entries_checks on entries (institution_id, account_id, sequence desc) where kind = 'check';
create index entries_check_number on entries (institution_id, account_id, check_number, sequence desc)
  where check_number is not null;
create index entries_batch on entries (institution_id, batch_id);

-- Append-only: opened (with all that never changes), limit, closed.
create table account_events (
  institution_id int not null,
  account_id uuid not null,
  -- 1, 2, 3… for each account, without gaps.
  number int not null,
  transaction_id uuid not null,
  batch_id uuid not null,
  event text not null check (event in ('opened', 'limit', 'closed')),
  class text,
  kind text,
  currency text,
  internal boolean,
  overdraft_limit bigint,
  happened_on date not null,
  primary key (institution_id, account_id, number)
);

create index account_events_batch on account_events (institution_id, batch_id);

-- The state of each hold as its events make it.
create table holds (
  institution_id int not null,
  id uuid not null,
  account_id uuid not null,
  amount bigint not null check (amount > 0),
  -- What is still held: amount less what was captured; 0 once the hold has ended.
  remaining bigint not null check (remaining between 0 and amount),
  state text not null check (state in ('open', 'captured', 'released', 'expired')),
  description text not null,
  placed_at timestamptz not null,
  expires_at timestamptz,
  -- Number of its newest event.
  events int not null,
  primary key (institution_id, id),
  check ((state = 'open') = (remaining > 0))
) with (fillfactor = 80);

create index holds_open on holds (institution_id, account_id) where state = 'open';
create index holds_expiring on holds (institution_id, expires_at) where state = 'open';

-- Append-only: placed, captured (in parts or whole, each with its posting), released, expired.
create table hold_events (
  institution_id int not null,
  hold_id uuid not null,
  number int not null,
  transaction_id uuid not null,
  batch_id uuid not null,
  account_id uuid not null,
  event text not null check (event in ('placed', 'captured', 'released', 'expired')),
  amount bigint not null check (amount > 0),
  description text not null,
  expires_at timestamptz,
  happened_at timestamptz not null,
  primary key (institution_id, hold_id, number)
);

create index hold_events_batch on hold_events (institution_id, batch_id);
