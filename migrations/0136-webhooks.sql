-- Where the institution wants to be told of events.
create table webhooks (
  institution_id int not null,
  id uuid not null,
  name text not null check (name <> ''),
  url text not null check (url <> ''),
  -- Kinds of domain events.
  kinds text[] not null check (cardinality(kinds) > 0),
  -- Events up to this one came before it.
  after_number bigint not null,
  -- What signs the deliveries, encrypted. Null: none was made yet, and nothing is sent.
  sealed bytea,
  made_at timestamptz not null,
  made_by text not null,
  secret_made_at timestamptz,
  ended_at timestamptz,
  primary key (institution_id, id),
  check ((sealed is null) = (secret_made_at is null)),
  check (ended_at is null or sealed is null)
);

create unique index webhooks_by_name on webhooks (institution_id, lower(name)) where ended_at is null;

-- Each event for each webhook: what is sent, and how far it is.
create table webhook_deliveries (
  institution_id int not null,
  webhook_id uuid not null,
  event_number bigint not null,
  kind text not null,
  -- As it is sent, byte for byte, each time.
  body text not null,
  state text not null default 'waiting' check (state in ('waiting', 'delivered', 'dead')),
  attempts int not null default 0,
  -- The earliest next attempt.
  next_at timestamptz not null,
  -- What the last attempt met: an HTTP status, or a word.
  outcome text,
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (institution_id, webhook_id, event_number),
  check ((state = 'waiting') = (ended_at is null))
);

create index webhook_deliveries_due on webhook_deliveries (institution_id, next_at) where state = 'waiting';
create index webhook_deliveries_dead on webhook_deliveries (institution_id, webhook_id, event_number) where state = 'dead';
create index webhook_deliveries_ended on webhook_deliveries (ended_at) where state <> 'waiting';
