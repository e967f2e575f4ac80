-- Orders to a core elsewhere. An order is committed before the core hears of it, and again as sent before the call: a crash loses
-- none and doubles none. Our own books need no row here.
create table core_orders (
  institution_id int not null,
  -- Idempotency: the identity of the message or request that asked.
  key text not null,
  -- asked: not sent yet. sent: the call may have reached the core. unknown: it may have, and the answer was lost.
  state text not null check (state in ('asked', 'sent', 'unknown', 'posted', 'refused', 'abandoned')),
  -- SHA-256 of what was asked: the same key with another content is refused.
  content bytea not null,
  from_account_id uuid not null,
  to_account_id uuid not null,
  amount bigint not null check (amount > 0),
  effective_on date not null,
  from_description text not null,
  to_description text not null,
  member_id uuid not null,
  -- Null: it came through a session.
  address_id uuid,
  asked_at timestamptz not null,
  -- Not sent later than this.
  deadline timestamptz not null,
  -- When the next step is due; null once the order has ended.
  next_at timestamptz,
  -- Until then one process alone works on it.
  leased_until timestamptz,
  sent_at timestamptz,
  sends smallint not null default 0,
  finds smallint not null default 0,
  -- When the member and staff were told that it is not confirmed.
  told_at timestamptz,
  ended_at timestamptz,
  -- The same by the database's clock, which all processes share: it tells which snapshots show the posting.
  ended_on_server timestamptz,
  -- What the core calls the posting, and both accounts after it.
  reference text,
  balances jsonb,
  refusal text,
  -- Of an order that staff abandoned: who, and by what proof.
  abandoned_by text,
  proof text,
  primary key (institution_id, key),
  check ((next_at is null) = (ended_at is not null)),
  check ((ended_at is null) = (ended_on_server is null)),
  check ((ended_at is not null) = (state in ('posted', 'refused', 'abandoned'))),
  check (state <> 'posted' or reference is not null),
  check (state <> 'refused' or refusal is not null),
  check (state <> 'abandoned' or (abandoned_by is not null and proof is not null))
) with (fillfactor = 70);

-- Work that is due, of all institutions.
create index core_orders_due on core_orders (next_at) where next_at is not null;
-- What counts as held on an account.
create index core_orders_held on core_orders (institution_id, from_account_id, ended_on_server);

-- The lock under which transfers of one account at a core elsewhere are decided one after another.
create table core_accounts (
  institution_id int not null,
  account_id uuid not null,
  primary key (institution_id, account_id)
);
