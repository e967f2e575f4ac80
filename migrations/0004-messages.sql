-- A conversation: one address on one channel, enrolled or not. Its row is the lock under which its messages are
-- answered one after another.
create table conversations (
  institution_id int not null,
  id uuid not null,
  channel text not null check (channel in ('x', 'sms', 'app')),
  -- Keyed hash of the address, to find it by; the address itself is sealed.
  lookup bytea not null,
  recipient bytea not null,
  handle text,
  -- What waits for the member's next message: a confirmation, a list to choose from, older rows for MORE.
  pending jsonb,
  confirmation_failures smallint not null default 0,
  -- STOP: nothing leaves but its confirmation.
  opted_out_at timestamptz,
  stranger_answered_at timestamptz,
  public_warned_at timestamptz,
  last_inbound_at timestamptz,
  primary key (institution_id, id),
  unique (institution_id, channel, lookup)
) with (fillfactor = 70);

-- What came in, once each, with how it was read and what came of it. Append-only.
create table inbound (
  institution_id int not null,
  channel text not null,
  external_id text not null,
  conversation_id uuid not null,
  batch_id uuid not null,
  position int not null,
  member_id uuid,
  -- Redacted before it is stored.
  text text not null,
  public boolean not null,
  sent_at timestamptz,
  received_at timestamptz not null,
  intent text not null,
  reading jsonb not null,
  outcome text not null,
  primary key (institution_id, channel, external_id)
);

create index inbound_batch on inbound (institution_id, batch_id);

-- What goes out. Text, purpose and recipient never change; the columns of its way to the carrier do.
create table outbound (
  institution_id int not null,
  id uuid not null,
  conversation_id uuid not null,
  channel text not null,
  -- The member's address whose code ends the message; null: to someone unproven, without a code.
  address_id uuid,
  batch_id uuid,
  purpose text not null,
  priority smallint not null check (priority in (0, 1)),
  in_reply_to text,
  text text not null,
  language text not null,
  queued_at timestamptz not null,
  -- When the message that it answers came in: latency is counted from there.
  received_at timestamptz,
  expires_at timestamptz not null,
  status text not null default 'queued' check (status in
    ('queued', 'sending', 'wired', 'sent', 'delivered', 'errored', 'failed', 'unknown', 'stopped', 'expired')),
  not_before timestamptz,
  attempts smallint not null default 0,
  code_version int,
  carrier_id text,
  error_code text,
  segments smallint,
  cost_microdollars bigint,
  sending_at timestamptz,
  wired_at timestamptz,
  delivered_at timestamptz,
  primary key (institution_id, id)
) with (fillfactor = 80);

create index outbound_waiting on outbound (institution_id, conversation_id, id)
  where status in ('queued', 'sending', 'errored', 'unknown');
-- What left lately, for the budget that all processes share.
create index outbound_sending on outbound (institution_id, channel, sending_at) where sending_at is not null;
create index outbound_batch on outbound (institution_id, batch_id);
create index outbound_carrier on outbound (institution_id, channel, carrier_id) where carrier_id is not null;

-- Events of a platform that count once (follows, changed handles, receipts, echoes).
create table channel_events (
  institution_id int not null,
  channel text not null,
  external_id text not null,
  event text not null,
  happened_at timestamptz not null,
  primary key (institution_id, channel, external_id)
);

-- Echoes of messages from our account, until they are known to be ours or raise an alarm.
create table echoes (
  institution_id int not null,
  channel text not null,
  carrier_id text not null,
  heard_at timestamptz not null,
  primary key (institution_id, channel, carrier_id)
);
