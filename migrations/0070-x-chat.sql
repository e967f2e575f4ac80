-- X Chat, which is end-to-end encrypted.

-- The identities of the institution's account there: private keys, encrypted. They are stored before X gets the public ones. Old ones
-- stay: they open old conversation keys.
create table x_chat_identities (
  institution_id int not null,
  id uuid not null,
  -- The account that has them at X.
  user_id text not null,
  sealed bytea not null,
  -- The public keys, as they are registered.
  record jsonb not null,
  -- X's number of the registered keys, by which signatures name them. Null until X has answered.
  version text,
  made_at timestamptz not null,
  registered_at timestamptz,
  primary key (institution_id, id),
  unique (institution_id, user_id, version)
);

-- Whom we know in X Chat, by the keyed hash of their X user id. The public keys are the pin: a message under others is a doubt about its
-- sender.
create table x_chat_peers (
  institution_id int not null,
  lookup bytea not null,
  public_key text not null,
  signing_public_key text not null,
  identity_public_key_signature text not null,
  key_version text not null,
  pinned_at timestamptz not null,
  -- How often the keys were others than before.
  changes int not null default 0,
  -- How far polling has read the conversation.
  seen_sequence_id text,
  -- X's token of the conversation, which it wants back with a message.
  conversation_token text,
  -- X refuses our chat messages to them since then.
  refused_at timestamptz,
  primary key (institution_id, lookup)
);

-- Keys of conversations, encrypted, each from a key change whose signature verified.
create table x_chat_keys (
  institution_id int not null,
  lookup bytea not null,
  -- Milliseconds: the newest key is the highest number.
  version bigint not null,
  sealed bytea not null,
  learned_at timestamptz not null,
  primary key (institution_id, lookup, version)
);

-- What X delivered and nobody has taken yet, encrypted.
create table x_chat_events (
  institution_id int not null,
  -- The hash of the event's bytes.
  digest bytea not null,
  -- The keyed hash of the sender's X user id: one conversation's events are taken in order.
  lookup bytea not null,
  sealed bytea not null,
  sequence_id text,
  tries int not null default 0,
  next_at timestamptz not null,
  received_at timestamptz not null,
  -- It never verified, and is not tried again.
  buried_at timestamptz,
  primary key (institution_id, digest)
);
create index x_chat_events_waiting on x_chat_events (institution_id, next_at) where buried_at is null;
create index x_chat_events_of_sender on x_chat_events (institution_id, lookup);

-- The signed ids of messages that were taken. They stay for good, so that no replay counts as a new message.
create table x_chat_messages (
  institution_id int not null,
  message_id text not null,
  taken_at timestamptz not null,
  primary key (institution_id, message_id)
);

-- How far the list of conversations was read, and when.
-- The token of the institution's X Chat bot, encrypted, if it has one.
alter table x_accounts add column bot_token bytea;
alter table x_accounts add column chat_polled_at timestamptz;
alter table x_accounts add column chat_seen_at timestamptz;
-- The member's address whose chat was read last, because the inbox hides chats of people whom X does not let through.
alter table x_accounts add column chat_reached uuid;

-- What the channel prepared for a message, such as its encrypted form. A repeat sends the same bytes. `payload_code`: the version of the
-- code that is inside.
alter table outbound add column payload bytea;
alter table outbound add column payload_code int;
