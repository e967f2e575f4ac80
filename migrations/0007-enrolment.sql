-- Enrolments under way and ended: a member, signed in, proves that an address is theirs by a one-time word.
create table enrolments (
  institution_id int not null,
  id uuid not null,
  member_id uuid not null,
  -- The browser session that asked: only it sees the word, and only it may finish.
  session_id text not null,
  channel text not null check (channel in ('x', 'sms')),
  -- Keyed hash of the address, and the address sealed.
  lookup bytea not null,
  address bytea not null,
  -- What the address is called: a handle, or the last digits of a number.
  handle text not null,
  -- Keyed hash of the word; the word itself, sealed, only where the page has to show it (X).
  word_lookup bytea not null,
  word_sealed bytea,
  tries smallint not null default 0 check (tries between 0 and 5),
  may_move_money boolean not null,
  per_transfer bigint check (per_transfer > 0),
  per_day bigint check (per_day > 0),
  -- X: whether the institution follows the member; `forbidden`: people have it as a task.
  follow_back text check (follow_back in ('following', 'requested', 'forbidden')),
  -- X: whether the member was seen to follow the institution since.
  follows boolean,
  state text not null default 'pending' check (state in
    ('pending', 'completed', 'expired', 'wrong_tries', 'wrong_sender', 'bound_elsewhere', 'unfollowed', 'cancelled')),
  -- The address that came of it.
  address_id uuid,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  primary key (institution_id, id)
);

create index enrolments_of_member on enrolments (institution_id, member_id, created_at);
-- A member proves one address of a channel at a time.
create unique index enrolments_pending on enrolments (institution_id, member_id, channel) where state = 'pending';
create index enrolments_by_address on enrolments (institution_id, channel, lookup, created_at);
create index enrolments_by_word on enrolments (institution_id, word_lookup) where state = 'pending';

-- STOP for all channels, where that is the institution's policy.
create table member_opt_outs (
  institution_id int not null,
  member_id uuid not null,
  at timestamptz not null,
  primary key (institution_id, member_id)
);

-- When an address was warned that it is about to lose money movement for its silence.
alter table addresses add column silence_warned_on date;

-- What is put in place of asterisks when the message leaves: the word that proves a phone. Sealed.
alter table outbound add column inset bytea;

-- The member's log of messages.
create index inbound_of_member on inbound (institution_id, member_id, received_at) where member_id is not null;
create index outbound_of_address on outbound (institution_id, address_id, queued_at) where address_id is not null;
