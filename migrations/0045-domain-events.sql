-- Domain events: what others are told of (alerts, staff alarms, webhooks), written in the transaction that decided it.
-- The institution's events are numbered under the lock of its chain head. A number that can be read leaves none below it open.
alter table chain_heads add column events bigint not null default 0;

create table domain_events (
  institution_id int not null,
  -- 1, 2, 3… for each institution, in the order in which transactions commit.
  number bigint not null check (number > 0),
  kind text not null,
  -- Of the shape of `data`.
  version smallint not null check (version > 0),
  -- Ids and amounts: no text of a message, no account number, no secret.
  data jsonb not null,
  -- The chain's row of the batch that decided it; null where no batch did.
  chain_number bigint,
  happened_at timestamptz not null,
  primary key (institution_id, number)
);

-- What a consumer has not read yet, of the kinds that it reads.
create index domain_events_kind on domain_events (institution_id, kind, number);

-- How far each consumer has read, and which process reads for it now.
create table event_cursors (
  institution_id int not null,
  consumer text not null,
  number bigint not null default 0,
  lease uuid,
  leased_until timestamptz,
  primary key (institution_id, consumer),
  check ((lease is null) = (leased_until is null))
);
